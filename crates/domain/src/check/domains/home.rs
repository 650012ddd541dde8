//! Checks of the address of the home page.

use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::finding::Finding;
use crate::order::field::Field;

/// An address that was given can be read as one.
pub(super) fn readable(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in applied.offers(sight) {
        if offer.home.bad().is_some() {
            let finding = applied.in_service(Field::ServiceHomeUrl, offer.n);
            out.push(finding.with("found", offer.service.home_url.trim()));
        }
    }
}

/// The host of the home page is one of the domains, or lies below one.
pub(super) fn of_domain(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in applied.offers(sight) {
        let Some(home) = offer.home.good() else { continue };
        let within = |domain: &str| {
            home.host().strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        let mut names = offer.domains.iter().filter_map(|read| read.good());
        let Some(first) = names.next() else { continue };
        if !within(first.as_str()) && !names.any(|name| within(name.as_str())) {
            let finding = applied.in_service(Field::ServiceHomeUrl, offer.n);
            out.push(finding.with("found", home.host()).with("expected", first.unicode()));
        }
    }
}

/// No two services have one home page.
pub(super) fn once(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (n, offer) in sight.offers.iter().enumerate() {
        let Some(home) = offer.home.good() else { continue };
        let address = |text: &str| text.trim_end_matches('/').len();
        let mut others = sight.offers[..n].iter().filter_map(|other| other.home.good());
        let (own, length) = (home.as_str(), address(home.as_str()));
        if others.any(|other| other.as_str()[..address(other.as_str())] == own[..length]) {
            let finding = applied.in_service(Field::ServiceHomeUrl, offer.n);
            out.push(finding.with("found", own));
        }
    }
}

/// The home page is the root of its host: no path, no query.
pub(super) fn root(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in applied.offers(sight) {
        let Some(home) = offer.home.good() else { continue };
        let rest = home.as_str().split_once("://").map_or("", |(_, rest)| rest);
        let path = rest.find(['/', '?', '#']).map_or("", |at| &rest[at..]);
        if !matches!(path, "" | "/") {
            let finding = applied.in_service(Field::ServiceHomeUrl, offer.n);
            out.push(finding.with("found", path).with("expected", home.host()));
        }
    }
}
