//! IP documents: one thing wrong in an otherwise good record.

use std::net::Ipv4Addr;

use super::Reached;
use super::world::{EAST, OTHER, OWN, World};
use crate::message::upload::ip::SourceUnit;
use crate::message::upload::ip::addition::{Addition, Allocation, Broadcast, OwnRange, Source};
use crate::message::upload::ip::change::Change;
use crate::message::upload::ip::deletion::{Deletion, Reported};
use crate::sample;

/// A unit nobody knows.
const NOBODY: i64 = 7777;
/// No address at all.
const NONE: Ipv4Addr = Ipv4Addr::UNSPECIFIED;

fn empty() -> Addition {
    Addition { sources: Vec::new(), allocations: Vec::new(), broadcasts: Vec::new(), own_ranges: Vec::new() }
}

fn source(world: &World, spoil: impl FnOnce(&mut Source)) -> Vec<i64> {
    let mut one = sample::ip_addition(9).sources.remove(0);
    spoil(&mut one);
    world.ip(OWN, |ip| ip.addition = Some(Addition { sources: vec![one], ..empty() }))
}

/// With its source in the same file.
fn allocation(world: &World, spoil: impl FnOnce(&mut Allocation)) -> Vec<i64> {
    let Addition { sources, mut allocations, .. } = sample::ip_addition(9);
    spoil(&mut allocations[0]);
    world.ip(OWN, |ip| ip.addition = Some(Addition { sources, allocations, ..empty() }))
}

fn broadcast(world: &World, account: i64, spoil: impl FnOnce(&mut Broadcast)) -> Vec<i64> {
    let mut one = sample::ip_addition(9).broadcasts.remove(0);
    spoil(&mut one);
    world.ip(account, |ip| ip.addition = Some(Addition { broadcasts: vec![one], ..empty() }))
}

fn own(world: &World, spoil: impl FnOnce(&mut OwnRange)) -> Vec<i64> {
    let mut one = sample::ip_addition(9).own_ranges.remove(0);
    spoil(&mut one);
    world.ip(OWN, |ip| ip.addition = Some(Addition { own_ranges: vec![one], ..empty() }))
}

/// Bureau id of the only source.
fn filed_source(world: &World) -> i64 {
    source(world, |_| {});
    world.change(|bureau| Ok(bureau.state.addresses.iter().map(|(id, _)| *id).next().unwrap()))
}

fn source_deleted(world: &World, account: i64, bureau_id: i64) -> Vec<i64> {
    world.ip(account, |ip| {
        let sources = vec![Reported { bureau_id }];
        let (allocations, own_ranges, broadcasts) = (Vec::new(), Vec::new(), Vec::new());
        ip.deletion = Some(Deletion { sources, allocations, own_ranges, broadcasts });
    })
}

fn source_changed(world: &World, bureau_id: i64) -> Vec<i64> {
    let Change { mut sources, .. } = sample::ip_change(9);
    sources[0].bureau_id = bureau_id;
    let (allocations, own_ranges, broadcasts) = (Vec::new(), Vec::new(), Vec::new());
    world.ip(OWN, |ip| ip.change = Some(Change { sources, allocations, own_ranges, broadcasts }))
}

