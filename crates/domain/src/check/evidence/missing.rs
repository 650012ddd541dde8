//! What is missing: pieces every authority asks for, letters, documents of clauses and parameters.

use crate::check::applied::Applied;
use crate::check::checklist::{national, needs_site_letter, needs_subject_letter, of_clause, own_letter};
use crate::check::sight::Sight;
use crate::dossier::Piece;
use crate::evidence::EvidenceKind;
use crate::finding::Finding;
use crate::order::field::{Field, FieldPath};
use crate::rulebook::{Asks, Clause, Entry, Representative, TableKind, Value};

/// Whether a piece of a kind is there.
fn has(sight: &Sight<'_>, kind: EvidenceKind) -> bool {
    sight.dossier.evidence.iter().any(|piece| piece.kind == Some(kind))
}

/// Whether a document is there, or may be: a piece of its kind that does not say what it is may be it.
fn may_have(sight: &Sight<'_>, kind: EvidenceKind, document: &str) -> bool {
    // The set of pictures is no paper of its own.
    if document == "five-pictures" {
        return sight.dossier.evidence.len() >= 5;
    }
    let named = |piece: &Piece| piece.document == document;
    let open = |piece: &Piece| piece.kind == Some(kind) && piece.document.is_empty();
    sight.dossier.evidence.iter().any(|piece| named(piece) || open(piece))
}

/// The pieces every authority asks for are there.
pub(super) fn pieces(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    national(sight, &mut |needed| {
        let kind = needed.kind;
        if needed.required && kind != EvidenceKind::PreApproval && !has(sight, kind) {
            out.push(applied.at(kind.field()).with("document", format!("@documents/{kind}")));
        }
    });
}

/// The approvals an order names are shown, or the statement that none is involved.
pub(super) fn approvals(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in &sight.offers {
        for approval in &offer.service.pre_approvals {
            let row = sight.rules.row(TableKind::PreApprovals, &approval.kind);
            let instead = row.and_then(|row| row.value.get("otherwise")?.text());
            let other = instead.is_some_and(|code| may_have(sight, EvidenceKind::Other, code));
            if row.is_some() && !other && !has(sight, EvidenceKind::PreApproval) {
                let finding = applied.at(Field::EvidencePreApproval);
                out.push(finding.with("found", format!("@pre-approvals/{}", approval.kind)));
            }
        }
    }
}

/// Whether the order is one that shows papers at all.
fn shows_papers(sight: &Sight<'_>) -> bool {
    sight.kind().is_none_or(|kind| !kind.cancels() && kind.reaches_authority())
}

/// Where somebody else may be in charge of the subject, the letter of the legal representative is there.
pub(super) fn subject_letter(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let asked = applied.value().and_then(Value::choice::<Representative>);
    let there = || may_have(sight, EvidenceKind::Authorisation, "letter-subject");
    if asked == Some(Representative::Letter)
        && shows_papers(sight)
        && needs_subject_letter(sight) == Some(true)
        && !there()
    {
        out.push(applied.at(Field::EvidenceAuthorisation));
    }
}

/// Where the person in charge of a service needs a letter, it is there; a form of the province's own is minded by
/// its clause.
pub(super) fn site_letter(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.yes()
        && shows_papers(sight)
        && needs_site_letter(sight) == Some(true)
        && own_letter(sight).is_none()
        && !may_have(sight, EvidenceKind::Authorisation, "letter-site")
    {
        out.push(applied.at(Field::EvidenceAuthorisation));
    }
}

/// The documents of clauses are there; the words of the rule are clauses that rules of their own mind.
pub(super) fn documents(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if !shows_papers(sight) {
        return;
    }
    let minded = |clause: &Entry<Clause>| applied.with().words.contains(&clause.value.code);
    let clauses =
        sight.clauses.iter().filter(|(_, clause)| clause.value.asks == Asks::Document && !minded(clause));
    for (province, clause) in clauses {
        of_clause(sight, *province, clause, &mut |needed| {
            let Some(document) = needed.document.filter(|_| needed.required) else { return };
            // A certificate that is not there at all is found as such.
            let certificate = needed.kind == EvidenceKind::SubjectCertificate && !has(sight, needed.kind);
            if !certificate && !may_have(sight, needed.kind, document) {
                let finding = applied.by_clause(FieldPath::of(needed.kind.field()), *province, clause);
                out.push(finding.with("document", format!("@documents/{document}")));
            }
        });
    }
}

fn document(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(document) = applied.with().document.as_deref() else { return };
    if !may_have(sight, EvidenceKind::Other, document) {
        let finding = applied.at(Field::EvidenceOther);
        out.push(finding.with("document", format!("@documents/{document}")));
    }
}

/// The form of the office for public establishments is there.
pub(super) fn establishment(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.yes() && shows_papers(sight) {
        document(sight, applied, out);
    }
}

/// Whoever bears a word of teaching brings the licence, or the statement that no tutoring is offered.
pub(super) fn tutoring(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let approved = |kind: &str| matches!(kind, "tutoring" | "education");
    let mut approvals = sight.offers.iter().flat_map(|offer| &offer.service.pre_approvals);
    if !shows_papers(sight) || approvals.any(|approval| approved(&approval.kind)) {
        return;
    }
    let subject = &sight.dossier.subject;
    // A province may let go those where only the scope speaks of it; it says so in a clause.
    let scope = !sight.clauses.iter().any(|(_, clause)| clause.value.code == "education-scope");
    let names = sight.offers.iter().map(|offer| offer.service.name.as_str());
    let mut texts = names.chain([subject.name.as_str()]).chain(scope.then_some(subject.scope.as_str()));
    if texts.any(|text| applied.word_in(text).is_some()) {
        document(sight, applied, out);
    }
}
