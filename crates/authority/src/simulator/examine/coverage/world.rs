//! A bureau with three filings of two providers, to which requests are sent without a wire.

use std::cell::Cell;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use tempfile::TempDir;

use crate::message::download::{DownloadDocument, basj};
use crate::message::upload::icp::cancellation::{Cancellation, Request};
use crate::message::upload::icp::change;
use crate::message::upload::icp::change::Change;
use crate::message::upload::xzba::{Filing, NewFiling};
use crate::message::upload::{DomainUpload, IcpUpload, IpUpload, UploadDocument};
use crate::packing::{self, Packed};
use crate::sample;
use crate::simulator::bureau::{Bureau, Occasion};
use crate::simulator::examine::forced::ForcedAnswer;
use crate::simulator::state::{AcceptedUpload, Stage};
use crate::simulator::{Business, Kind, Seat, SimulatedAccount, Simulator, SimulatorConfig, SimulatorError};

pub(in crate::simulator::examine) struct World {
    simulator: Simulator,
    sent: Cell<i64>,
    _directory: TempDir,
}

/// The provider that sends, unless another is said.
pub(in crate::simulator::examine) const OWN: i64 = 1001;
/// Another one, with a filing of its own.
pub(in crate::simulator::examine) const OTHER: i64 = 1002;
/// At the bureau of 浙江.
pub(super) const EAST: i64 = 1003;
/// At the ministry.
pub(super) const MINISTRY: i64 = 1004;
/// Without any permission.
pub(super) const BARRED: i64 = 1005;

fn now() -> DateTime<Utc> {
    "2025-06-01T04:00:00Z".parse().unwrap()
}

fn accounts() -> Vec<SimulatedAccount> {
    let account = |isp_id, seat, lacks| SimulatedAccount {
        isp_id,
        user_name: format!("user{isp_id}"),
        seat,
        lacks,
        ..SimulatedAccount::demo()
    };
    let all = vec![Business::Filings, Business::Addresses, Business::Domains, Business::Broadcasts];
    vec![
        account(OWN, Seat::Any, Vec::new()),
        account(OTHER, Seat::Any, Vec::new()),
        account(EAST, Seat::named("浙").unwrap(), vec![Business::Broadcasts]),
        account(MINISTRY, Seat::Ministry, Vec::new()),
        account(BARRED, Seat::Any, all),
    ]
}

