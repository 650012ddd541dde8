//! Checks of quantity: services and domains of an order and of a subject, and what large numbers ask for.

use super::applied::Applied;
use super::contents::{said, tells};
use super::registry::{Check, check};
use super::sight::{Offer, Sight};
use crate::dossier::Resource;
use crate::evidence::EvidenceKind;
use crate::finding::Finding;
use crate::order::field::Field;

pub(super) const CHECKS: &[Check] = &[
    check!("services-per-order", services_per_order; Asks),
    check!("domains-per-order", domains_per_order; Asks),
    check!("services-most", services_most; Asks),
    check!("single-domain-after", single_domain_after; Asks),
    check!("document-from-services", document_from_services; Asks, Document),
    check!("document-from-domains", document_from_domains; Asks, Document),
    check!("certificates-from-domains", certificates_from_domains; Asks),
    check!("remark-from-services", remark_from_services; Asks),
    check!("services-below", services_below; Asks),
    check!("resources-most", resources_most; Asks),
    check!("resources-remark", resources_remark; Remark),
    check!("services-per-resource", services_per_resource; Asks),
    check!("websites-and-apps-apart", websites_and_apps_apart),
];

/// A finding with a number and the limit.
fn counted(finding: Finding, found: usize, limit: u32) -> Finding {
    finding.with("found", found.to_string()).with("expected", limit.to_string())
}

/// Services of the subject once this order has passed.
fn services(sight: &Sight<'_>) -> usize {
    let filed = sight.dossier.known.filed_services.unwrap_or(0);
    let new = if sight.adds_service() { sight.offers.len() } else { 0 };
    usize::try_from(filed).unwrap_or(usize::MAX).saturating_add(new)
}

fn domains_of(offer: &Offer<'_>) -> usize {
    offer.service.domains.iter().filter(|domain| !domain.name.trim().is_empty()).count()
}

/// Domains of the order.
fn domains(sight: &Sight<'_>) -> usize {
    sight.offers.iter().map(domains_of).sum()
}

/// The number of the service that goes over the limit, for the field of the finding.
fn over(sight: &Sight<'_>, most: usize) -> u8 {
    let mut sum = 0;
    let over = sight.offers.iter().find(|offer| {
        sum += domains_of(offer);
        sum > most
    });
    over.map_or(0, |offer| offer.n)
}

/// An order has at most so many services.
fn services_per_order(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.number() else { return };
    let number = sight.offers.len();
    if number > most as usize {
        let n = u8::try_from(most).unwrap_or(u8::MAX);
        out.push(counted(applied.in_service(Field::ServiceName, n), number, most));
    }
}

/// An order has at most so many domains. What a single website has too many of is told for the website.
fn domains_per_order(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.number() else { return };
    let number = domains(sight);
    let website = sight.offers.len() == 1 && !sight.offers.iter().any(Offer::is_app);
    if number > most as usize && !website {
        let n = over(sight, most as usize);
        out.push(counted(applied.in_service(Field::ServiceDomain, n), number, most));
    }
}

/// A subject has at most so many services, those of the order among them.
fn services_most(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.number() else { return };
    let number = services(sight);
    if sight.adds_service() && number > most as usize {
        out.push(counted(applied.at(Field::ServiceName), number, most));
    }
}

/// A subject of more than so many services names one domain per order.
fn single_domain_after(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let (Some(after), Some(filed)) = (applied.number(), sight.dossier.known.filed_services) else { return };
    let number = domains(sight);
    if filed > u64::from(after) && number > 1 {
        let finding = applied.in_service(Field::ServiceDomain, over(sight, 1));
        let finding = finding.with("filed", filed.to_string()).with("found", number.to_string());
        out.push(finding.with("expected", after.to_string()));
    }
}

/// Whether a document is wanted and was not brought.
fn missing<'a>(sight: &Sight<'_>, applied: &Applied<'a>) -> Option<&'a str> {
    applied.with().document.as_deref().filter(|document| !sight.brought(document))
}

fn wanting(applied: &Applied<'_>, found: usize, from: u32, document: &str) -> Finding {
    let finding = counted(applied.at(Field::EvidenceOther), found, from);
    finding.with("document", format!("@documents/{document}"))
}

