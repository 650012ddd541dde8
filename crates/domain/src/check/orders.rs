//! Checks of the kinds of order: what must stand before, what may change, what may be cancelled.

mod access;
mod cancels;
mod changes;
mod kinds;
mod moves;
mod standing;

use super::registry::{Check, check};
use super::sight::Sight;
use crate::dossier::{Person, Record};
use crate::filing_number::ServiceKind;

pub(super) const CHECKS: &[Check] = &[
    check!("running-orders-most", standing::running_orders; Asks),
    check!("subject-unfiled", standing::unfiled),
    check!("subject-filed", standing::filed),
    check!("service-filed", standing::service_filed),
    check!("order-has-service", standing::has_service),
    check!("subject-not-blacklisted", standing::not_blacklisted),
    check!("unit-not-abnormal", standing::not_abnormal; Asks),
    check!("unit-not-abnormal-elsewhere", standing::not_abnormal_elsewhere),
    check!("shell-may-add", standing::shell_may_add; Asks),
    check!("filed-sites-open-asked", standing::sites_open_asked; Asks),
    check!("filed-sites-open", standing::sites_open),
    check!("filed-sites-named", standing::sites_named),
    check!("filed-sites-numbered", standing::sites_numbered),
    check!("access-matches-record", access::matches; Asks),
    check!("access-record-current", access::current; Asks),
    check!("access-change-days", access::change_days; Asks),
    check!("access-of-filed-domain", access::of_filed_domain),
    check!("access-not-ours", access::not_ours),
    check!("new-service-apart", changes::new_service_apart; Asks),
    check!("province-stays", changes::province_stays; Asks),
    check!("subject-change-allowed", changes::subject_change; Asks),
    check!("subject-change-letter", changes::change_letter; Asks, Document),
    check!("subject-not-swapped", changes::not_swapped; Asks),
    check!("new-person-new-letter", changes::new_letter; Asks),
    check!("individual-stays-same", kinds::individual_stays; Asks),
    check!("individual-becomes-unit", kinds::becomes_unit),
    check!("unit-becomes-individual", kinds::becomes_individual),
    check!("cancels-own-access", cancels::own),
    check!("cancels-no-last-access", cancels::last_access),
    check!("cancels-all-accesses", cancels::all_accesses),
    check!("cancels-one-service", cancels::one_service),
    check!("cancels-whole-service", cancels::whole_service),
    check!("shell-cancelled-on-paper", cancels::shell; Asks),
    check!("migration-target-ready", moves::target_ready),
    check!("migration-to-unit", moves::to_unit),
    check!("migration-no-app", moves::no_app),
    check!("claim-not-ours", moves::claim_not_ours),
];

/// What stands in the record, if it is known.
fn record<'s>(sight: &Sight<'s>) -> Option<&'s Record> {
    sight.dossier.known.record.as_deref()
}

/// Whether two texts are both there and differ.
fn differ(then: &str, now: &str) -> bool {
    let (then, now) = (then.trim(), now.trim());
    !then.is_empty() && !now.is_empty() && !then.eq_ignore_ascii_case(now)
}

/// Whether a change makes it another's number: the unified code that took over the code of the organisation, or an
/// old number of fifteen digits, does not.
fn number_differs(then: &str, now: &str) -> bool {
    let old = then.trim().replace('-', "").to_uppercase();
    let new = now.trim().to_uppercase();
    let taken_over = match old.len() {
        9 => new.get(8..17) == Some(old.as_str()),
        15 => new.len() == 18 && old.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    };
    differ(then, now) && !taken_over
}

/// Whether somebody else is in charge than the record says.
fn person_differs(then: Option<&Person>, now: &Person) -> bool {
    then.is_some_and(|then| {
        differ(&then.certificate_number, &now.certificate_number)
            || (then.certificate_number.trim().is_empty() && differ(&then.name, &now.name))
    })
}

/// Whether an App is among the services.
fn has_app(sight: &Sight<'_>) -> bool {
    sight.dossier.services.iter().any(|service| service.kind == Some(ServiceKind::App))
}
