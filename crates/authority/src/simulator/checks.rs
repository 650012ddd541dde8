//! The content checks of a new filing, one line per code: what the bureau's system can find out by itself.
//! Source of the codes: 企业系统接口规范 V3.0, appendix of return codes.

mod attachments;
mod library;
mod persons;
mod service;
mod subject;

use super::account::Seat;
use super::state::State;
use crate::message::upload::xzba::Filing;

/// What the checks may look at besides the filing itself.
pub(super) struct Library<'a> {
    pub state: &'a State,
    /// The bureau that examines.
    pub seat: Seat,
}

type Fails = fn(&Filing, &Library<'_>) -> bool;

/// Code and the condition under which it is reported.
const CHECKS: &[(i64, Fails)] = &[
    (1003, library::subject_clashes),
    (1004, service::domain_invalid),
    (1005, library::domain_filed),
    (1006, service::address_invalid),
    (1007, persons::contact_missing),
    (1008, subject::certificate_invalid),
    (1009, persons::email_invalid),
    (1010, persons::office_phone_invalid),
    (1011, persons::mobile_invalid),
    (1012, persons::msn_invalid),
    (1013, persons::qq_invalid),
    (1014, subject::nature_invalid),
    (1015, subject::id_card_invalid),
    (1019, subject::region_invalid),
    (1022, service::home_url_malformed),
    (1024, service::addresses_clash),
    (1029, service::access_repeated),
    (1031, persons::office_phone_missing),
    (1033, service::approval_invalid),
    (1034, service::content_invalid),
    (1035, service::mode_invalid),
    (1036, service::location_invalid),
    (1039, service::domain_repeated),
    (1041, service::home_url_elsewhere),
    (1044, subject::person_missing),
    (1045, library::province_elsewhere),
    (1056, attachments::format_unknown),
    (1057, attachments::purpose_unknown),
    (1061, attachments::owner_does_not_fit),
    (1066, service::language_invalid),
];

/// Every code that speaks against the filing, ascending.
pub(super) fn failing(filing: &Filing, library: &Library<'_>) -> Vec<i64> {
    CHECKS.iter().filter(|(_, fails)| fails(filing, library)).map(|(code, _)| *code).collect()
}
