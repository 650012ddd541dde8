//! Who may be in charge of what: the legal representative, somebody else, one person or two.

use super::super::applied::Applied;
use super::super::sight::{Sight, Who};
use super::must_be_representative;
use crate::evidence::EvidenceKind;
use crate::finding::Finding;
use crate::identity::{CertificateNumber, PersonName};
use crate::order::field::Field;
use crate::region::Province;
use crate::rulebook::Parameter;

/// Where the province takes only the legal representative, nobody else is in charge of the subject.
pub(super) fn representative_in_charge(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let other = sight.dossier.subject.person.legal_representative == Some(false);
    if other && must_be_representative(applied) {
        out.push(applied.at(Field::SubjectPersonIsLegalRepresentative));
    }
}

/// Whoever carries one number bears one name.
pub(super) fn one_number_one_name(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (n, who) in sight.people.iter().enumerate() {
        let twin = sight.people[..n].iter().find(|other| other.is(who));
        if twin.is_some_and(|twin| named_apart(twin, who)) {
            out.push(applied.finding(who.path(who.fields.name)));
        }
    }
}

/// Whether two bear different names; dots, blanks and capitals that mean the same make no difference.
fn named_apart(one: &Who<'_>, two: &Who<'_>) -> bool {
    match (one.name.good(), two.name.good()) {
        (Some(one), Some(two)) => !one.as_str().eq_ignore_ascii_case(two.as_str()),
        (None, _) | (_, None) => one.person.name.trim() != two.person.name.trim(),
    }
}

/// The persons of the services, each with the subject's person, as far as both can be told.
fn pairs<'s>(sight: &'s Sight<'_>) -> impl Iterator<Item = (&'s Who<'s>, &'s Who<'s>)> {
    let first = sight.people.first().filter(|first| first.certificate.good().is_some());
    let others = sight.people.iter().skip(1).filter(|who| who.certificate.good().is_some());
    first.into_iter().flat_map(move |first| others.clone().map(move |who| (first, who)))
}

/// Where somebody else than the legal representative is in charge of the subject, the same person is of services.
pub(super) fn same_unless_representative(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if !applied.yes() || sight.dossier.subject.person.legal_representative != Some(false) {
        return;
    }
    for (_, who) in pairs(sight).filter(|(first, who)| !first.is(who)) {
        out.push(applied.finding(who.path(who.fields.certificate_number)));
    }
}

/// Where the province wants two persons, nobody is in charge of both.
pub(super) fn persons_differ(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if !applied.yes() {
        return;
    }
    for (_, who) in pairs(sight).filter(|(first, who)| first.is(who)) {
        out.push(applied.finding(who.path(who.fields.certificate_number)));
    }
}

/// For how many other units a person of this order is in charge.
fn elsewhere(sight: &Sight<'_>, who: &Who<'_>) -> u64 {
    let known = sight.dossier.known.serves_elsewhere.iter();
    let here = known.filter(|known| match known.field.strip_prefix("services.") {
        None => who.of_subject && known.field.starts_with("subject.person"),
        Some(rest) => {
            !who.of_subject && rest.split('.').next().and_then(|n| n.parse().ok()) == Some(who.service)
        }
    });
    here.map(|known| known.units).max().unwrap_or(0)
}

fn serving(sight: &Sight<'_>, applied: &Applied<'_>, means: fn(&Who<'_>) -> bool, out: &mut Vec<Finding>) {
    if sight.dossier.known.serves_elsewhere.is_empty() {
        return;
    }
    for who in sight.people.iter().filter(|who| means(who)) {
        let units = elsewhere(sight, who);
        if units > 0 {
            let finding = applied.finding(who.path(who.fields.certificate_number));
            out.push(finding.with("found", units.to_string()));
        }
    }
}

/// Who is in charge of a service is so for one unit; provinces that want nobody twice have a rule for all persons.
pub(super) fn serves_one_unit(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let unique = sight.province_rules().and_then(|rules| rules.get(Parameter::UnitIdUnique).flag());
    if applied.yes() && unique != Some(true) {
        serving(sight, applied, |who| !who.of_subject, out);
    }
}

/// Where nobody may stand in two subjects, nobody does.
pub(super) fn certificate_unique(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.yes() {
        serving(sight, applied, |_| true, out);
    }
}

/// Where a name holds one of the words, the legal representative is in charge of everything.
pub(super) fn representative_for_words(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let subject = &sight.dossier.subject;
    let services = sight.dossier.services.iter().map(|service| service.name.as_str());
    let mut names = std::iter::once(subject.name.as_str()).chain(services);
    let Some(word) = names.find_map(|name| applied.word_in(name)) else { return };
    if subject.person.legal_representative == Some(false) {
        out.push(applied.at(Field::SubjectPersonIsLegalRepresentative).with("found", word));
    }
    for (_, who) in pairs(sight).filter(|(first, who)| !first.is(who)) {
        out.push(applied.finding(who.path(who.fields.certificate_number)).with("found", word));
    }
}

/// Who is in charge of a new service is in charge of the filed ones.
pub(super) fn site_person_as_filed(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let record = sight.dossier.known.record.as_ref();
    let Some(filed) = record.and_then(|record| record.service_person.as_ref()) else { return };
    let number = filed.certificate_type.map(|kind| CertificateNumber::parse(kind, &filed.certificate_number));
    let Some(Ok(number)) = number else { return };
    for who in sight.people.iter().filter(|who| !who.of_subject) {
        if who.certificate.good().is_some_and(|own| *own != number) {
            out.push(applied.finding(who.path(who.fields.certificate_number)));
        }
    }
}

/// An individual shows one certificate, as subject and as person.
pub(super) fn individual_is_subject(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(who) = sight.people.first() else { return };
    if let (Some(subject), Some(person)) = (sight.certificate.good(), who.certificate.good())
        && subject != person
    {
        out.push(applied.finding(who.path(who.fields.certificate_number)));
    }
}

/// The subject bears the name of the individual.
pub(super) fn individual_bears_name(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let subject = &sight.dossier.subject;
    let (name, person) = (subject.name.trim(), subject.person.name.trim());
    if name.is_empty() || person.is_empty() || name == person {
        return;
    }
    // A sole trader without a trade name may add what he is.
    let name = name.split(['（', '(']).next().unwrap_or_default();
    let (Ok(name), Ok(person)) = (PersonName::parse(name), PersonName::parse(person)) else { return };
    if !name.as_str().eq_ignore_ascii_case(person.as_str()) {
        out.push(applied.at(Field::SubjectName));
    }
}

/// An individual is in charge of his own services.
pub(super) fn individual_runs_service(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (_, who) in pairs(sight).filter(|(first, who)| !first.is(who)) {
        out.push(applied.finding(who.path(who.fields.certificate_number)));
    }
}

/// A representative whose ID card is of another province brings a photo with card and licence.
pub(super) fn representative_of_province(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(who) = sight.people.first() else { return };
    let evidence = &sight.dossier.evidence;
    let brought = evidence.iter().any(|piece| piece.kind == Some(EvidenceKind::Other));
    let home: Option<Province> = who.home().filter(|home| Some(*home) != sight.province());
    if let Some(home) = home.filter(|_| !evidence.is_empty() && !brought) {
        let finding = applied.finding(who.path(who.fields.certificate_number));
        out.push(finding.with("found", format!("@provinces/{home}")));
    }
}
