//! Pictures: how large they are, what they are of, and that each is there once.

use crate::check::applied::Applied;
use crate::check::checker;
use crate::check::sight::Sight;
use crate::dossier::Piece;
use crate::evidence::EvidenceKind;
use crate::finding::Finding;
use crate::order::field::Field;
use crate::rulebook::Parameter;

/// Every piece with the field that takes it.
fn each<'d>(sight: &Sight<'d>) -> impl Iterator<Item = (EvidenceKind, &'d Piece)> {
    sight.dossier.evidence.iter().filter_map(|piece| Some((piece.kind?, piece)))
}

/// No picture has more kilobytes than asked.
pub(super) fn size_most(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.number().map(u64::from) else { return };
    for (kind, piece) in each(sight) {
        if let Some(bytes) = piece.bytes.filter(|bytes| *bytes > most * 1024) {
            let finding = applied.at(kind.field()).with("document", named(kind, piece));
            out.push(
                finding.with("found", bytes.div_ceil(1024).to_string()).with("expected", most.to_string()),
            );
        }
    }
}

fn named(kind: EvidenceKind, piece: &Piece) -> String {
    let code = if piece.document.is_empty() { kind.slug() } else { &piece.document };
    format!("@documents/{code}")
}

/// Whether it is the copy of a licence in a province that takes one; whether it bears the seal, another rule minds.
fn licence_copy(sight: &Sight<'_>, kind: EvidenceKind) -> bool {
    let asked = || checker::answer(sight.rules, sight.province(), Parameter::UnitLicenceCopy);
    kind == EvidenceKind::SubjectCertificate
        && !sight.individual
        && asked().is_some_and(|asked| asked.entry.value.flag() == Some(true))
}

/// Pictures are of originals, but for the copy of a licence where the province takes it.
pub(super) fn original(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (kind, piece) in each(sight) {
        if piece.original == Some(false) && piece.electronic != Some(true) && !licence_copy(sight, kind) {
            out.push(applied.at(kind.field()).with("document", named(kind, piece)));
        }
    }
}

/// Where no electronic licence is taken, the certificate of the subject is none.
pub(super) fn electronic(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let licence = |(kind, piece): (EvidenceKind, &Piece)| {
        kind == EvidenceKind::SubjectCertificate && piece.electronic == Some(true)
    };
    if !applied.yes() && each(sight).any(licence) {
        out.push(applied.at(Field::EvidenceSubjectCertificate));
    }
}

/// Where a copy of the licence is taken, it bears the seal.
pub(super) fn copy(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let unsealed = |(kind, piece): (EvidenceKind, &Piece)| {
        kind == EvidenceKind::SubjectCertificate
            && piece.original == Some(false)
            && piece.sealed_copy == Some(false)
    };
    if applied.yes() && each(sight).any(unsealed) {
        out.push(applied.at(Field::EvidenceSubjectCertificate));
    }
}

/// A piece is there once; what belongs to services as often as there are services.
pub(super) fn once(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    use EvidenceKind as E;
    for (n, (kind, piece)) in each(sight).enumerate() {
        let most = match kind {
            E::SubjectCertificate | E::SubjectPersonFront | E::SubjectPersonBack => 1,
            E::ServicePersonFront | E::ServicePersonBack | E::VerificationPhoto => sight.offers.len().max(1),
            E::DomainCertificate | E::Authorisation | E::PreApproval | E::Other => {
                // Several papers of a kind are usual; the same paper twice is not.
                if piece.document.is_empty() { usize::MAX } else { 1 }
            }
        };
        let same = |(other, twin): &(E, &Piece)| *other == kind && twin.document == piece.document;
        if each(sight).take(n).filter(same).count() == most {
            out.push(applied.at(kind.field()).with("document", named(kind, piece)));
        }
    }
}
