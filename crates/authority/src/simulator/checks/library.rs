//! Checks against what is filed already or under way.

use super::Library;
use crate::codes::base::{CERTIFICATE_ID_CARD, Province};
use crate::message::upload::xzba::Filing;
use crate::simulator::account::Seat;
use crate::simulator::state::Tag;

/// The certificate stands under another name, the name under another certificate of the same kind, or the
/// same subject has a filing under way.
pub(super) fn subject_clashes(filing: &Filing, library: &Library<'_>) -> bool {
    let (subject, state) = (&filing.subject, library.state);
    let certificate = &subject.certificate;
    let filed = match state.with_certificate(certificate.kind, &certificate.number) {
        Some(filed) => filed.name != subject.name,
        // Persons share names; organisations of one kind do not.
        None => {
            certificate.kind != CERTIFICATE_ID_CARD
                && state.with_name(certificate.kind, &subject.name).next().is_some()
        }
    };
    filed || state.filings.count(&Tag::certificate(certificate.kind, &certificate.number)) > 0
}

/// A domain is in the register or in a filing under way.
pub(super) fn domain_filed(filing: &Filing, library: &Library<'_>) -> bool {
    let mut tags =
        filing.services.iter().flat_map(|service| &service.domains).map(|one| Tag::domain(&one.name));
    tags.any(|tag| library.state.subjects.count(&tag) + library.state.filings.count(&tag) > 0)
}

/// The bureau is that of another province than the subject's.
pub(super) fn province_elsewhere(filing: &Filing, library: &Library<'_>) -> bool {
    match library.seat {
        Seat::Province(own) => Province::of_region(filing.subject.address.province) != Some(own),
        Seat::Any | Seat::Ministry => false,
    }
}
