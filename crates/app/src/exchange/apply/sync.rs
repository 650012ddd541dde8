//! SJTB 数据同步: what the authority holds, kept as it knows it. No order is touched by it: what we do not have is
//! listed as known at the authority, what we have is marked as ours.

use beian_authority::message::download::sync::domains::SyncedDomain;
use beian_authority::message::download::sync::filings::SyncedService;
use beian_authority::message::download::sync::{DataSync, Synced};
use beian_domain::supervision::{
    AreaCode, ContentCode, DomainKindCode, DomainParty, HeldService, KnownDomain, KnownFrom, LanguageCode,
    Named, Reach,
};
use beian_store::{Download, Tx};

use super::filing_data::known;
use super::{Came, addresses, base_codes, held};
use crate::exchange::Setback;

/// Keeps what was synchronised.
pub(super) async fn apply(
    tx: &Tx,
    download: &Download,
    synced: &DataSync,
    came: &mut Came,
) -> Result<(), Setback> {
    match &synced.0 {
        None => {}
        Some(Synced::Icp(synced)) => {
            for filing in &synced.filings {
                let services: Vec<_> = filing.services.iter().map(service).collect();
                known(KnownFrom::Sync, &filing.subject, &services, filing.remark.as_deref(), came);
            }
        }
        Some(Synced::Ip(synced)) => addresses::keep(synced, came),
        Some(Synced::Domain(synced)) => synced.domains.iter().for_each(|domain| came.told(named(domain))),
        Some(Synced::BaseCodes(codes)) => base_codes::apply(tx, download, codes).await?,
    }
    Ok(())
}

fn service(told: &SyncedService) -> HeldService {
    HeldService {
        bureau_id: told.bureau_id,
        record: told.record,
        name: told.name.clone(),
        number: told.number.clone(),
        home_url: told.home_url.clone(),
        contents: told.contents.iter().copied().map(ContentCode).collect(),
        languages: told.languages.iter().copied().map(LanguageCode).collect(),
        first_filed: told.first_filed.map(beian_authority::value::WireTime::to_utc),
        last_changed: told.last_changed.map(beian_authority::value::WireTime::to_utc),
        remark: told.remark.clone(),
        domains: told.domains.iter().map(held::domain).collect(),
        approvals: held::approvals(&told.approvals),
        accesses: told.accesses.iter().map(held::access).collect(),
        person: held::person(&told.person),
    }
}

fn named(told: &SyncedDomain) -> KnownDomain {
    let payer = DomainParty {
        name: told.payer_name.clone().map(Named),
        organisation: told.payer_organisation.clone().map(Named),
        address: told.payer_address.clone(),
        province: told.payer_province.map(AreaCode),
        city: told.payer_city.map(AreaCode),
        email: told.payer_email.clone().map(Reach),
        phone: told.payer_phone.clone().map(Reach),
    };
    let nobody = payer.name.is_none() && payer.organisation.is_none() && payer.phone.is_none();
    KnownDomain {
        bureau_id: told.bureau_id,
        record: told.record,
        name: told.name.clone(),
        kind: DomainKindCode(told.kind),
        registered: told.registered,
        valid_until: told.valid_until,
        registrar: told.registrar.clone(),
        name_servers: told.name_servers.clone(),
        registrant: DomainParty {
            name: Some(Named(told.registrant_name.clone())),
            organisation: Some(Named(told.registrant_organisation.clone())),
            address: Some(told.registrant_address.clone()),
            province: Some(AreaCode(told.registrant_province)),
            city: Some(AreaCode(told.registrant_city)),
            email: Some(Reach(told.registrant_email.clone())),
            phone: Some(Reach(told.registrant_phone.clone())),
        },
        administrator: DomainParty {
            name: Some(Named(told.administrator_name.clone())),
            organisation: Some(Named(told.administrator_organisation.clone())),
            address: Some(told.administrator_address.clone()),
            province: Some(AreaCode(told.administrator_province)),
            city: Some(AreaCode(told.administrator_city)),
            email: Some(Reach(told.administrator_email.clone())),
            phone: Some(Reach(told.administrator_phone.clone())),
        },
        payer: (!nobody || payer.email.is_some() || payer.address.is_some() || payer.province.is_some())
            .then_some(payer),
    }
}
