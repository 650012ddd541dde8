//! Checks of the access: the resource, its addresses, mode and place.

mod addresses;
mod resolutions;

use super::applied::Applied;
use super::cases::remarked;
use super::checker;
use super::registry::{Check, check};
use super::sight::{Offer, Sight};
use crate::dossier::Resource;
use crate::finding::Finding;
use crate::order::field::{Field, FieldPath};
use crate::resource::Unfit;
use crate::rulebook::{Entry, Parameter, Row, TableKind};
use crate::tables::AccessMode;

pub(super) const CHECKS: &[Check] = &[
    check!("resource-owned", owned),
    check!("resource-fit", fit),
    check!("resource-kind-files", kind_files),
    check!("resource-months-least", months_least),
    check!("resource-places-left", places_left),
    check!("resource-kind-carries", kind_carries),
    check!("access-place-of-resource", place_of_resource),
    check!("access-mode-fits", mode_fits; Words),
    check!("access-places-remarked", places_remarked; Remark),
    check!("address-readable", addresses::readable),
    check!("address-public", addresses::public),
    check!("address-v4", addresses::v4),
    check!("address-of-resource", addresses::of_resource),
    check!("address-once", addresses::once),
    check!("address-range-most", addresses::range_most; Number),
    check!("domain-leads-somewhere", resolutions::domain_leads),
    check!("resolution-of-domain", resolutions::of_domain),
    check!("resolution-in-addresses", resolutions::in_addresses),
    check!("address-led-to", resolutions::led_to),
];

/// Every service with its resource.
fn resources<'s>(sight: &'s Sight<'_>) -> impl Iterator<Item = (&'s Offer<'s>, &'s Resource)> {
    sight.offers.iter().filter_map(|offer| Some((offer, offer.service.access.resource.as_deref()?)))
}

fn at(applied: &Applied<'_>, offer: &Offer<'_>) -> Finding {
    applied.finding(offer.path(Field::AccessResource))
}

/// What the table says of the kind of a resource.
fn row<'r>(sight: &Sight<'r>, resource: &Resource) -> Option<&'r Entry<Row>> {
    sight.rules.row(TableKind::Resources, &resource.kind)
}

fn unfit(resource: &Resource, reason: Unfit) -> bool {
    resource.unfit.contains(&Some(reason))
}

/// The resource is one of the account.
fn owned(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, _) in resources(sight).filter(|(_, resource)| resource.owned == Some(false)) {
        out.push(at(applied, offer));
    }
}

/// Nothing speaks against the resource: one finding for each reason.
fn fit(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, resource) in resources(sight) {
        for reason in resource.unfit.iter().flatten() {
            out.push(at(applied, offer).with("reason", format!("@choices/unfit/{reason}")));
        }
    }
}

/// The kind of the resource may carry filings.
fn kind_files(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, resource) in resources(sight) {
        let may = row(sight, resource).and_then(|row| row.value.get("may-file")?.flag());
        if may == Some(false) && !unfit(resource, Unfit::PayPerUse) {
            out.push(at(applied, offer).with("found", format!("@resources/{}", resource.kind)));
        }
    }
}

/// The subscription runs as long as its kind asks.
fn months_least(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, resource) in resources(sight) {
        let least = row(sight, resource).and_then(|row| row.value.number("minimum-months"));
        if let (Some(least), Some(months)) = (least.map(u64::from), resource.months)
            && months < least
            && !unfit(resource, Unfit::TermTooShort)
        {
            let finding = at(applied, offer).with("found", months.to_string());
            out.push(finding.with("expected", least.to_string()));
        }
    }
}

/// Two services share a resource if both name one with the same addresses.
fn same(one: &Resource, two: &Resource) -> bool {
    !one.addresses.is_empty() && one.kind == two.kind && one.addresses == two.addresses
}

/// The services of this order on the resource of `offer`, if it is the first of them.
fn sharing(sight: &Sight<'_>, offer: &Offer<'_>, resource: &Resource) -> Option<u64> {
    let sharers = || resources(sight).filter(|(_, other)| same(resource, other)).map(|(other, _)| other.n);
    (sharers().next().is_none_or(|first| first == offer.n)).then(|| (sharers().count() as u64).max(1))
}

/// A resource whose kind grants fewer places than a server carries no more services than that.
fn kind_carries(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let usual = || checker::answer(sight.rules, sight.province(), Parameter::ServicesPerResource);
    let usual = || usual().and_then(|asked| asked.entry.value.number()).unwrap_or(u32::MAX);
    for (offer, resource) in resources(sight) {
        let granted = row(sight, resource).and_then(|row| row.value.number("services"));
        let Some(most) = granted.filter(|most| *most < usual()).map(u64::from) else { continue };
        if let Some(services) = sharing(sight, offer, resource).filter(|services| *services > most) {
            let finding = at(applied, offer).with("found", services.to_string());
            let finding = finding.with("resource", format!("@resources/{}", resource.kind));
            out.push(finding.with("expected", most.to_string()));
        }
    }
}

/// The resource has places for every service of this order that it carries.
fn places_left(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if !sight.brings_service() {
        return;
    }
    for (offer, resource) in resources(sight) {
        let Some(places) = resource.places.filter(|_| !unfit(resource, Unfit::NoPlaceLeft)) else { continue };
        if let Some(services) = sharing(sight, offer, resource).filter(|services| *services > places) {
            let finding = at(applied, offer).with("found", services.to_string());
            out.push(finding.with("expected", places.to_string()));
        }
    }
}

/// The place is the one where the resource stands.
fn place_of_resource(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, resource) in resources(sight) {
        if let (Some(stands), Some(said)) = (resource.place, offer.service.access.place)
            && stands != said
        {
            let finding = applied.finding(offer.path(Field::AccessPlace));
            let finding = finding.with("found", format!("@provinces/{}", said.slug()));
            out.push(finding.with("expected", format!("@provinces/{}", stands.slug())));
        }
    }
}

/// What is bought from a cloud is neither a line of one's own nor a hosted server.
fn mode_fits(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, resource) in
        resources(sight).filter(|(_, resource)| applied.with().words.contains(&resource.kind))
    {
        let mode = offer.service.access.mode;
        if let Some(mode) =
            mode.filter(|mode| matches!(mode, AccessMode::LeasedLine | AccessMode::Colocation))
        {
            let finding = applied.finding(offer.path(Field::AccessMode));
            let finding = finding.with("found", format!("@access-modes/{mode}"));
            out.push(finding.with("resource", format!("@resources/{}", resource.kind)));
        }
    }
}

/// Whose services stand in several provinces says so in the remark.
fn places_remarked(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(code) = applied.with().remark.as_deref() else { return };
    let mut places = sight.offers.iter().filter_map(|offer| offer.service.access.place);
    let first = places.next();
    if places.any(|place| Some(place) != first) && !remarked(sight, code) {
        let finding = applied.finding(FieldPath::of(Field::ServiceRemark));
        out.push(finding.with("expected", format!("@remarks/{code}")));
    }
}
