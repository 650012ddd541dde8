//! Checks of the persons in charge: who may be it, how old, with which certificate, with which letter.

use super::applied::Applied;
use super::registry::{Check, check};
use super::sight::Sight;
use crate::finding::Finding;
use crate::order::field::Field;
use crate::rulebook::Representative;

pub(super) const CHECKS: &[Check] = &[
    check!("person-certificate-kind", certificate_kind),
    check!("person-age-least", age_least; Asks),
    check!("representative-in-charge", representative_in_charge; Asks),
    check!("one-number-one-name", one_number_one_name),
];

/// A person is in charge with a certificate of persons.
fn certificate_kind(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        if let Some(kind) = who.person.certificate_type.filter(|kind| !kind.for_person()) {
            let finding = applied.finding(who.path(who.fields.certificate_type));
            out.push(finding.with("found", format!("@certificates/{kind}")));
        }
    }
}

/// Nobody in charge is younger than the province asks.
fn age_least(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(least) = applied.number() else { return };
    for who in &sight.people {
        if let Some(age) = who.age(sight.day).filter(|age| *age < least) {
            let finding = applied.finding(who.path(who.fields.certificate_number));
            out.push(finding.with("found", age.to_string()).with("expected", least.to_string()));
        }
    }
}

/// Where the province takes only the legal representative, nobody else is in charge of the subject.
fn representative_in_charge(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let asked = applied.value().and_then(|value| value.choice::<Representative>());
    let other = sight.dossier.subject.person.legal_representative == Some(false);
    if other && asked == Some(Representative::Must) {
        out.push(applied.at(Field::SubjectPersonIsLegalRepresentative));
    }
}

/// Whoever carries one number bears one name.
fn one_number_one_name(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (n, who) in sight.people.iter().enumerate() {
        let twin = sight.people[..n].iter().find(|other| other.is(who));
        if twin.is_some_and(|twin| twin.person.name.trim() != who.person.name.trim()) {
            out.push(applied.finding(who.path(who.fields.name)));
        }
    }
}
