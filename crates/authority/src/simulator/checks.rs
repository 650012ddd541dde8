//! The content checks, one line per code: what the bureau's system can find out by itself about whatever a
//! request says. What only one document is checked for stands with its examination.
//! Source of the codes: 企业系统接口规范 V3.0, appendix of return codes.

mod attachments;
pub(super) mod content;
mod library;
pub(super) mod persons;
pub(super) mod service;
pub(super) mod subject;

use super::account::Seat;
use super::register::FiledSubject;
use super::state::State;
use crate::codes::{CodeTables, Known, Table};
use content::Content;

/// What the checks may look at besides the request itself.
#[derive(Clone, Copy)]
pub(super) struct Library<'a> {
    pub state: &'a State,
    /// The tables that hold for the provider.
    pub tables: &'a CodeTables,
    /// Unit id of the provider.
    pub account: i64,
    /// The bureau that examines.
    pub seat: Seat,
    /// The subject that the request names, if it is in the register.
    pub target: Option<&'a FiledSubject>,
}

impl Library<'_> {
    /// Whether a code may be used.
    pub fn knows(&self, table: Table, id: i64) -> bool {
        self.tables.contains(table, id) == Known::Yes
    }

    /// Whether one of the codes may not be used.
    pub fn misses(&self, table: Table, ids: &[i64]) -> bool {
        ids.iter().any(|id| !self.knows(table, *id))
    }
}

/// A code and the condition under which it is reported.
pub(super) type Check<T> = (i64, fn(&T, &Library<'_>) -> bool);

/// Every code that speaks against something, in the order of the checks.
pub(super) fn failing<T>(checks: &[Check<T>], examined: &T, library: &Library<'_>) -> Vec<i64> {
    checks.iter().filter(|(_, fails)| fails(examined, library)).map(|(code, _)| *code).collect()
}

type Fails = fn(&Content<'_>, &Library<'_>) -> bool;

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
    (1020, library::service_name_clashes),
    (1021, library::home_url_filed),
    (1022, service::home_url_malformed),
    (1024, service::addresses_clash),
    (1029, service::access_repeated),
    (1031, persons::office_phone_missing),
    (1033, service::approval_invalid),
    (1034, service::content_invalid),
    (1035, service::mode_invalid),
    (1036, service::location_invalid),
    (1039, library::domain_repeated),
    (1040, service::addresses_repeated),
    (1041, service::home_url_elsewhere),
    (1044, subject::person_missing),
    (1045, library::province_elsewhere),
    (1056, attachments::format_unknown),
    (1057, attachments::purpose_unknown),
    (1061, attachments::owner_does_not_fit),
    (1063, library::address_not_reported),
    (1064, library::domain_blacklisted),
    (1065, library::subject_blacklisted),
    (1066, service::language_invalid),
    (5010, attachments::too_large),
];

/// Every code that speaks against what a request says.
pub(super) fn against(content: &Content<'_>, library: &Library<'_>) -> Vec<i64> {
    CHECKS.iter().filter(|(_, fails)| fails(content, library)).map(|(code, _)| *code).collect()
}

/// The codes that the checks of content can give.
#[cfg(test)]
pub(super) fn codes() -> impl Iterator<Item = i64> {
    CHECKS.iter().map(|(code, _)| *code)
}
