//! Checks of remarks: whether there is one, how long it is, and what it says.

use std::collections::BTreeSet;

use crate::check::applied::Applied;
use crate::check::sight::{Offer, Sight};
use crate::finding::Finding;
use crate::order::field::Field;
use crate::rulebook::Parameter;

/// Whether a text says what a remark of the rulebook must hold, by the words no such sentence can do without.
pub(in crate::check) fn tells(remark: &str, text: &str) -> bool {
    let words: &[&str] = match remark {
        "several-domains" => &["同一"],
        "pre-approval" => &["前置审批"],
        "declaration" => &["个人", "注销"],
        "cloud-resources" => &["云资源"],
        _ => &[],
    };
    !text.trim().is_empty() && words.iter().all(|word| text.contains(word))
}

/// Whether the remark of the service or of the subject says so.
pub(in crate::check) fn said(sight: &Sight<'_>, offer: &Offer<'_>, says: impl Fn(&str) -> bool) -> bool {
    says(&offer.service.remark) || says(&sight.dossier.subject.remark)
}

/// A finding in the remark, with the sentence that is wanted.
fn wants(applied: &Applied<'_>, offer: &Offer<'_>, remark: &str) -> Finding {
    applied.in_service(Field::ServiceRemark, offer.n).with("expected", format!("@remarks/{remark}"))
}

/// Where the province asks for it, there is a remark.
pub(super) fn asked(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in applied.offers(sight).filter(|_| applied.yes()) {
        if offer.service.remark.trim().is_empty() {
            out.push(applied.in_service(Field::ServiceRemark, offer.n));
        }
    }
}

/// A remark that is there has so many characters.
pub(super) fn least(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(least) = applied.number() else { return };
    for offer in applied.offers(sight) {
        let length = offer.service.remark.trim().chars().count();
        if length > 0 && length < least as usize {
            let finding = applied.in_service(Field::ServiceRemark, offer.n);
            out.push(finding.with("found", length.to_string()).with("expected", least.to_string()));
        }
    }
}

/// Where the province asks for it, the remark says the sentence.
pub(super) fn says_asked(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(remark) = applied.with().remark.as_deref().filter(|_| applied.yes()) else { return };
    for offer in applied.offers(sight) {
        if !said(sight, offer, |text| tells(remark, text)) {
            out.push(wants(applied, offer, remark));
        }
    }
}

/// Content called `other` is told in the remark, unless the province asks everybody for one.
pub(super) fn of_other(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let everybody = sight.province_rules().map(|rules| rules.get(Parameter::IndividualRemark).flag());
    for offer in applied.offers(sight).filter(|_| everybody.flatten() != Some(true)) {
        let other = offer.service.contents.iter().any(|code| code == "other");
        if other && offer.service.remark.trim().is_empty() {
            out.push(wants(applied, offer, "purpose"));
        }
    }
}

/// Different labels among the registered domains of a service.
fn labels_of(offer: &Offer<'_>) -> usize {
    let names = offer.registered.iter().flatten();
    names.filter_map(|name| name.as_str().split('.').next()).collect::<BTreeSet<_>>().len()
}

/// A site of several domains says that they are one site; where many labels are told apart, that speaks.
pub(super) fn several_domains(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(remark) = applied.with().remark.as_deref() else { return };
    for offer in applied.offers(sight).filter(|offer| offer.domains.len() > 1) {
        let labels = if sight.individual {
            Parameter::IndividualLabelsRemarkFrom
        } else {
            Parameter::UnitLabelsRemarkFrom
        };
        let from = sight.province_rules().and_then(|rules| rules.get(labels).number());
        let told = from.is_some_and(|from| labels_of(offer) >= from as usize);
        if !told && !said(sight, offer, |text| tells(remark, text)) {
            out.push(wants(applied, offer, remark));
        }
    }
}

/// From so many different labels on, the remark says that they are one site.
pub(super) fn labels(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let (Some(from), Some(remark)) = (applied.number(), applied.with().remark.as_deref()) else { return };
    for offer in applied.offers(sight).filter(|offer| offer.domains.len() >= from as usize) {
        let labels = labels_of(offer);
        if labels >= from as usize && !said(sight, offer, |text| tells(remark, text)) {
            out.push(wants(applied, offer, remark).with("found", labels.to_string()));
        }
    }
}
