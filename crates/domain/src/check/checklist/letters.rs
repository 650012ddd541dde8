//! Letters: when a person in charge is not the legal representative.

use super::{Needed, Reason, Take, ask, note_of};
use crate::check::sight::{Sight, Who};
use crate::evidence::EvidenceKind;
use crate::order::kind::OrderKind;
use crate::rulebook::{Asks, Parameter, Representative};

/// The letters a unit brings.
pub(in crate::check) fn letters<'r>(sight: &Sight<'r>, take: Take<'_, 'r>) {
    if sight.individual || sight.kind().is_some_and(OrderKind::cancels) {
        return;
    }
    let kind = EvidenceKind::Authorisation;
    if let Some(asked) = ask(sight, Parameter::UnitRepresentative)
        && needs_subject_letter(sight) != Some(false)
    {
        // Where only the legal representative is taken, no letter helps; where most do so, one may.
        let required = match asked.entry.value.choice::<Representative>() {
            Some(Representative::Letter) => Some(needs_subject_letter(sight) == Some(true)),
            Some(Representative::Any) => Some(false),
            Some(Representative::Must) => asked.province.is_none().then_some(false),
            None => None,
        };
        if let Some(required) = required {
            let (document, severity) = ("letter-subject", asked.entry.testimony.severity);
            let (because, note) = (Reason::asked(asked), note_of(sight, document));
            take(Needed { kind, document: Some(document), instead: None, required, severity, because, note });
        }
    }
    new_letter(sight, take);
    let needs = needs_site_letter(sight);
    if let Some(asked) = ask(sight, Parameter::UnitSiteLetter)
        && asked.entry.value.flag() == Some(true)
        && needs != Some(false)
        && own_letter(sight).is_none()
    {
        let document = "letter-site";
        take(Needed {
            kind,
            document: Some(document),
            instead: None,
            required: needs == Some(true),
            severity: asked.entry.testimony.severity,
            because: Reason::asked(asked),
            note: note_of(sight, document),
        });
    }
}

/// The new letter of a person who takes over the subject, where the province asks for one.
fn new_letter<'r>(sight: &Sight<'r>, take: Take<'_, 'r>) {
    let changes = matches!(sight.kind(), Some(OrderKind::ChangeSubject | OrderKind::ChangeBoth));
    let Some(asked) = ask(sight, Parameter::UnitNewLetter).filter(|_| changes) else { return };
    let then = sight.dossier.known.record.as_deref().and_then(|record| record.person.as_deref());
    let now = sight.dossier.subject.person.certificate_number.trim();
    let taken = then.filter(|_| !now.is_empty()).map(|then| then.certificate_number.trim() != now);
    if asked.entry.value.flag() == Some(true) && taken != Some(false) {
        take(Needed {
            kind: EvidenceKind::Authorisation,
            document: Some("letter-subject"),
            instead: None,
            required: taken == Some(true),
            severity: asked.entry.testimony.severity,
            because: Reason::asked(asked),
            note: note_of(sight, "letter-subject"),
        });
    }
}

/// The letter on the province's own form, if a clause asks for one.
pub(in crate::check) fn own_letter<'r>(sight: &Sight<'r>) -> Option<&'r str> {
    let clauses = sight.clauses.iter().filter(|(_, clause)| clause.value.asks == Asks::Document);
    let mut documents = clauses.flat_map(|(_, clause)| clause.value.documents.iter().map(String::as_str));
    documents.find(|code| code.starts_with("letter-") && !matches!(*code, "letter-subject" | "letter-site"))
}

/// Whether the person in charge of the subject is not the legal representative; none if unknown.
pub(in crate::check) fn needs_subject_letter(sight: &Sight<'_>) -> Option<bool> {
    sight.dossier.subject.person.legal_representative.map(|representative| !representative)
}

/// Whether a person in charge of a service is not the legal representative; none if unknown.
pub(in crate::check) fn needs_site_letter(sight: &Sight<'_>) -> Option<bool> {
    let first = sight.people.first()?;
    let mut open = sight.people.len() < 2;
    for who in &sight.people[1..] {
        match letter(first, who) {
            Some(true) => return Some(true),
            Some(false) => {}
            None => open = true,
        }
    }
    (!open).then_some(false)
}

fn letter(first: &Who<'_>, who: &Who<'_>) -> Option<bool> {
    if let Some(representative) = who.person.legal_representative {
        return Some(!representative);
    }
    let representative = first.person.legal_representative?;
    let known = first.certificate.good().is_some() && who.certificate.good().is_some();
    // There is one legal representative: whoever stands beside it is not.
    match (known, who.is(first), representative) {
        (true, true, representative) => Some(!representative),
        (true, false, true) => Some(true),
        (true, false, false) | (false, _, _) => None,
    }
}
