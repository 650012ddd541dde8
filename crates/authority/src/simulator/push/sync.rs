//! SJTB 数据同步: what the bureau holds of a provider, sent when it is ordered.

use super::fields::{Choice, Field, Given, Input, must};
use super::kinds::{ACCOUNT, Documents, Group, Kind};
use crate::message::download::sync::domains::{SyncedDomain, SyncedDomains};
use crate::message::download::sync::filings::{SyncedFiling, SyncedFilings, SyncedService};
use crate::message::download::sync::ip::SyncedAddresses;
use crate::message::download::sync::{DataSync, Synced};
use crate::message::download::{DownloadDocument, basj};
use crate::simulator::bureau::Bureau;
use crate::simulator::outbox::RECORDS;
use crate::simulator::register::addresses::Reported;

const FILINGS: i64 = 0;
const ADDRESSES: i64 = 1;
const DOMAINS: i64 = 2;
const CODES: i64 = 3;

/// SJTB 数据同步.
pub(super) const SYNC: Kind = Kind {
    name: "sync",
    group: Group::Register,
    zh: "数据同步",
    en: "Synchronisation",
    fields: &[
        Field { required: true, sample: "1001", zh: "接入商", en: "Provider", ..ACCOUNT },
        must(
            ["what", "", "内容", "What"],
            Input::Choice(&[
                Choice { word: "filings", value: FILINGS, zh: "备案数据", en: "Filings" },
                Choice { word: "ip", value: ADDRESSES, zh: "IP 备案", en: "Reported addresses" },
                Choice { word: "domains", value: DOMAINS, zh: "域名备案", en: "Reported domains" },
                Choice { word: "codes", value: CODES, zh: "基础代码", en: "Base codes" },
            ]),
            "filings",
        ),
    ],
    build: sync,
};

fn sync(bureau: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let mut documents = Vec::new();
    for account in accounts {
        let held = match given.number("what")? {
            FILINGS => filings(bureau, *account),
            ADDRESSES => addresses(bureau, *account),
            DOMAINS => domains(bureau, *account),
            _ => vec![Synced::BaseCodes(bureau.all_codes(*account)?)],
        };
        let held: Vec<Option<Synced>> =
            if held.is_empty() { vec![None] } else { held.into_iter().map(Some).collect() };
        documents.extend(held.into_iter().map(|held| (*account, DownloadDocument::Sync(DataSync(held)))));
    }
    Ok(documents)
}

/// The filings that a provider serves, with its own record ids, in as few files as they fit in.
fn filings(bureau: &Bureau<'_>, account: i64) -> Vec<Synced> {
    let served = bureau.state.subjects.values().filter(|subject| subject.providers().contains(&account));
    let own: Vec<SyncedFiling> = served.map(|subject| synced(&subject.seen_by(account))).collect();
    own.chunks(RECORDS).map(|part| Synced::Icp(SyncedFilings { filings: part.to_vec() })).collect()
}

/// What a provider has reported about addresses.
fn addresses(bureau: &Bureau<'_>, account: i64) -> Vec<Synced> {
    let all = bureau.state.addresses.values().map(|kept| &kept.0.0);
    let own: Vec<&Reported> = all.filter(|reported| reported.unit() == account).collect();
    let parts = own.chunks(RECORDS).map(|part| {
        let mut addresses = SyncedAddresses::default();
        for reported in part {
            match *reported {
                Reported::Source(one) => addresses.sources.push(one.clone()),
                Reported::Allocation(one) => addresses.allocations.push(one.clone()),
                Reported::Broadcast(one) => addresses.broadcasts.push(one.clone()),
                Reported::Own(one) => addresses.own.push(one.clone()),
            }
        }
        Synced::Ip(addresses)
    });
    parts.collect()
}

/// The domains that a provider has reported.
fn domains(bureau: &Bureau<'_>, account: i64) -> Vec<Synced> {
    let own = bureau.state.domains.values().filter(|kept| kept.unit == account);
    let own: Vec<SyncedDomain> = own.map(|kept| kept.domain.0.clone()).collect();
    own.chunks(RECORDS).map(|part| Synced::Domain(SyncedDomains { domains: part.to_vec() })).collect()
}

fn synced(filing: &basj::Filing) -> SyncedFiling {
    SyncedFiling {
        subject: filing.subject.clone(),
        services: filing.services.iter().cloned().map(synced_service).collect(),
        remark: filing.remark.clone(),
    }
}

fn synced_service(service: basj::Service) -> SyncedService {
    SyncedService {
        record: service.record,
        bureau_id: service.bureau_id,
        name: service.name,
        approvals: service.approvals,
        contents: service.contents,
        languages: service.languages,
        domains: service.domains,
        accesses: service.accesses,
        person: service.person,
        home_url: service.home_url,
        remark: service.remark,
        first_filed: service.first_filed,
        last_changed: service.last_changed,
        number: service.number,
    }
}
