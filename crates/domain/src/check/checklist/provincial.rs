//! What a province asks beyond the nation: documents of its clauses, statements, plans, proofs.

use super::{Needed, Reason, Take, ask, kind_of, needs_site_letter, note_of};
use crate::check::applied::Asked;
use crate::check::cases::case;
use crate::check::sight::{Sight, Who};
use crate::dossier::Record;
use crate::evidence::EvidenceKind;
use crate::order::kind::OrderKind;
use crate::region::Province;
use crate::rulebook::{AgeProof, Asks, Clause, DomainOwner, Entry, Nonlocal, Parameter as P, TableKind};
use crate::tables::{CertificateType, SubjectNature};

/// Documents of clauses, and of parameters.
pub(in crate::check) fn provincial<'r>(sight: &Sight<'r>, take: Take<'_, 'r>) {
    if sight.kind().is_some_and(OrderKind::cancels) {
        return;
    }
    for (province, clause) in sight.clauses {
        of_clause(sight, *province, clause, take);
    }
    statements(sight, take);
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

/// Whether the circumstances that a document is for are given; none if that is not known yet.
///
/// Clauses say in words what their `when` cannot: the letter of somebody who is not the legal representative,
/// the statement on a foreign name.
fn calls_for(sight: &Sight<'_>, document: &str) -> Option<bool> {
    let subject = &sight.dossier.subject;
    match document {
        // A parameter asks for it; clauses only speak of its dates.
        "letter-subject" => Some(false),
        "letter-site" | "letter-shanghai" => needs_site_letter(sight),
        "name-statement" => match subject.person.certificate_type {
            Some(CertificateType::Passport) => subject.person.legal_representative,
            Some(_) => Some(false),
            None => None,
        },
        "holding-photo" => match subject.person.legal_representative {
            Some(false) => Some(false),
            _ => sight.people.first().and_then(|who| nonlocal(sight, who)),
        },
        "residence-proof" | "status-proof" => sight.people.first().and_then(|who| nonlocal(sight, who)),
        "guardian-statement" => {
            let below = sight.people.first().and_then(|who| who.age(sight.day));
            let from = ask(sight, P::IndividualProofBelow).and_then(|asked| asked.entry.value.number());
            Some(below? < from.unwrap_or(18))
        }
        "domain-authorisation" => {
            let owners = || sight.offers.iter().flat_map(|offer| &offer.service.domains);
            let personal = |relation: DomainOwner| relation == DomainOwner::Representative;
            let relation =
                |domain: &crate::dossier::Domain| domain.owner.as_ref().and_then(|owner| owner.relation);
            if owners().filter_map(relation).any(personal) {
                return Some(true);
            }
            let known = owners().next().is_some() && owners().all(|domain| relation(domain).is_some());
            known.then_some(false)
        }
        "name-change-letter" => {
            sight.dossier.known.record.as_deref().and_then(|record| renamed(sight, record))
        }
        "resident-office" => Some(subject.nature == Some(SubjectNature::ForeignInstitution)),
        "school-licence" | "medical-licence" | "full-licence" => Some(fits(sight, document)),
        _ => Some(true),
    }
}

/// A clause may name several papers for several words; each is for its own.
fn fits(sight: &Sight<'_>, document: &str) -> bool {
    let named = |words: &[&str]| {
        let services = sight.offers.iter().map(|offer| offer.service.name.as_str());
        let mut names = services.chain([sight.dossier.subject.name.as_str()]);
        names.any(|name| words.iter().any(|word| name.contains(word)))
    };
    match document {
        "school-licence" => named(&["学院", "大学"]),
        "medical-licence" => {
            named(&["医院"]) || sight.dossier.subject.nature == Some(SubjectNature::MedicalInstitution)
        }
        _ => named(&["律师"]) || sight.dossier.subject.nature == Some(SubjectNature::LawPractice),
    }
}

fn renamed(sight: &Sight<'_>, record: &Record) -> Option<bool> {
    let (then, now) = (record.name.trim(), sight.dossier.subject.name.trim());
    (!then.is_empty() && !now.is_empty()).then_some(then != now)
}

/// Whether somebody's identity number is of another province; none if unknown.
fn nonlocal(sight: &Sight<'_>, who: &Who<'_>) -> Option<bool> {
    Some(who.home()? != sight.province()?)
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
