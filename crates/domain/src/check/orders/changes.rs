//! Orders that change a record: what of it may change, and with which letter.

use super::{differ, number_differs, person_differs, record};
use crate::check::applied::Applied;
use crate::check::checker;
use crate::check::sight::Sight;
use crate::dossier::{Piece, Record};
use crate::evidence::EvidenceKind;
use crate::finding::Finding;
use crate::order::field::Field;
use crate::rulebook::{Parameter, SubjectChange, Value};

/// A new service comes with the data of the record; what changed is changed first.
pub(super) fn new_service_apart(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(record) = record(sight).filter(|_| !applied.yes()) else { return };
    let subject = &sight.dossier.subject;
    let differences = [
        (Field::SubjectName, differ(&record.name, &subject.name)),
        (Field::SubjectCertificateNumber, differ(&record.certificate_number, &subject.certificate_number)),
        (Field::SubjectCertificateAddress, differ(&record.address, &subject.certificate_address)),
        (Field::SubjectPersonName, person_differs(record.person.as_deref(), &subject.person)),
    ];
    for (field, _) in differences.into_iter().filter(|(_, differs)| *differs) {
        out.push(applied.at(field));
    }
}

/// A change leaves the province.
pub(super) fn province_stays(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let then = record(sight).and_then(|record| record.province);
    if let (Some(then), Some(now), false) = (then, sight.province(), applied.yes())
        && then != now
    {
        let finding = applied.at(Field::SubjectProvince).with("found", format!("@provinces/{}", now.slug()));
        out.push(finding.with("expected", format!("@provinces/{}", then.slug())));
    }
}

/// Whether name and number of a filed unit change.
fn changed<'s>(sight: &Sight<'s>) -> Option<(&'s Record, bool, bool)> {
    let record = record(sight).filter(|record| record.individual != Some(true))?;
    let subject = &sight.dossier.subject;
    let name = differ(&record.name, &subject.name);
    let number = number_differs(&record.certificate_number, &subject.certificate_number);
    (name || number).then_some((record, name, number))
}

/// A unit changes only what the province lets it change.
pub(super) fn subject_change(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    use SubjectChange as S;
    let Some(may) = applied.value().and_then(Value::choice::<S>) else { return };
    let Some((record, name, number)) = changed(sight) else { return };
    let refused = match may {
        // Whether two units are related, and what a letter says, is for people to see.
        S::Free | S::Letter | S::RelatedOrLetter | S::Related | S::LetterRelated => false,
        S::OneOfTwoLetter => name && number,
        S::NameOnly => number,
        S::SameRepresentative => {
            number && person_differs(record.person.as_deref(), &sight.dossier.subject.person)
        }
        S::No => true,
    };
    if refused {
        let field = if number { Field::SubjectCertificateNumber } else { Field::SubjectName };
        out.push(applied.at(field).with("expected", format!("@choices/subject-change/{}", may.slug())));
    }
}

/// Where a change needs the letter of the issuing office, it was brought.
pub(super) fn change_letter(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    use SubjectChange as S;
    let Some(document) = applied.with().document.as_deref() else { return };
    let asked = applied.value().and_then(Value::choice::<S>);
    let needs = matches!(asked, Some(S::Letter | S::OneOfTwoLetter | S::LetterRelated));
    let Some((record, ..)) = changed(sight).filter(|_| needs) else { return };
    let letter = |piece: &Piece| {
        let open = piece.kind == Some(EvidenceKind::Other) && piece.document.is_empty();
        open || piece.document == document
    };
    let brought = record.issuer_letter.unwrap_or_else(|| sight.dossier.evidence.iter().any(letter));
    if !brought {
        let finding = applied.at(Field::EvidenceOther);
        out.push(finding.with("document", format!("@documents/{document}")));
    }
}

/// Where units may not be swapped, not both name and number change.
pub(super) fn not_swapped(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    use SubjectChange as S;
    let swapped = changed(sight).is_some_and(|(_, name, number)| name && number);
    if applied.yes() || !swapped {
        return;
    }
    // Found already where the province lets less change.
    let asked = checker::answer(sight.rules, sight.province(), Parameter::UnitSubjectChange);
    let change = asked.and_then(|asked| asked.entry.value.choice::<S>());
    if !matches!(change, Some(S::OneOfTwoLetter | S::NameOnly | S::No)) {
        out.push(applied.at(Field::SubjectCertificateNumber));
    }
}

/// A new person in charge of the subject brings a new letter.
pub(super) fn new_letter(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(record) = record(sight).filter(|_| applied.yes()) else { return };
    let mut pieces = sight.dossier.evidence.iter();
    if person_differs(record.person.as_deref(), &sight.dossier.subject.person)
        && !pieces.any(|piece| piece.kind == Some(EvidenceKind::Authorisation))
    {
        out.push(applied.at(Field::EvidenceAuthorisation));
    }
}
