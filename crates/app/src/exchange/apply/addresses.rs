//! The addresses of SJTB 数据同步, by the kind of record.

use beian_authority::message::download::sync::ip::{
    Allocation, Broadcast, Origin, OwnAddresses, Source, SyncedAddresses,
};
use beian_domain::supervision::{
    AddressAllocation, AddressBroadcast, AddressHolder, AddressSource, Allotted, AreaCode, IndustryCode,
    KnownAddress, Named, NatureCode, OwnAddress, Reach, UnitClassCode, UnitCode, Usage,
};

use super::Came;

/// Keeps the records.
pub(super) fn keep(synced: &SyncedAddresses, came: &mut Came) {
    synced.sources.iter().for_each(|range| came.told(KnownAddress::Source(source(range))));
    synced
        .allocations
        .iter()
        .for_each(|range| came.told(KnownAddress::Allocation(Box::new(allocation(range)))));
    synced.broadcasts.iter().for_each(|range| came.told(KnownAddress::Broadcast(broadcast(range))));
    synced.own.iter().for_each(|range| came.told(KnownAddress::Own(Box::new(own(range)))));
}

fn source(told: &Source) -> AddressSource {
    AddressSource {
        bureau_id: told.bureau_id,
        record: told.record,
        unit: UnitCode(told.unit),
        first: told.first,
        last: told.last,
        from_unit: UnitCode(told.from_unit),
        remark: told.remark.clone(),
    }
}

fn allocation(told: &Allocation) -> AddressAllocation {
    let holder = AddressHolder {
        name: told.name.clone().map(Named),
        nature: told.nature.map(NatureCode),
        class: told.class.map(UnitClassCode),
        industry: told.industry.map(IndustryCode),
        province: told.province.map(AreaCode),
        city: told.city.map(AreaCode),
        county: told.county.map(AreaCode),
        street: told.street.clone(),
        contact_name: told.contact_name.clone().map(Named),
        contact_phone: told.contact_phone.clone().map(Reach),
        contact_email: told.contact_email.clone().map(Reach),
    };
    AddressAllocation {
        bureau_id: told.bureau_id,
        record: told.record,
        unit: UnitCode(told.unit),
        first: told.first,
        last: told.last,
        way: Allotted::of(told.way),
        to_unit: told.to_unit.map(UnitCode),
        usage: told.usage.map(Usage::of),
        allocated: told.allocated,
        redirects: told.redirects.map(|yes| yes == 1),
        holder: (holder != nobody()).then_some(holder),
        gateway: told.gateway,
        gateway_location: told.gateway_location.clone(),
        remark: told.remark.clone(),
    }
}

fn nobody() -> AddressHolder {
    AddressHolder {
        name: None,
        nature: None,
        class: None,
        industry: None,
        province: None,
        city: None,
        county: None,
        street: None,
        contact_name: None,
        contact_phone: None,
        contact_email: None,
    }
}

fn broadcast(told: &Broadcast) -> AddressBroadcast {
    AddressBroadcast {
        bureau_id: told.bureau_id,
        record: told.record,
        unit: UnitCode(told.unit),
        announcer: UnitCode(told.announcer),
        applicant: UnitCode(told.applicant),
        first: told.first,
        last: told.last,
        remark: told.remark.clone(),
    }
}

fn own(told: &OwnAddresses) -> OwnAddress {
    let (origin_name, origin_unit) = match &told.origin {
        Origin::Name(name) => (Some(Named(name.clone())), None),
        Origin::Unit(unit) => (None, Some(UnitCode(*unit))),
    };
    OwnAddress {
        bureau_id: told.bureau_id,
        record: told.record,
        unit: UnitCode(told.unit),
        first: told.first,
        last: told.last,
        redirects: told.redirects == 1,
        usage: Usage::of(told.usage),
        allocated: told.allocated,
        holder: AddressHolder {
            name: Some(Named(told.name.clone())),
            nature: Some(NatureCode(told.nature)),
            province: Some(AreaCode(told.province)),
            city: Some(AreaCode(told.city)),
            county: told.county.map(AreaCode),
            street: Some(told.street.clone()),
            contact_name: Some(Named(told.contact_name.clone())),
            contact_phone: Some(Reach(told.contact_phone.clone())),
            contact_email: Some(Reach(told.contact_email.clone())),
            ..nobody()
        },
        gateway: told.gateway,
        gateway_location: told.gateway_location.clone(),
        origin_name,
        origin_unit,
        origin_files: told.origin_kind == 1,
        remark: told.remark.clone(),
    }
}
