//! The addresses of a service: readable, public, of the resource, each once.

use crate::check::applied::Applied;
use crate::check::sight::{Offer, Read, Sight};
use crate::finding::Finding;
use crate::network::IpRange;
use crate::order::field::Field;

/// Every address that can be read, with its service.
fn good<'s>(sight: &'s Sight<'_>) -> impl Iterator<Item = (&'s Offer<'s>, &'s IpRange)> {
    let each =
        |offer: &'s Offer<'s>| offer.addresses.iter().filter_map(Read::good).map(move |range| (offer, range));
    sight.offers.iter().flat_map(each)
}

fn at(applied: &Applied<'_>, offer: &Offer<'_>, address: impl Into<String>) -> Finding {
    let address = address.into();
    applied.finding(offer.path(Field::AccessAddresses)).with("found", &*address).with("address", address)
}

/// Every address can be read.
pub(super) fn readable(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in &sight.offers {
        for (read, text) in offer.addresses.iter().zip(&offer.service.access.addresses) {
            if read.bad().is_some() {
                out.push(at(applied, offer, text.trim()));
            }
        }
    }
}

/// Every address is public.
pub(super) fn public(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, range) in good(sight).filter(|(_, range)| !range.is_public()) {
        out.push(at(applied, offer, range.to_string()));
    }
}

/// Every address is of IPv4.
pub(super) fn v4(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, range) in good(sight).filter(|(_, range)| range.ipv4_bounds().is_none()) {
        out.push(at(applied, offer, range.to_string()));
    }
}

/// Every public address is one of the resource's.
pub(super) fn of_resource(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in &sight.offers {
        let Some(resource) = offer.service.access.resource.as_deref() else { continue };
        let own = || resource.addresses.iter().filter_map(|text| IpRange::parse(text).ok());
        let foreign = |range: &&IpRange| {
            range.is_public() && !own().any(|own| own.covers(range)) && own().next().is_some()
        };
        if resource.owned == Some(false) {
            continue;
        }
        for range in offer.addresses.iter().filter_map(Read::good).filter(foreign) {
            out.push(at(applied, offer, range.to_string()));
        }
    }
}

/// No address is named twice for a service.
pub(super) fn once(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in &sight.offers {
        for (n, range) in offer.addresses.iter().enumerate() {
            let Some(range) = range.good() else { continue };
            let mut before = offer.addresses[..n].iter().filter_map(Read::good);
            if before.any(|other| other.overlaps(range)) {
                out.push(at(applied, offer, range.to_string()));
            }
        }
    }
}

/// No range is wider than what one service can use.
pub(super) fn range_most(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.with().number else { return };
    for (offer, range) in good(sight) {
        if let Some((start, end)) = range.ipv4_bounds()
            && end - start >= most
        {
            let finding = at(applied, offer, range.to_string());
            let count = u64::from(end - start) + 1;
            out.push(finding.with("count", count.to_string()).with("expected", most.to_string()));
        }
    }
}
