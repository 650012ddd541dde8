//! The checks of one domain name, one line per code. What the schema makes everybody give can still be blank.
//! Source of the codes: 企业系统接口规范 V3.0, appendix of return codes.

use chrono::NaiveDate;

use crate::codes::Table;
use crate::message::download::sync::domains::SyncedDomain;
use crate::simulator::checks::Library;
use crate::simulator::checks::persons::{are_emails, are_phones};
use crate::simulator::checks::subject::fits;

/// A domain with the day it is examined on, in Beijing.
pub(in crate::simulator::examine) struct Examined<'a> {
    pub domain: &'a SyncedDomain,
    pub today: NaiveDate,
}

type Fails = fn(&Examined<'_>, &Library<'_>) -> bool;

/// Code and the condition under which it is reported.
pub(in crate::simulator::examine) const CHECKS: &[(i64, Fails)] = &[
    (3001, |one, library| !library.knows(Table::DomainKinds, one.domain.kind)),
    (3004, |one, _| one.domain.valid_until < one.today),
    (3005, |one, _| blank(&one.domain.name_servers)),
    (3006, |one, _| blank(&one.domain.registrar)),
    (3007, |one, _| !blank(&one.domain.registrar) && !one.domain.registrar.chars().any(char::is_alphabetic)),
    (3008, |one, _| blank(&one.domain.registrant_name)),
    (3009, |one, _| blank(&one.domain.registrant_organisation)),
    (3012, |one, _| blank(&one.domain.registrant_email)),
    (3013, |one, _| email_malformed(Some(&one.domain.registrant_email))),
    (3014, |one, _| blank(&one.domain.registrant_phone)),
    (3015, |one, _| phone_malformed(Some(&one.domain.registrant_phone))),
    (3016, |one, _| blank(&one.domain.registrant_address)),
    (3017, |one, _| blank(&one.domain.administrator_name)),
    (3018, |one, _| blank(&one.domain.administrator_organisation)),
    (3021, |one, _| blank(&one.domain.administrator_email)),
    (3022, |one, _| email_malformed(Some(&one.domain.administrator_email))),
    (3023, |one, _| blank(&one.domain.administrator_phone)),
    (3024, |one, _| phone_malformed(Some(&one.domain.administrator_phone))),
    (3025, |one, _| blank(&one.domain.administrator_address)),
    (3028, |one, library| {
        !fits(library, one.domain.registrant_province, Some(one.domain.registrant_city), None)
    }),
    (3029, |one, library| {
        !fits(library, one.domain.administrator_province, Some(one.domain.administrator_city), None)
    }),
    (3030, |one, library| {
        let province = one.domain.payer_province;
        let elsewhere = |province| !fits(library, province, one.domain.payer_city, None);
        province.map_or(one.domain.payer_city.is_some(), elsewhere)
    }),
    (3033, |one, _| phone_malformed(one.domain.payer_phone.as_deref())),
    (3034, |one, _| email_malformed(one.domain.payer_email.as_deref())),
    (3035, |one, _| one.domain.registered > one.today),
];

/// Every code that speaks against the domain, ascending.
pub(super) fn against(examined: &Examined<'_>, library: &Library<'_>) -> Vec<i64> {
    CHECKS.iter().filter(|(_, fails)| fails(examined, library)).map(|(code, _)| *code).collect()
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// A blank one is missing, which has a code of its own.
fn email_malformed(text: Option<&str>) -> bool {
    text.is_some_and(|text| !blank(text) && !are_emails(text))
}

fn phone_malformed(text: Option<&str>) -> bool {
    text.is_some_and(|text| !blank(text) && !are_phones(text))
}