impl World {
    pub fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let mut config = SimulatorConfig::demo(Arc::new(now), 1);
        config.settings.phone_check = false;
        config.settings.filing_password = Some("sample".to_owned());
        config.accounts = accounts();
        config.durable = false;
        let simulator = Simulator::open(directory.path(), config).unwrap();
        let world = Self { simulator, sent: Cell::new(0), _directory: directory };
        for (n, account) in [(1, OWN), (2, OWN), (3, OTHER)] {
            let codes = world.send_as(account, |icp| icp.new_filing = Some(sample::new_filing(n)));
            assert_eq!(codes, [1060, 1062]);
            world.approve();
        }
        world
    }

    pub fn change<T>(&self, act: impl FnOnce(&mut Bureau<'_>) -> Result<T, SimulatorError>) -> T {
        self.simulator.change_at(now(), None, act).unwrap()
    }

    /// Sends bytes; the codes of everything that comes back.
    pub fn send_zip(&self, account: i64, zip: &[u8]) -> Vec<i64> {
        let sequence = self.sent.get() + 1;
        self.sent.set(sequence);
        self.change(|bureau| {
            bureau.disk.keep_upload(account, sequence, zip)?;
            let md5 = String::new();
            let upload = AcceptedUpload { account, sequence, md5, taken: now(), examined: false };
            bureau.state.uploads.insert((account, sequence), upload);
            bureau.examine_uploads(Occasion::Request)
        });
        self.fetch(account)
    }

    pub fn send_text(&self, account: i64, text: &str) -> Vec<i64> {
        self.send_zip(account, &packing::pack_text(text, "a.xml").unwrap().zip)
    }

    pub fn send(&self, account: i64, document: &UploadDocument) -> Vec<i64> {
        assert_eq!(document.schema_violations(), []);
        self.send_text(account, &document.to_xml())
    }

    /// Sends what is put into a document about filings.
    pub fn send_as(&self, account: i64, fill: impl FnOnce(&mut IcpUpload)) -> Vec<i64> {
        let mut icp = IcpUpload::of(account);
        fill(&mut icp);
        self.send(account, &UploadDocument::Icp(icp))
    }

    pub fn icp(&self, fill: impl FnOnce(&mut IcpUpload)) -> Vec<i64> {
        self.send_as(OWN, fill)
    }

    pub fn ip(&self, account: i64, fill: impl FnOnce(&mut IpUpload)) -> Vec<i64> {
        let mut ip = IpUpload::of(account);
        fill(&mut ip);
        self.send(account, &UploadDocument::Ip(ip))
    }

    pub fn domains(&self, account: i64, fill: impl FnOnce(&mut DomainUpload)) -> Vec<i64> {
        let mut domain = DomainUpload::of(account);
        fill(&mut domain);
        self.send(account, &UploadDocument::Domain(domain))
    }

    /// A new filing, number 9, with something wrong.
    pub fn filing(&self, spoil: impl FnOnce(&mut Filing)) -> Vec<i64> {
        let mut filing = sample::filing(9);
        spoil(&mut filing);
        self.icp(|icp| icp.new_filing = Some(NewFiling { filings: vec![filing] }))
    }

    /// A change of filing number 1, with something wrong.
    pub fn changed(&self, spoil: impl FnOnce(&mut change::Request)) -> Vec<i64> {
        self.changed_by(OWN, 1, spoil)
    }

    /// A change with the ids that the bureau has given.
    pub fn changed_by(&self, account: i64, n: u32, spoil: impl FnOnce(&mut change::Request)) -> Vec<i64> {
        let filed = self.filed(n);
        let service = &filed.services[0];
        let mut request = sample::change(n).requests.remove(0);
        request.subject.bureau_id = filed.subject.bureau_id;
        let sent = &mut request.services[0];
        sent.bureau_id = service.bureau_id;
        sent.domains[0].bureau_id = Some(service.domains[0].bureau_id);
        sent.accesses[0].bureau_id = service.accesses[0].bureau_id;
        sent.accesses[0].addresses[0].bureau_id = Some(service.accesses[0].addresses[0].bureau_id);
        request.attachments.clear();
        spoil(&mut request);
        self.send_as(account, |icp| icp.change = Some(Change { requests: vec![request] }))
    }

    pub fn cancel(&self, kind: i64, bureau_id: i64) -> Vec<i64> {
        self.cancelled(kind, bureau_id, |_| {})
    }

    /// A cancellation with the right password, with something wrong.
    pub fn cancelled(&self, kind: i64, bureau_id: i64, spoil: impl FnOnce(&mut Request)) -> Vec<i64> {
        let password = Some(sample::PASSWORD.to_owned());
        let mut request = Request { kind, bureau_id, reason: 1, remark: None, password };
        spoil(&mut request);
        self.icp(|icp| icp.cancellation = Some(Cancellation { requests: vec![request] }))
    }

    /// What is filed under sample number `n`.
    pub fn filed(&self, n: u32) -> basj::Filing {
        self.change(|bureau| {
            let found = bureau.state.with_subject_number(&sample::subject_number(n));
            Ok(found.unwrap().filing.0.clone())
        })
    }

    /// Approves whatever waits; the codes of everything that comes back to the usual provider.
    pub fn approve(&self) -> Vec<i64> {
        self.change(|bureau| {
            let waits = |stage: &Stage| matches!(stage, Stage::Waiting { .. });
            let open = bureau.state.filings.values().filter(|filing| waits(&filing.stage));
            let open: Vec<i64> = open.map(|filing| filing.id).collect();
            open.into_iter().try_for_each(|id| bureau.approve(id, None, Vec::new()))
        });
        [OTHER, OWN].map(|account| self.fetch(account)).concat()
    }

    pub fn refuse(&self, codes: &[i64]) -> Vec<i64> {
        self.change(|bureau| {
            let id = *bureau.state.filings.last_key().unwrap();
            bureau.refuse(id, "材料不齐", codes)
        });
        self.fetch(OWN)
    }

    /// Files another access of number `n` by the other provider, and has it approved.
    pub fn shared(&self, n: u32) -> basj::Filing {
        let codes = self.send_as(OTHER, |icp| {
            let mut access = sample::new_access(n);
            access.requests[0].addresses[0].first = "198.51.100.7".parse().unwrap();
            access.requests[0].addresses[0].last = "198.51.100.7".parse().unwrap();
            icp.new_access = Some(access);
        });
        assert_eq!(codes, [1060, 1062]);
        self.approve();
        self.filed(n)
    }

    /// Orders a code and sends a document of the area it is from.
    pub fn ordered(&self, code: i64) -> Vec<i64> {
        let answer = ForcedAnswer { account: OWN, name: None, codes: vec![code] };
        self.change(|bureau| Ok(bureau.force(answer)));
        match code {
            2001..=2999 => self.ip(OWN, |ip| {
                let mut addition = sample::ip_addition(9);
                addition.allocations.clear();
                addition.broadcasts.clear();
                addition.own_ranges.clear();
                ip.addition = Some(addition);
            }),
            3001..=3999 => self.domains(OWN, |domain| domain.addition = Some(sample::domain_addition(9))),
            _ => self.filing(|_| {}),
        }
    }

    /// How many open requests of a kind there are.
    pub fn open(&self, kind: Kind) -> usize {
        self.change(|bureau| {
            let all = bureau.state.filings.values();
            Ok(all.filter(|filing| filing.kind == kind && filing.stage.is_open()).count())
        })
    }

    /// Takes every file for a provider; the codes in them, in their order.
    fn fetch(&self, account: i64) -> Vec<i64> {
        let files: Vec<Vec<u8>> = self.change(|bureau| {
            let own = bureau.state.outbox.between((account, 0)..=(account, i64::MAX));
            let new = own.filter(|(_, file)| !file.acknowledged);
            let (keys, names): (Vec<_>, Vec<_>) = new.map(|(key, file)| (*key, file.name.clone())).unzip();
            for key in keys {
                bureau.state.outbox.update(&key, |file| file.acknowledged = true);
            }
            names.iter().map(|name| Ok(bureau.disk.read_download(name)?)).collect()
        });
        files.into_iter().flat_map(|zip| codes(&packing::unpack(&Packed::from_zip(zip)).unwrap().0)).collect()
    }
}

fn codes(document: &DownloadDocument) -> Vec<i64> {
    match document {
        DownloadDocument::Icp(icp) => {
            let results = icp.results.iter().flat_map(|results| &results.results);
            results.flat_map(|result| result.lines.iter().map(|line| line.code)).collect()
        }
        DownloadDocument::Ip(ip) => {
            let results = ip.results.iter().flat_map(|one| {
                let [first, second] = [&one.sources, &one.allocations];
                first.iter().chain(second).chain(&one.broadcasts).chain(&one.own)
            });
            results.flat_map(|result| result.lines.iter().map(|line| line.code)).collect()
        }
        DownloadDocument::Domain(domain) => {
            let results = domain.results.iter().flat_map(|results| &results.results);
            results.flat_map(|result| result.lines.iter().map(|line| line.code)).collect()
        }
        DownloadDocument::BaseCodes(_) | DownloadDocument::Sync(_) => Vec::new(),
    }
}
