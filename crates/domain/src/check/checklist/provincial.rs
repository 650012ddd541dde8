//! What a province asks beyond the nation: documents of its clauses, statements, plans, proofs.

use super::circumstances::{calls_for, name_or_number_changed, nonlocal};
use super::{Needed, Reason, Take, ask, kind_of, note_of};
use crate::check::applied::Asked;
use crate::check::cases::case;
use crate::check::sight::Sight;
use crate::evidence::EvidenceKind;
use crate::order::kind::OrderKind;
use crate::region::Province;
use crate::rulebook::{AgeProof, Asks, Clause, Entry, Nonlocal, Parameter as P, SubjectChange, TableKind};
use crate::tables::SubjectNature;

/// Documents of clauses, and of parameters.
pub(in crate::check) fn provincial<'r>(sight: &Sight<'r>, take: Take<'_, 'r>) {
    if sight.kind().is_some_and(OrderKind::cancels) {
        return;
    }
    for (province, clause) in sight.clauses {
        of_clause(sight, *province, clause, take);
    }
    statements(sight, take);
    letter_of_change(sight, take);
    quantities(sight, take);
    proofs(sight, take);
}

/// The documents of a clause that is about this order.
pub(in crate::check) fn of_clause<'r>(
    sight: &Sight<'r>,
    province: Option<Province>,
    clause: &'r Entry<Clause>,
    take: Take<'_, 'r>,
) {
    let asks = clause.value.asks;
    if !matches!(asks, Asks::Document | Asks::Approval) || case(sight, &clause.value).is_none() {
        return;
    }
    let because = Reason::clause(province, clause);
    let severity = clause.testimony.severity;
    let note = Some(&clause.value.text);
    if let Some(approval) = clause.value.pre_approval.as_deref().filter(|_| asks == Asks::Approval) {
        let row = sight.rules.row(TableKind::PreApprovals, approval);
        let own = clause.value.documents.first().map(String::as_str);
        let usual = row.and_then(|row| row.value.get("otherwise")?.text());
        let (kind, instead) = (EvidenceKind::PreApproval, own.or(usual));
        take(Needed { kind, document: None, instead, required: true, severity, because, note });
        return;
    }
    for document in &clause.value.documents {
        let called = calls_for(sight, document);
        if called == Some(false) {
            continue;
        }
        take(Needed {
            kind: kind_of(document),
            document: Some(document),
            instead: None,
            required: called.is_some(),
            severity,
            because,
            note,
        });
    }
}

fn of_parameter<'r>(
    sight: &Sight<'r>,
    asked: Asked<'r>,
    document: Option<&'r str>,
    required: bool,
    take: Take<'_, 'r>,
) {
    let testimony = &asked.entry.testimony;
    let kind = document.map_or(EvidenceKind::Other, kind_of);
    take(Needed {
        kind,
        // The certificate of a domain is a kind of its own.
        document: document.filter(|_| kind != EvidenceKind::DomainCertificate),
        instead: None,
        required,
        severity: testimony.severity,
        because: Reason::asked(asked),
        note: testimony.note.as_ref().or_else(|| document.and_then(|code| note_of(sight, code))),
    });
}

/// The form of the office for public establishments, and the statement on tutoring.
fn statements<'r>(sight: &Sight<'r>, take: Take<'_, 'r>) {
    let public = matches!(
        sight.dossier.subject.nature,
        Some(SubjectNature::Government | SubjectNature::PublicInstitution)
    );
    if public
        && let Some(asked) =
            ask(sight, P::UnitEstablishmentOffice).filter(|a| a.entry.value.flag() == Some(true))
    {
        of_parameter(sight, asked, Some("establishment-form"), true, take);
    }
    let teaches = |code: &String| matches!(code.as_str(), "education");
    let taught = sight.offers.iter().any(|offer| offer.service.contents.iter().any(teaches));
    if !sight.individual
        && taught
        && let Some(asked) = ask(sight, P::UnitTutoring)
    {
        of_parameter(sight, asked, Some("no-tutoring"), true, take);
    }
}