/// From so many services on, the document was brought.
fn document_from_services(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(from) = applied.number() else { return };
    let number = services(sight);
    if number >= from as usize
        && let Some(document) = missing(sight, applied)
    {
        out.push(wanting(applied, number, from, document));
    }
}

/// From so many domains on, the document was brought.
fn document_from_domains(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(from) = applied.number() else { return };
    let number = domains(sight);
    if number >= from as usize
        && let Some(document) = missing(sight, applied)
    {
        out.push(wanting(applied, number, from, document));
    }
}

/// From so many domains on, there are certificates of them.
fn certificates_from_domains(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(from) = applied.number() else { return };
    let number = domains(sight);
    let pieces = &sight.dossier.evidence;
    let certificate = |piece: &crate::dossier::Piece| piece.kind == Some(EvidenceKind::DomainCertificate);
    if number >= from as usize && !pieces.iter().any(certificate) && !sight.brought("domain-certificate") {
        out.push(counted(applied.at(Field::EvidenceDomainCertificate), number, from));
    }
}

/// From so many services on, the remark explains them.
fn remark_from_services(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(from) = applied.number() else { return };
    let number = services(sight);
    let silent = |offer: &Offer<'_>| !said(sight, offer, |text| !text.trim().is_empty());
    if number >= from as usize && sight.offers.iter().all(silent) {
        out.push(counted(applied.at(Field::ServiceRemark), number, from));
    }
}

/// From so many services on something is asked for that no order can show.
fn services_below(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(from) = applied.number() else { return };
    let number = services(sight);
    if number >= from as usize {
        out.push(counted(applied.at(Field::EvidenceOther), number, from));
    }
}

/// Whether two services stand on one resource: of one kind, with the same addresses.
fn same(one: &Resource, other: &Resource) -> bool {
    one.kind == other.kind && one.addresses == other.addresses
}

/// The resources that are said, and the service each is of.
fn resources<'a>(sight: &'a Sight<'_>) -> impl Iterator<Item = (&'a Offer<'a>, &'a Resource)> {
    let said =
        sight.offers.iter().filter_map(|offer| Some((offer, offer.service.access.resource.as_deref()?)));
    said.filter(|(_, resource)| !resource.addresses.is_empty())
}

/// Services whose resource no service before them has.
fn different<'a>(sight: &'a Sight<'_>) -> impl Iterator<Item = &'a Offer<'a>> {
    resources(sight).filter_map(move |(offer, resource)| {
        let mut before = resources(sight).take_while(|(other, _)| other.n < offer.n);
        (!before.any(|(_, other)| same(other, resource))).then_some(offer)
    })
}

/// An order stands on at most so many resources.
fn resources_most(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.number() else { return };
    let number = different(sight).count();
    if let Some(offer) = different(sight).nth(most as usize) {
        out.push(counted(applied.in_service(Field::AccessResource, offer.n), number, most));
    }
}

/// With more than one resource the remark says how many.
fn resources_remark(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(remark) = applied.with().remark.as_deref() else { return };
    let Some(offer) = different(sight).nth(1) else { return };
    if !sight.offers.iter().any(|offer| said(sight, offer, |text| tells(remark, text))) {
        let finding = applied.in_service(Field::ServiceRemark, offer.n);
        out.push(
            finding
                .with("found", different(sight).count().to_string())
                .with("expected", format!("@remarks/{remark}")),
        );
    }
}

/// One resource carries at most so many services of an order.
fn services_per_resource(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.number() else { return };
    for (offer, resource) in resources(sight) {
        let before = resources(sight).filter(|(other, own)| other.n < offer.n && same(own, resource)).count();
        if before == most as usize {
            let number = resources(sight).filter(|(_, own)| same(own, resource)).count();
            out.push(counted(applied.in_service(Field::AccessResource, offer.n), number, most));
        }
    }
}

/// Websites and Apps stand in orders of their own.
fn websites_and_apps_apart(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let said = || sight.offers.iter().filter(|offer| offer.service.kind.is_some());
    let Some(first) = said().next() else { return };
    if let Some(other) = said().find(|offer| offer.is_app() != first.is_app()) {
        out.push(applied.in_service(Field::ServiceKind, other.n));
    }
}
