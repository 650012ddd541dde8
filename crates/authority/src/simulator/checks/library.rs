//! Checks against what is filed already or under way.

use super::Library;
use crate::message::upload::xzba::Filing;

/// The certificate stands under another name, the name under another certificate of the same kind, or the
/// same subject has a filing under way.
pub(super) fn subject_clashes(filing: &Filing, library: &Library<'_>) -> bool {
    let subject = &filing.subject;
    let certificate = &subject.certificate;
    let filed = library.state.register.subjects.iter().any(|filed| {
        let same = filed.has(certificate.kind, &certificate.number);
        if same {
            filed.name != subject.name
        } else {
            // Persons share names; organisations of one kind do not.
            filed.certificate_kind == certificate.kind
                && certificate.kind != crate::codes::base::CERTIFICATE_ID_CARD
                && filed.name == subject.name
        }
    });
    let under_way = library.state.filings.values().any(|open| {
        open.stage.is_open()
            && open.certificate_kind == certificate.kind
            && open.certificate_number.eq_ignore_ascii_case(&certificate.number)
    });
    filed || under_way
}

/// A domain is in the register or in a filing under way.
pub(super) fn domain_filed(filing: &Filing, library: &Library<'_>) -> bool {
    let mut domains = filing.services.iter().flat_map(|service| &service.domains);
    domains.any(|domain| {
        let name = domain.name.to_ascii_lowercase();
        let under_way = library.state.filings.values();
        library.state.register.with_domain(&name).is_some()
            || under_way.filter(|open| open.stage.is_open()).any(|open| open.domains.contains(&name))
    })
}