/// The letter of the issuing office about a new name or number.
fn letter_of_change<'r>(sight: &Sight<'r>, take: Take<'_, 'r>) {
    use SubjectChange as S;
    let of_subject = matches!(sight.kind(), Some(OrderKind::ChangeSubject | OrderKind::ChangeBoth));
    let changed = name_or_number_changed(sight);
    if !sight.individual
        && of_subject
        && changed != Some(false)
        && let Some(asked) = ask(sight, P::UnitSubjectChange)
        && let Some(S::Letter | S::OneOfTwoLetter | S::RelatedOrLetter | S::LetterRelated) =
            asked.entry.value.choice::<S>()
    {
        of_parameter(sight, asked, Some("name-change-letter"), changed == Some(true), take);
    }
}

/// The services the subject has after this order, as far as known.
fn services(sight: &Sight<'_>) -> u64 {
    let more = if sight.brings_service() && sight.kind() != Some(OrderKind::AddAccess) {
        sight.offers.len() as u64
    } else {
        0
    };
    sight.dossier.known.filed_services.unwrap_or(0) + more
}

/// Whether a number from which something is asked is reached.
fn threshold(asked: Asked<'_>, number: u64) -> bool {
    asked.entry.value.number().is_some_and(|from| number >= u64::from(from))
}

/// Plans, guarantees and statements from a number of services or domains on.
fn quantities<'r>(sight: &Sight<'r>, take: Take<'_, 'r>) {
    let domains = sight.offers.iter().map(|offer| offer.domains.len() as u64).max().unwrap_or(0);
    let services = services(sight);
    let from: &[(P, &'static str, u64)] = if sight.individual {
        &[
            (P::IndividualPlanFrom, "plan", services),
            (P::IndividualGuaranteeFrom, "provider-guarantee", services),
            (P::IndividualCertificatesFrom, "domain-certificate", domains),
        ]
    } else {
        &[
            (P::UnitPlanFrom, "plan", services),
            (P::UnitGuaranteeFrom, "provider-guarantee", services),
            (P::UnitStatementFrom, "commitment", domains),
            (P::UnitCertificatesFrom, "domain-certificate", domains),
        ]
    };
    for (parameter, document, number) in from {
        if let Some(asked) = ask(sight, *parameter).filter(|asked| threshold(*asked, *number)) {
            of_parameter(sight, asked, Some(document), true, take);
        }
    }
}

/// Proofs of individuals from elsewhere, and of the young.
fn proofs<'r>(sight: &Sight<'r>, take: Take<'_, 'r>) {
    let Some(who) = sight.people.first() else { return };
    if sight.individual
        && let Some(asked) = ask(sight, P::IndividualNonlocal)
        && matches!(asked.entry.value.choice(), Some(Nonlocal::Permit | Nonlocal::Proof))
        && nonlocal(sight, who) != Some(false)
    {
        of_parameter(sight, asked, Some("residence-proof"), nonlocal(sight, who) == Some(true), take);
    }
    let (below, proof) = if sight.individual {
        (P::IndividualProofBelow, P::IndividualAgeProof)
    } else {
        (P::UnitProofBelow, P::UnitAgeProof)
    };
    let young = ask(sight, below).and_then(|asked| Some(asked.entry.value.number()? > who.age(sight.day)?));
    if young == Some(true)
        && let Some(asked) = ask(sight, proof)
    {
        let proofs = asked.entry.value.choices::<AgeProof>();
        let exempt =
            proofs.contains(&AgeProof::RepresentativeExempt) && who.person.legal_representative == Some(true);
        if !exempt {
            let document = proofs.contains(&AgeProof::Guardian).then_some("guardian-statement");
            of_parameter(sight, asked, document, true, take);
        }
    }
}
