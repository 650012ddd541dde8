//! Checks of certificates: readable numbers, types that fit, places they come from, days they hold.

mod kinds;
mod places;
mod validity;

use super::applied::Applied;
use super::registry::{Check, check};
use super::sight::Sight;
use super::unreadable::unreadable;
use crate::finding::Finding;
use crate::order::field::{Field, FieldPath};

pub(super) const CHECKS: &[Check] = &[
    check!("certificate-number-readable", readable; Words),
    check!("certificate-of-nature", kinds::of_nature),
    check!("certificate-offered", kinds::offered),
    check!("certificate-type-free-of", kinds::free_of; Words),
    check!("unified-code-starts", kinds::unified_code_starts; Words),
    check!("unified-code-of-sole-trader", kinds::sole_trader),
    check!("licence-number-current", kinds::licence_number_current),
    check!("passport-of-foreigner", kinds::passport_of_foreigner),
    check!("taiwan-permit-letter", kinds::taiwan_permit_letter),
    check!("unified-code-region-known", places::unified_code_region_known),
    check!("unified-code-of-province", places::unified_code_of_province; Asks),
    check!("resident-id-region-known", places::resident_id_region_known),
    check!("resident-id-born", validity::born),
    check!("certificate-holds", validity::holds),
    check!("certificate-holds-days", validity::holds_days; Asks),
    check!("licence-holds-days", validity::licence_holds_days; Asks),
    check!("residence-permit-holds-days", validity::permit_holds_days; Asks),
    check!("temporary-id", validity::temporary_id; Asks),
    check!("resident-id-long-term-from", validity::long_term_from; Number),
    check!("resident-id-holds-at-most", validity::holds_at_most; Number),
];

/// The number of a certificate can be read; the rule names the reasons it is about.
fn readable(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let subject = FieldPath::of(Field::SubjectCertificateNumber);
    out.extend(unreadable(applied, &sight.certificate, subject));
    for who in &sight.people {
        out.extend(unreadable(applied, &who.certificate, who.path(who.fields.certificate_number)));
    }
}
