//! Checks by the clauses of the province and the nation: what each asks where a machine can see its case.
//!
//! The words of such a rule are codes of clauses that it leaves out, because a rule of its own minds them.

use super::applied::Applied;
use super::cases::{Case, case, remarked};
use super::checklist::needs_subject_letter;
use super::registry::{Check, check};
use super::sight::Sight;
use crate::dossier::Piece;
use crate::evidence::EvidenceKind;
use crate::finding::Finding;
use crate::order::field::{Field, FieldPath};
use crate::order::kind::OrderKind;
use crate::region::Province;
use crate::rulebook::{Asks, Clause, Entry, TableKind};
use crate::tables::CertificateType;

pub(super) const CHECKS: &[Check] = &[
    check!("clause-remarked", remark; Words),
    check!("clause-refuses", refusal; Words),
    check!("clause-approved", approval; Words),
    check!("clause-wording", wording; Words),
    check!("clause-care", care; Words),
    check!("certificate-is-licence", licence_only),
];

/// Calls `each` with every clause that asks for something of this kind, is about this order by something that
/// stands in it, and is not left out.
fn special<'s>(
    sight: &Sight<'s>,
    applied: &Applied<'_>,
    asks: Asks,
    mut each: impl FnMut(Option<Province>, &'s Entry<Clause>, Case<'s>),
) {
    if sight.kind().is_some_and(OrderKind::cancels) {
        return;
    }
    let left_out = |clause: &Clause| applied.with().words.contains(&clause.code);
    for (province, clause) in sight.clauses {
        if clause.value.asks == asks
            && !clause.value.when.is_empty()
            && !left_out(&clause.value)
            && let Some(case) = case(sight, &clause.value).filter(|case| case.special)
        {
            each(*province, clause, case);
        }
    }
}

/// What brings the clause into play: the word, or the content, nature or kind of the order.
fn cause(sight: &Sight<'_>, case: Case<'_>) -> String {
    if let Some(word) = case.word {
        return word.to_owned();
    }
    let subject = &sight.dossier.subject;
    let service = sight.offers.iter().find(|offer| offer.path(Field::ServiceContents) == case.field);
    match (service, subject.nature, sight.kind()) {
        (Some(offer), ..) => format!("@contents/{}", offer.service.contents.join(",")),
        (None, Some(nature), _) if case.field == FieldPath::of(Field::SubjectNature) => {
            format!("@natures/{}", nature.slug())
        }
        (None, _, Some(kind)) => format!("@choices/order-kind/{kind}"),
        (None, _, None) => String::new(),
    }
}

/// A sentence that a clause wants stands in a remark.
fn remark(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if sight.kind().is_some_and(OrderKind::cancels) {
        return;
    }
    let clauses = sight.clauses.iter().filter(|(_, clause)| clause.value.asks == Asks::Remark);
    for (province, clause) in clauses {
        let Some(code) = clause.value.remark.as_deref() else { continue };
        let Some(case) =
            case(sight, &clause.value).filter(|_| !applied.with().words.contains(&clause.value.code))
        else {
            continue;
        };
        if (case.special || calls_for(sight, code))
            && !remarked(sight, code)
            && !documented(sight, &clause.value)
        {
            let finding = applied.by_clause(FieldPath::of(Field::ServiceRemark), *province, clause);
            out.push(finding.with("expected", format!("@remarks/{code}")));
        }
    }
}

/// Whether the circumstances of a remark are given that its clause says in words only.
fn calls_for(sight: &Sight<'_>, remark: &str) -> bool {
    match remark {
        "representative-letter" => needs_subject_letter(sight) == Some(true),
        "opening-time" | "pre-approval" => sight.brings_service(),
        _ => false,
    }
}

fn documented(sight: &Sight<'_>, clause: &Clause) -> bool {
    let brought = |piece: &Piece| clause.documents.contains(&piece.document);
    !clause.documents.is_empty() && sight.dossier.evidence.iter().any(brought)
}

/// What a clause refuses is not there.
fn refusal(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    special(sight, applied, Asks::Refusal, |province, clause, case| {
        let finding = applied.by_clause(case.field, province, clause);
        out.push(finding.with("found", cause(sight, case)));
    });
}

/// What a clause wants another office to approve is approved.
fn approval(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    special(sight, applied, Asks::Approval, |province, clause, case| {
        let value = &clause.value;
        let told = value.remark.as_deref().is_some_and(|code| remarked(sight, code));
        if told || approved(sight, value) || documented(sight, value) {
            return;
        }
        let finding = applied.by_clause(case.field, province, clause).with("found", cause(sight, case));
        let kind = value.pre_approval.as_deref().map(|kind| format!("@pre-approvals/{kind}"));
        out.push(finding.with("expected", kind.unwrap_or_default()));
    });
}

/// Whether an approval of the kind is named, or its statement brought; where a clause names no kind, any will do.
fn approved(sight: &Sight<'_>, clause: &Clause) -> bool {
    let mut named = sight.offers.iter().flat_map(|offer| &offer.service.pre_approvals);
    let Some(kind) = clause.pre_approval.as_deref() else {
        let paper = |piece: &Piece| piece.kind == Some(EvidenceKind::PreApproval);
        return named.next().is_some() || sight.dossier.evidence.iter().any(paper);
    };
    let row = sight.rules.row(TableKind::PreApprovals, kind);
    let statement = row.and_then(|row| row.value.get("otherwise")?.text());
    let brought = |piece: &Piece| Some(piece.document.as_str()) == statement;
    named.any(|approval| approval.kind == kind) || sight.dossier.evidence.iter().any(brought)
}

/// What a clause wants filled in another way is told.
fn wording(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    special(sight, applied, Asks::Wording, |province, clause, case| {
        let finding = applied.by_clause(case.field, province, clause);
        out.push(finding.with("found", cause(sight, case)));
    });
}

/// What is worth knowing in a case is told.
fn care(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    special(sight, applied, Asks::Care, |province, clause, case| {
        let finding = applied.by_clause(case.field, province, clause);
        out.push(finding.with("found", cause(sight, case)));
    });
}

/// The certificate is the business licence.
fn licence_only(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let kind = sight.dossier.subject.certificate_type;
    if let Some(kind) = kind.filter(|kind| *kind != CertificateType::BusinessLicence) {
        let finding =
            applied.at(Field::SubjectCertificateType).with("found", format!("@certificates/{kind}"));
        out.push(finding.with("expected", format!("@certificates/{}", CertificateType::BusinessLicence)));
    }
}
