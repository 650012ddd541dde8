//! Rules about the access: the resource must be the account's and fit, its addresses must be its own.

use chrono::NaiveDate;

use super::facts::Facts;
use super::rule;
use crate::finding::Finding;
use crate::network::IpRange;
use crate::order::field::{Field, FieldPath};
use crate::order::snapshot::{Access, Snapshot};

pub(super) fn check(snapshot: &Snapshot, facts: &Facts, today: NaiveDate, findings: &mut Vec<Finding>) {
    for (number, service) in (0..).zip(&snapshot.services) {
        addresses(&service.access, number, findings);
        resource(&service.access, number, facts, today, findings);
    }
}

fn addresses(access: &Access, n: u8, findings: &mut Vec<Finding>) {
    let at = FieldPath::in_service(Field::AccessAddresses, n);
    for range in &access.addresses {
        if !range.is_public() {
            findings.push(rule::ADDRESS_NOT_PUBLIC.found(at).with("address", range.to_string()));
        }
        // The interface V3.0 knows IPv4 only; IPv6 addresses stay with us until it knows more.
        if range.ipv4_bounds().is_none() {
            findings.push(rule::ADDRESS_V6_ONLY.found(at).with("address", range.to_string()));
        }
    }
}

fn resource(access: &Access, n: u8, facts: &Facts, today: NaiveDate, findings: &mut Vec<Finding>) {
    let at = FieldPath::in_service(Field::AccessResource, n);
    let Some(fact) = facts.resources.get(&access.resource) else {
        findings.push(rule::RESOURCE_UNKNOWN.found(at));
        return;
    };
    for reason in fact.resource.unfit(fact.used, today) {
        findings.push(
            rule::RESOURCE_UNFIT
                .found(at)
                .with("reason", reason.slug())
                .with("places", fact.resource.places.to_string()),
        );
    }
    let foreign: Vec<&IpRange> =
        access.addresses.iter().filter(|range| !fact.resource.carries(range)).collect();
    for range in foreign {
        let at = FieldPath::in_service(Field::AccessAddresses, n);
        findings.push(rule::ADDRESS_NOT_OF_RESOURCE.found(at).with("address", range.to_string()));
    }
    if fact.resource.place.is_some_and(|place| place != access.place) {
        findings.push(
            rule::ACCESS_PLACE_DIFFERS
                .found(FieldPath::in_service(Field::AccessPlace, n))
                .with("place", fact.resource.place.map(|p| p.code().to_string()).unwrap_or_default()),
        );
    }
}
