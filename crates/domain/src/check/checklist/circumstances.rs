//! Circumstances that documents are for, where the clause says them in words only.

use super::{ask, needs_site_letter};
use crate::check::sight::{Sight, Who};
use crate::dossier::{Domain, Record};
use crate::rulebook::{DomainOwner, Parameter as P};
use crate::tables::{CertificateType, SubjectNature};

/// Whether the circumstances that a document is for are given; none if that is not known yet.
///
/// Clauses say in words what their `when` cannot: the letter of somebody who is not the legal representative,
/// the statement on a foreign name.
pub(super) fn calls_for(sight: &Sight<'_>, document: &str) -> Option<bool> {
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
            let relation = |domain: &Domain| domain.owner.as_ref().and_then(|owner| owner.relation);
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
pub(super) fn nonlocal(sight: &Sight<'_>, who: &Who<'_>) -> Option<bool> {
    Some(who.home()? != sight.province()?)
}

/// Whether name or number of the subject differ from the record; none if that is not known.
pub(super) fn name_or_number_changed(sight: &Sight<'_>) -> Option<bool> {
    let record = sight.dossier.known.record.as_deref()?;
    let (then, now) = (record.certificate_number.trim(), sight.dossier.subject.certificate_number.trim());
    let number = (!then.is_empty() && !now.is_empty()).then_some(then != now);
    match (renamed(sight, record), number) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        (None, _) | (_, None) => None,
    }
}
