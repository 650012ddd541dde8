//! Checks of the owner: who may hold a domain, and whether name and certificate are those of the subject.

use super::{about, each};
use crate::check::applied::Applied;
use crate::check::sight::{Offer, Sight};
use crate::dossier::Owner;
use crate::finding::Finding;
use crate::network::DomainName;
use crate::rulebook::{Choice as _, DomainOwner, Value};
use crate::text::compact;

/// Whether two texts are the same name or number, whatever the width and the blanks.
fn same(one: &str, other: &str) -> bool {
    one.trim() == other.trim() || compact(one).eq_ignore_ascii_case(&compact(other))
}

/// Whether a name is written in Latin letters: pinyin and Hanzi cannot be compared.
fn latin(name: &str) -> bool {
    name.is_ascii()
}

/// The owners that are said, with their domains.
fn owners<'a>(
    sight: &'a Sight<'_>,
    applied: &'a Applied<'_>,
) -> impl Iterator<Item = (&'a Offer<'a>, &'a DomainName, &'a Owner)> {
    each(sight, applied).filter_map(|(offer, name, domain)| Some((offer, name, domain.owner.as_deref()?)))
}

/// The owners that are, or are said to be, the subject itself.
fn subjects<'a>(
    sight: &'a Sight<'_>,
    applied: &'a Applied<'_>,
) -> impl Iterator<Item = (&'a Offer<'a>, &'a DomainName, &'a Owner)> {
    let individual = sight.individual;
    owners(sight, applied)
        .filter(move |(_, _, owner)| individual || owner.relation == Some(DomainOwner::Unit))
}

/// Whoever holds the domain stands to the unit as the province takes it.
pub(super) fn relation(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(Value::Choices(taken)) = applied.value() else { return };
    for (offer, name, owner) in owners(sight, applied) {
        let Some(relation) = owner.relation else { continue };
        if !taken.contains(&relation.slug()) {
            let list = DomainOwner::OPTIONS.name;
            let finding =
                about(applied, offer, name).with("owner", format!("@choices/{list}/{}", relation.slug()));
            out.push(finding.with("expected", format!("@choices/{list}/{}", taken.join(","))));
        }
    }
}

/// The owner is somebody of the unit: who bears another name and stands in no relation is not.
pub(super) fn known(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let subject = &sight.dossier.subject;
    for (offer, name, owner) in owners(sight, applied) {
        let said = owner.relation.is_some() || owner.name.trim().is_empty() || latin(&owner.name);
        if !said && !subject.name.trim().is_empty() && !same(&owner.name, &subject.name) {
            out.push(about(applied, offer, name));
        }
    }
}

/// The owner bears the name of the subject.
pub(super) fn name(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let subject = &sight.dossier.subject.name;
    for (offer, name, owner) in subjects(sight, applied) {
        let comparable = !owner.name.trim().is_empty() && !subject.trim().is_empty();
        if comparable && latin(&owner.name) == latin(subject) && !same(&owner.name, subject) {
            out.push(about(applied, offer, name));
        }
    }
}

/// The owner was registered with the kind of certificate the subject has.
pub(super) fn certificate_kind(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(subject) = sight.dossier.subject.certificate_type else { return };
    for (offer, name, owner) in subjects(sight, applied) {
        if let Some(kind) = owner.certificate_kind.filter(|kind| *kind != subject) {
            let finding = about(applied, offer, name).with("kind", format!("@certificates/{kind}"));
            out.push(finding.with("expected", format!("@certificates/{subject}")));
        }
    }
}

/// The owner was registered with the number of the subject's certificate; certificates of two kinds have two
/// numbers, and the kind is told already.
pub(super) fn certificate_number(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let subject = &sight.dossier.subject.certificate_number;
    for (offer, name, owner) in subjects(sight, applied) {
        let number = &owner.certificate_number;
        let kind = sight.dossier.subject.certificate_type;
        let one_kind = owner.certificate_kind.is_none() || kind.is_none() || owner.certificate_kind == kind;
        let comparable = one_kind && !number.trim().is_empty() && !subject.trim().is_empty();
        if comparable && !same(number, subject) {
            out.push(about(applied, offer, name));
        }
    }
}

/// An owner who is said to be the legal representative is the one who is in charge as such.
pub(super) fn representative(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let person = &sight.dossier.subject.person;
    if person.legal_representative != Some(true) || person.name.trim().is_empty() {
        return;
    }
    for (offer, name, owner) in owners(sight, applied) {
        let meant = owner.relation == Some(DomainOwner::Representative);
        let comparable = !owner.name.trim().is_empty() && latin(&owner.name) == latin(&person.name);
        if meant && comparable && !same(&owner.name, &person.name) {
            out.push(about(applied, offer, name));
        }
    }
}

/// Where the legal representative holds the domain, the document that lets the unit use it was brought.
pub(super) fn document(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(document) = applied.with().document.as_deref() else { return };
    for (offer, name, owner) in owners(sight, applied) {
        if owner.relation == Some(DomainOwner::Representative) && !sight.brought(document) {
            out.push(about(applied, offer, name).with("expected", format!("@documents/{document}")));
        }
    }
}
