//! Checks against what is filed already, under way, reported or blacklisted.

use std::collections::HashSet;

use super::Library;
use super::content::{Content, Service};
use crate::codes::base::{CERTIFICATE_ID_CARD, Province};
use crate::simulator::account::Seat;
use crate::simulator::state::Tag;

/// The certificate stands under another name, the name under another certificate of the same kind, or the
/// same subject has a new filing under way. A subject that is changed does not clash with itself.
pub(super) fn subject_clashes(content: &Content<'_>, library: &Library<'_>) -> bool {
    let (Some(subject), state) = (&content.subject, library.state) else { return false };
    let own = library.target.map(super::FiledSubject::bureau_id);
    let (kind, number) = (subject.certificate_kind, subject.certificate_number);
    let filed = match state.with_certificate(kind, number) {
        Some(filed) if own.is_some() => own != Some(filed.bureau_id()),
        Some(filed) => filed.name() != subject.name,
        // Persons share names; organisations of one kind do not.
        None => {
            kind != CERTIFICATE_ID_CARD
                && state.with_name(kind, subject.name).any(|filed| own != Some(filed.bureau_id()))
        }
    };
    filed || state.filings.count(&Tag::certificate(kind, number)) > 0
}

/// A domain is in the register for somebody else, or in a request under way.
pub(super) fn domain_filed(content: &Content<'_>, library: &Library<'_>) -> bool {
    let own = library.target.map(super::FiledSubject::bureau_id);
    let mut domains = content.services.iter().flat_map(|service| &service.domains);
    domains.any(|domain| {
        let filed = library.state.with_domain(domain);
        filed.is_some_and(|(subject, _)| Some(subject.bureau_id()) != own)
            || library.state.filings.count(&Tag::domain(domain)) > 0
    })
}

/// A domain stands twice in the request, or another service of the subject has it.
pub(super) fn domain_repeated(content: &Content<'_>, library: &Library<'_>) -> bool {
    let mut seen = HashSet::new();
    content.services.iter().any(|service| {
        service.domains.iter().any(|domain| {
            !seen.insert(domain.to_ascii_lowercase())
                || library.target.is_some_and(|subject| {
                    let filed = library.state.with_domain(domain);
                    filed.is_some_and(|(of, holder)| {
                        of.bureau_id() == subject.bureau_id() && Some(holder.bureau_id) != service.bureau_id
                    })
                })
        })
    })
}

/// A service has the name of another of the same subject. New filings are not looked at: services with one
/// name there differ by their domains.
pub(super) fn service_name_clashes(content: &Content<'_>, library: &Library<'_>) -> bool {
    let Some(subject) = library.target else { return false };
    content.services.iter().any(|service| {
        let same = |name: &str| {
            subject
                .services()
                .iter()
                .any(|filed| filed.name == name && Some(filed.bureau_id) != service.bureau_id)
        };
        service.name.is_some_and(same)
    })
}

/// A service of a filed subject has the home page of another service.
pub(super) fn home_url_filed(content: &Content<'_>, library: &Library<'_>) -> bool {
    let taken = |service: &Service<'_>| {
        let filed = service.home_url.and_then(|url| library.state.with_home_url(url));
        filed.is_some_and(|(_, holder)| Some(holder.bureau_id) != service.bureau_id)
    };
    library.target.is_some() && content.services.iter().any(taken)
}

/// The bureau is that of another province than the one a new subject is in.
pub(super) fn province_elsewhere(content: &Content<'_>, library: &Library<'_>) -> bool {
    let Some(subject) = content.subject.as_ref().filter(|_| library.target.is_none()) else { return false };
    match library.seat {
        Seat::Province(own) => Province::of_region(subject.address.province) != Some(own),
        Seat::Any | Seat::Ministry => false,
    }
}

/// An address is not among those the provider has reported. Of a provider that has reported none, nothing can
/// be said.
pub(super) fn address_not_reported(content: &Content<'_>, library: &Library<'_>) -> bool {
    let (state, account) = (library.state, library.account);
    let accesses = content.services.iter().flat_map(|service| &service.accesses);
    let mut ranges = accesses.flat_map(|access| &access.ranges).filter(|(first, last)| first <= last);
    state.has_addresses(account) && ranges.any(|(first, last)| !state.owns_addresses(account, *first, *last))
}

pub(super) fn domain_blacklisted(content: &Content<'_>, library: &Library<'_>) -> bool {
    let mut domains = content.services.iter().flat_map(|service| &service.domains);
    domains.any(|domain| library.state.blacklist.domain(domain))
}

/// The subject that is filed, or the one that the request names.
pub(super) fn subject_blacklisted(content: &Content<'_>, library: &Library<'_>) -> bool {
    let sent = content.subject.as_ref().map(|one| (one.certificate_kind, one.certificate_number));
    let filed = library.target.map(|subject| &subject.filing.subject.certificate);
    let both = sent.into_iter().chain(filed.map(|filed| (filed.kind, filed.number.as_str())));
    both.into_iter().any(|(kind, number)| library.state.blacklist.subject(kind, number))
}
