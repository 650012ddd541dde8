//! Checks of evidence: what is missing, and what is unfit.

mod missing;
mod papers;
mod pictures;

use super::registry::{Check, check};

pub(super) const CHECKS: &[Check] = &[
    check!("pieces-there", missing::pieces),
    check!("approval-papers-there", missing::approvals),
    check!("subject-letter-there", missing::subject_letter; Asks),
    check!("site-letter-there", missing::site_letter; Asks),
    check!("clause-documents-there", missing::documents; Words),
    check!("establishment-form-there", missing::establishment; Asks, Document),
    check!("tutoring-statement-there", missing::tutoring; Asks, Words, Document),
    check!("picture-size-most", pictures::size_most; Asks),
    check!("picture-of-the-original", pictures::original),
    check!("electronic-licence", pictures::electronic; Asks),
    check!("licence-copy-sealed", pictures::copy; Asks),
    check!("piece-once", pictures::once),
    check!("letter-age-most", papers::letter_age; Asks),
    check!("signed-by-today", papers::signed_by_today),
    check!("document-days", papers::days),
];