pub(super) const REACHED: &[Reached] = &[
    (2001, "XZBA", "a source comes from a unit that is neither in the table nor at the bureau", |world| {
        source(world, |one| one.unit = NOBODY)
    }),
    (2002, "XZBA", "the first address is above the last", |world| {
        source(world, |one| one.first = [223, 0, 0, 1].into())
    }),
    (2003, "XZBA", "the provider has reported the same range in the same list", |world| {
        source(world, |_| {});
        source(world, |one| one.record = 77)
    }),
    (2004, "XZBA", "the same for a broadcast", |world| {
        broadcast(world, OWN, |_| {});
        broadcast(world, OWN, |one| one.record = 77)
    }),
    (2005, "XZBA", "an allocation of addresses whose source is not reported", |world| {
        world.ip(OWN, |ip| {
            let Addition { allocations, .. } = sample::ip_addition(9);
            ip.addition = Some(Addition { allocations, ..empty() });
        })
    }),
    (2006, "XZBA", "the first address is private or reserved", |world| {
        source(world, |one| one.first = [10, 0, 0, 1].into())
    }),
    (2007, "XZBA", "the last address is private or reserved", |world| {
        source(world, |one| one.last = [239, 0, 0, 1].into())
    }),
    (2008, "XZBA", "the gateway is private or reserved", |world| {
        allocation(world, |one| one.gateway = Some([10, 0, 0, 1].into()))
    }),
    (2009, "XZBA", "a class of units that is not in the table", |world| {
        allocation(world, |one| one.class = Some(50))
    }),
    (2011, "XZBA", "city or county of another province", |world| {
        allocation(world, |one| one.city = Some(110_100))
    }),
    (2012, "XZBA", "no phone number", |world| {
        allocation(world, |one| one.contact_phone = Some("0755 8888 9999".into()))
    }),
    (2013, "XZBA", "no e-mail address", |world| {
        allocation(world, |one| one.contact_email = Some("nobody".into()))
    }),
    (2014, "XZBA", "the first address of an allocation is 0", |world| {
        allocation(world, |one| one.first = NONE)
    }),
    (2015, "XZBA", "the last address of an allocation is 0", |world| {
        allocation(world, |one| one.last = NONE)
    }),
    (2017, "XZBA", "the announcer is no known unit", |world| {
        broadcast(world, OWN, |one| one.announcer = NOBODY)
    }),
    (2018, "XZBA", "the applicant is no known unit", |world| {
        broadcast(world, OWN, |one| one.applicant = NOBODY)
    }),
    (2019, "XZBA", "a nature that is not in the table", |world| {
        allocation(world, |one| one.nature = Some(7))
    }),
    (2020, "XZBA", "an industry that is not in the table", |world| {
        allocation(world, |one| one.industry = Some(50))
    }),
    (2024, "XZBA", "no province", |world| allocation(world, |one| one.province = Some(990_000))),
    (2025, "XZBA", "a city that is not in the table", |world| {
        allocation(world, |one| one.city = Some(990_100))
    }),
    (2026, "XZBA", "a county that is not in the table", |world| {
        allocation(world, |one| one.county = Some(990_101))
    }),
    (2028, "XZBA", "from a filing unit, but only a name is told", |world| {
        own(world, |one| one.source_kind = OwnRange::FROM_UNIT)
    }),
    (2029, "XZBA", "from a filing unit that is not known", |world| {
        own(world, |one| {
            one.source_kind = OwnRange::FROM_UNIT;
            one.source = SourceUnit::Unit(NOBODY);
        })
    }),
    (2030, "XZBA", "an allocation in use without its date", |world| allocation(world, |one| one.date = None)),
    (2031, "XZBA", "an allocation to a user without its name", |world| {
        allocation(world, |one| one.name = None)
    }),
    (2032, "XZBA", "an allocation in use without its use mode", |world| {
        allocation(world, |one| one.use_mode = None)
    }),
    (2034, "XZBA", "an allocation to a user without its nature", |world| {
        allocation(world, |one| one.nature = None)
    }),
    (2036, "XZBA", "an allocation to a user without its street", |world| {
        allocation(world, |one| one.street = None)
    }),
    (2037, "XZBA", "an allocation to a user without its province", |world| {
        allocation(world, |one| one.province = None)
    }),
    (2038, "XZBA", "an allocation to a user without its city", |world| {
        allocation(world, |one| one.city = None)
    }),
    (2039, "XZBA", "an allocation to a user without contact phone", |world| {
        allocation(world, |one| one.contact_phone = None)
    }),
    (2040, "XZBA", "an allocation to a user without contact", |world| {
        allocation(world, |one| one.contact = None)
    }),
    (2042, "XZBA", "an allocation to a user without contact e-mail", |world| {
        allocation(world, |one| one.contact_email = None)
    }),
    (2043, "XZBA", "where the gateway stands is told, but not the gateway", |world| {
        allocation(world, |one| one.gateway = None)
    }),
    (2044, "XZBA", "the gateway is told, but not where it stands", |world| {
        allocation(world, |one| one.gateway_place = None)
    }),
    (2045, "XZBA", "from elsewhere, but no name is told", |world| {
        own(world, |one| one.source = SourceUnit::Unit(1))
    }),
    (2047, "XZBA", "passed on to nobody", |world| allocation(world, |one| one.mode = Allocation::PASSED_ON)),
    (2048, "XZBA", "passed on to a unit that is not known", |world| {
        allocation(world, |one| {
            one.mode = Allocation::PASSED_ON;
            one.receiver = Some(NOBODY);
        })
    }),
    (2049, "XZBA", "the provider has reported another range under the record", |world| {
        source(world, |_| {});
        source(world, |one| (one.first, one.last) = ([198, 51, 100, 1].into(), [198, 51, 100, 1].into()))
    }),
    (2050, "XZBA", "passed on to the provider itself", |world| {
        allocation(world, |one| {
            one.mode = Allocation::PASSED_ON;
            one.receiver = Some(OWN);
        })
    }),
    (2051, "XZBA", "an account that `lacks` broadcasts", |world| broadcast(world, EAST, |_| {})),
    (2052, "XZBA", "the source is the provider itself", |world| source(world, |one| one.unit = OWN)),
    (2053, "XZBA", "announcer and applicant are the same", |world| {
        broadcast(world, OWN, |one| one.applicant = one.announcer)
    }),
    (2054, "SCBA", "the record is another provider's; in XGBA too", |world| {
        let id = filed_source(world);
        source_deleted(world, OTHER, id)
    }),
    (2055, "SCBA", "no such record in the list", |world| source_deleted(world, OWN, 440_000_009_999)),
    (2055, "XGBA", "the same", |world| source_changed(world, 440_000_009_999)),
    (2056, "XZBA", "the range overlaps with another of the provider in the same list", |world| {
        source(world, |_| {});
        source(world, |one| {
            one.record = 77;
            one.last = [203, 0, 113, 200].into();
        })
    }),
    (2998, "XZBA", "taken; the bureau's id comes with it", |world| source(world, |_| {})),
    (2998, "XGBA", "changed", |world| {
        let id = filed_source(world);
        source_changed(world, id)
    }),
    (2998, "SCBA", "deleted", |world| {
        let id = filed_source(world);
        source_deleted(world, OWN, id)
    }),
];
