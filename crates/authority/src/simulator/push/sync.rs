//! SJTB 数据同步: what the bureau holds of a provider, sent when it is ordered.

use super::fields::{Choice, Field, Given, Input, must};
use super::kinds::{ACCOUNT, Documents, Group, Kind};
use super::registered;
use crate::message::download::sync::filings::{SyncedFiling, SyncedFilings, SyncedService};
use crate::message::download::sync::{DataSync, Synced};
use crate::message::download::{DownloadDocument, basj};
use crate::simulator::SimulatorError;
use crate::simulator::bureau::Bureau;
use crate::simulator::outbox::RECORDS;

const FILINGS: i64 = 0;
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
                Choice { word: "ip", value: 1, zh: "IP 备案", en: "Reported addresses" },
                Choice { word: "domains", value: 2, zh: "域名备案", en: "Reported domains" },
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
            FILINGS => filings(bureau, *account)?,
            CODES => vec![Synced::BaseCodes(bureau.all_codes(*account)?)],
            _ => Vec::new(),
        };
        let held: Vec<Option<Synced>> =
            if held.is_empty() { vec![None] } else { held.into_iter().map(Some).collect() };
        documents.extend(held.into_iter().map(|held| (*account, DownloadDocument::Sync(DataSync(held)))));
    }
    Ok(documents)
}

/// The filings that a provider serves, in as few files as they fit in.
fn filings(bureau: &Bureau<'_>, account: i64) -> Result<Vec<Synced>, SimulatorError> {
    let is_own = |filing: &basj::Filing| {
        let mut accesses = filing.services.iter().flat_map(|service| &service.accesses);
        accesses.any(|access| access.provider == account)
    };
    let mut own = registered::filings(bureau)?;
    own.retain(is_own);
    let parts = own.chunks(RECORDS);
    Ok(parts.map(|part| Synced::Icp(SyncedFilings { filings: part.iter().map(synced).collect() })).collect())
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
