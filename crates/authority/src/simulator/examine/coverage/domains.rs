//! YM documents: one thing wrong in an otherwise good domain.

use chrono::NaiveDate;

use super::Reached;
use super::world::{EAST, MINISTRY, OWN, World};
use crate::message::upload::domain::addition::{Addition, Domain};
use crate::message::upload::domain::deletion::{Deletion, ReportedDomain};
use crate::sample;

fn domain(world: &World, spoil: impl FnOnce(&mut Domain)) -> Vec<i64> {
    domain_as(world, MINISTRY, spoil)
}

fn domain_as(world: &World, account: i64, spoil: impl FnOnce(&mut Domain)) -> Vec<i64> {
    let mut one = sample::domain_addition(9).domains.remove(0);
    spoil(&mut one);
    world.domains(account, |document| document.addition = Some(Addition { domains: vec![one] }))
}

fn deleted(world: &World, account: i64) -> Vec<i64> {
    let domains = vec![ReportedDomain::Name("shop9.example".to_owned())];
    world.domains(account, |document| document.deletion = Some(Deletion { domains }))
}

fn changed(world: &World) -> Vec<i64> {
    let id = world.change(|bureau| Ok(*bureau.state.domains.iter().next().unwrap().0));
    let mut change = sample::domain_change(9);
    change.domains[0].bureau_id = id;
    world.domains(MINISTRY, |document| document.change = Some(change))
}

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap()
}

pub(super) const REACHED: &[Reached] = &[
    (3001, "XZBA", "a kind that is not in the table", |world| domain(world, |one| one.kind = 50)),
    (3004, "XZBA", "the registration has ended", |world| domain(world, |one| one.expires = day(2025))),
    (3005, "XZBA", "blank", |world| domain(world, |one| one.name_servers = "    ".to_owned())),
    (3006, "XZBA", "blank", |world| domain(world, |one| one.registrar = " ".to_owned())),
    (3007, "XZBA", "no letter in it", |world| domain(world, |one| one.registrar = "123".to_owned())),
    (3008, "XZBA", "blank", |world| domain(world, |one| one.registrant_name = "  ".to_owned())),
    (3009, "XZBA", "blank", |world| domain(world, |one| one.registrant_organisation = " ".to_owned())),
    (3012, "XZBA", "blank", |world| domain(world, |one| one.registrant_email = " ".repeat(6))),
    (3013, "XZBA", "no e-mail address", |world| {
        domain(world, |one| one.registrant_email = "nobody".to_owned())
    }),
    (3014, "XZBA", "blank", |world| domain(world, |one| one.registrant_phone = " ".repeat(11))),
    (3015, "XZBA", "no phone number", |world| {
        domain(world, |one| one.registrant_phone = "0755 888 0000".to_owned())
    }),
    (3016, "XZBA", "blank", |world| domain(world, |one| one.registrant_address = " ".to_owned())),
    (3017, "XZBA", "blank", |world| domain(world, |one| one.administrator_name = "  ".to_owned())),
    (3018, "XZBA", "blank", |world| domain(world, |one| one.administrator_organisation = " ".to_owned())),
    (3021, "XZBA", "blank", |world| domain(world, |one| one.administrator_email = " ".repeat(6))),
    (3022, "XZBA", "no e-mail address", |world| {
        domain(world, |one| one.administrator_email = "nobody".to_owned())
    }),
    (3023, "XZBA", "blank", |world| domain(world, |one| one.administrator_phone = " ".repeat(11))),
    (3024, "XZBA", "no phone number", |world| {
        domain(world, |one| one.administrator_phone = "0755 888 0000".to_owned())
    }),
    (3025, "XZBA", "blank", |world| domain(world, |one| one.administrator_address = " ".to_owned())),
    (3028, "XZBA", "no province, or a city elsewhere", |world| {
        domain(world, |one| one.registrant_city = 110_100)
    }),
    (3029, "XZBA", "no province, or a city elsewhere", |world| {
        domain(world, |one| one.administrator_city = 110_100)
    }),
    (3030, "XZBA", "no province, or a city elsewhere", |world| {
        domain(world, |one| one.payer_province = Some(990_000))
    }),
    (3033, "XZBA", "no phone number", |world| {
        domain(world, |one| one.payer_phone = Some("0755 888 0000".to_owned()))
    }),
    (3034, "XZBA", "no e-mail address", |world| {
        domain(world, |one| one.payer_email = Some("nobody".to_owned()))
    }),
    (3035, "XZBA", "registered after today", |world| domain(world, |one| one.registered = day(2030))),
    (3036, "any", "at the bureau of a province", |world| domain_as(world, EAST, |_| {})),
    (3037, "any", "another unit has reported the domain", |world| {
        domain(world, |_| {});
        deleted(world, OWN)
    }),
    (3998, "XZBA", "taken; the ministry's id comes with it", |world| domain(world, |_| {})),
    (3998, "XGBA", "changed", |world| {
        domain(world, |_| {});
        changed(world)
    }),
    (3998, "SCBA", "deleted", |world| {
        domain(world, |_| {});
        deleted(world, MINISTRY)
    }),
    (3999, "XZBA", "the unit has reported the domain already; the text says so", |world| {
        domain(world, |_| {});
        domain(world, |one| one.record = 77)
    }),
    (3999, "XGBA, SCBA", "nobody has reported the domain; the text says so", |world| {
        deleted(world, MINISTRY)
    }),
];
