//! Records about addresses as they were sent, brought into the form in which they are kept.

use std::net::Ipv4Addr;

use crate::message::download::ip::results::IpRecord;
use crate::message::download::sync::ip::{Allocation, Broadcast, Origin, OwnAddresses, Source};
use crate::message::upload::ip::SourceUnit;
use crate::message::upload::ip::addition::Addition;
use crate::message::upload::ip::change::Change;
use crate::message::upload::ip::deletion::Deletion;
use crate::simulator::register::addresses::Reported;

/// The remark of a changed source may be longer than what is kept of it.
const SOURCE_REMARK: usize = 512;

/// A record as it was sent.
pub(super) struct Given {
    pub reported: Reported,
    /// The gateway, where one is told: a range that is changed need not tell it.
    pub gateway: (Option<Ipv4Addr>, bool),
}

/// The fields have the same names in additions and changes; only the id differs.
macro_rules! source {
    ($one:expr, $unit:expr, $bureau_id:expr, $record:expr) => {
        Given {
            reported: Reported::Source(Source {
                bureau_id: $bureau_id,
                record: $record,
                unit: $unit,
                first: $one.first,
                last: $one.last,
                from_unit: $one.unit,
                remark: $one.remark.as_ref().map(|remark| remark.chars().take(SOURCE_REMARK).collect()),
            }),
            gateway: (None, false),
        }
    };
}

macro_rules! allocation {
    ($one:expr, $unit:expr, $bureau_id:expr, $record:expr) => {
        Given {
            reported: Reported::Allocation(Allocation {
                bureau_id: $bureau_id,
                record: $record,
                unit: $unit,
                first: $one.first,
                last: $one.last,
                way: $one.mode,
                to_unit: $one.receiver,
                usage: $one.use_mode,
                allocated: $one.date,
                redirects: $one.redirects,
                name: $one.name.clone(),
                nature: $one.nature,
                class: $one.class,
                industry: $one.industry,
                province: $one.province,
                city: $one.city,
                county: $one.county,
                street: $one.street.clone(),
                contact_name: $one.contact.clone(),
                contact_phone: $one.contact_phone.clone(),
                contact_email: $one.contact_email.clone(),
                gateway: $one.gateway,
                gateway_location: $one.gateway_place.clone(),
                remark: $one.remark.clone(),
            }),
            gateway: ($one.gateway, $one.gateway_place.is_some()),
        }
    };
}

macro_rules! broadcast {
    ($one:expr, $unit:expr, $bureau_id:expr, $record:expr) => {
        Given {
            reported: Reported::Broadcast(Broadcast {
                bureau_id: $bureau_id,
                record: $record,
                unit: $unit,
                announcer: $one.announcer,
                applicant: $one.applicant,
                first: $one.first,
                last: $one.last,
                remark: $one.remark.clone(),
            }),
            gateway: (None, false),
        }
    };
}

macro_rules! own_range {
    ($one:expr, $unit:expr, $bureau_id:expr, $record:expr, $gateway:expr, $place:expr) => {{
        let (gateway, place): (Option<Ipv4Addr>, Option<String>) = ($gateway, $place);
        Given {
            gateway: (gateway, place.is_some()),
            reported: Reported::Own(OwnAddresses {
                bureau_id: $bureau_id,
                record: $record,
                unit: $unit,
                first: $one.first,
                last: $one.last,
                redirects: $one.redirects,
                usage: $one.use_mode,
                allocated: $one.date,
                name: $one.name.clone(),
                nature: $one.nature,
                province: $one.province,
                city: $one.city,
                county: $one.county,
                street: $one.street.clone(),
                contact_name: $one.contact.clone(),
                contact_phone: $one.contact_phone.clone(),
                contact_email: $one.contact_email.clone(),
                gateway: gateway.unwrap_or(Ipv4Addr::UNSPECIFIED),
                gateway_location: place.unwrap_or_default(),
                remark: $one.remark.clone(),
                origin_kind: $one.source_kind,
                origin: match &$one.source {
                    SourceUnit::Name(name) => Origin::Name(name.clone()),
                    SourceUnit::Unit(unit) => Origin::Unit(*unit),
                },
            }),
        }
    }};
}

/// Sources first: whatever else is added may rest on them.
pub(super) fn added(addition: &Addition, unit: i64) -> Vec<Given> {
    let sources = addition.sources.iter().map(|one| source!(one, unit, 0, one.record));
    let allocations = addition.allocations.iter().map(|one| allocation!(one, unit, 0, one.record));
    let broadcasts = addition.broadcasts.iter().map(|one| broadcast!(one, unit, 0, one.record));
    let own = addition
        .own_ranges
        .iter()
        .map(|one| own_range!(one, unit, 0, one.record, Some(one.gateway), Some(one.gateway_place.clone())));
    sources.chain(allocations).chain(broadcasts).chain(own).collect()
}

/// Every changed record, with the bureau's id and none of its own.
pub(super) fn changed(change: &Change, unit: i64) -> Vec<Given> {
    let sources = change.sources.iter().map(|one| source!(one, unit, one.bureau_id, 0));
    let allocations = change.allocations.iter().map(|one| allocation!(one, unit, one.bureau_id, 0));
    let broadcasts = change.broadcasts.iter().map(|one| broadcast!(one, unit, one.bureau_id, 0));
    let own = change
        .own_ranges
        .iter()
        .map(|one| own_range!(one, unit, one.bureau_id, 0, one.gateway, one.gateway_place.clone()));
    sources.chain(allocations).chain(broadcasts).chain(own).collect()
}

/// Kind and bureau id of everything deleted, what rests on sources first.
pub(super) fn deleted(deletion: &Deletion) -> Vec<(IpRecord, i64)> {
    let lists = [
        (IpRecord::Broadcast, &deletion.broadcasts),
        (IpRecord::Own, &deletion.own_ranges),
        (IpRecord::Allocation, &deletion.allocations),
        (IpRecord::Source, &deletion.sources),
    ];
    let each = lists.into_iter().flat_map(|(kind, list)| list.iter().map(move |one| (kind, one.bureau_id)));
    each.collect()
}
