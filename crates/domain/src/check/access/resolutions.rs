//! Which domain leads to which addresses.

use crate::check::applied::Applied;
use crate::check::sight::{Offer, Read, Sight};
use crate::dossier::Resolution;
use crate::finding::Finding;
use crate::network::{DomainName, IpRange};
use crate::order::field::Field;

/// The services that say which domain leads where.
fn mapped<'s>(sight: &'s Sight<'_>) -> impl Iterator<Item = (&'s Offer<'s>, &'s [Resolution])> {
    let each = |offer: &'s Offer<'s>| (offer, offer.service.access.resolutions.as_slice());
    sight.offers.iter().map(each).filter(|(_, resolutions)| !resolutions.is_empty())
}

/// Whether a resolution is of a domain, or of a name below it.
fn is_of(resolution: &Resolution, domain: &DomainName) -> bool {
    let text = resolution.domain.trim();
    text.eq_ignore_ascii_case(domain.as_str())
        || DomainName::parse(text).is_ok_and(|name| name.is_within(domain))
}

/// Every domain leads to an address.
pub(super) fn domain_leads(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, resolutions) in mapped(sight) {
        for domain in offer.domains.iter().filter_map(Read::good) {
            let leads = |one: &Resolution| !one.addresses.is_empty() && is_of(one, domain);
            if !resolutions.iter().any(leads) {
                out.push(applied.finding(offer.path(Field::ServiceDomain)).with("found", domain.unicode()));
            }
        }
    }
}

/// What leads somewhere is a domain of the service, or a name below one.
pub(super) fn of_domain(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, resolutions) in mapped(sight) {
        // A domain that cannot be read may be the one.
        if offer.domains.is_empty() || offer.domains.iter().any(|domain| domain.bad().is_some()) {
            continue;
        }
        let known =
            |one: &Resolution| offer.domains.iter().filter_map(Read::good).any(|domain| is_of(one, domain));
        for resolution in resolutions.iter().filter(|one| !one.domain.trim().is_empty() && !known(one)) {
            let finding = applied.finding(offer.path(Field::AccessAddresses));
            out.push(finding.with("found", resolution.domain.trim()));
        }
    }
}

/// Domains lead to addresses of the access only.
pub(super) fn in_addresses(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, resolutions) in mapped(sight).filter(|(offer, _)| !offer.addresses.is_empty()) {
        for address in resolutions.iter().flat_map(|one| &one.addresses) {
            let read = IpRange::parse(address);
            let mut own = offer.addresses.iter().filter_map(Read::good);
            if !read.is_ok_and(|read| own.any(|own| own.covers(&read))) {
                let finding = applied.finding(offer.path(Field::AccessAddresses));
                out.push(finding.with("found", address.trim()));
            }
        }
    }
}

/// Every address of the access has a domain that leads to it.
pub(super) fn led_to(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, resolutions) in mapped(sight) {
        for range in offer.addresses.iter().filter_map(Read::good) {
            let mut targets = resolutions.iter().flat_map(|one| &one.addresses);
            if !targets.any(|text| IpRange::parse(text).is_ok_and(|target| range.overlaps(&target))) {
                let finding = applied.finding(offer.path(Field::AccessAddresses));
                out.push(finding.with("found", range.to_string()));
            }
        }
    }
}
