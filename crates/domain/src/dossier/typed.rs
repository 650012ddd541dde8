//! From what the form holds, and what was gathered about it, to a dossier.

use super::{Access, Domain, Dossier, Expiry, Known, Person, Piece, PreApproval, Resource, Service, Subject};
use crate::check::Facts;
use crate::filing_number::ServiceKind;
use crate::order::answers::{AccessAnswers, Answers, PersonAnswers, ServiceAnswers, SubjectAnswers};
use crate::order::kind::OrderKind;
use crate::region::{Province, RegionCode};
use crate::tables::{AccessMode, CertificateType, SubjectNature};

/// What the form holds, with the facts gathered about it, if they were; today every service is a website.
pub fn dossier_of(
    kind: OrderKind,
    answers: &Answers,
    facts: Option<&Facts>,
    today: chrono::NaiveDate,
) -> Dossier {
    Dossier {
        kind: Some(kind),
        subject: subject(&answers.subject),
        services: answers.services.iter().map(|answers| service(answers, facts, today)).collect(),
        evidence: answers.evidence.iter().map(piece).collect(),
        known: facts.map(known).unwrap_or_default(),
    }
}

fn known(facts: &Facts) -> Known {
    Known {
        running_orders: Some(u64::from(facts.subject_has_running_order)),
        subject_filed: Some(facts.subject_filed),
        filed_domains: facts.filed_domains.clone(),
        unencodable: facts.unencodable.clone(),
        ..Known::default()
    }
}

fn province(code: &str) -> Option<Province> {
    RegionCode::parse(code).ok().and_then(Province::from_region)
}

fn yes_or_no(text: &str) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn subject(answers: &SubjectAnswers) -> Subject {
    let mut person = person(&answers.person);
    person.legal_representative = yes_or_no(&answers.person_is_legal_representative);
    Subject {
        nature: SubjectNature::from_slug(&answers.nature),
        name: answers.name.clone(),
        certificate_type: CertificateType::from_slug(&answers.certificate_type),
        certificate_number: answers.certificate_number.clone(),
        certificate_expiry: Expiry::of(&answers.certificate_expiry),
        certificate_address: answers.certificate_address.clone(),
        province: province(&answers.province),
        region: answers.region.clone(),
        address: answers.address.clone(),
        investor: answers.investor.clone(),
        remark: answers.remark.clone(),
        person,
        ..Subject::default()
    }
}

fn person(answers: &PersonAnswers) -> Person {
    Person {
        name: answers.name.clone(),
        certificate_type: CertificateType::from_slug(&answers.certificate_type),
        certificate_number: answers.certificate_number.clone(),
        certificate_expiry: Expiry::of(&answers.certificate_expiry),
        mobile: answers.mobile.clone(),
        emergency_phone: answers.emergency_phone.clone(),
        office_phone: answers.office_phone.clone(),
        email: answers.email.clone(),
        ..Person::default()
    }
}

fn service(answers: &ServiceAnswers, facts: Option<&Facts>, today: chrono::NaiveDate) -> Service {
    let approval = match answers.pre_approval.as_str() {
        "" | "none" => None,
        kind => Some(PreApproval { kind: kind.to_owned(), number: answers.pre_approval_number.clone() }),
    };
    let domain = (!answers.domain.trim().is_empty())
        .then(|| Domain { name: answers.domain.clone(), ..Domain::default() });
    Service {
        kind: Some(ServiceKind::Website),
        name: answers.name.clone(),
        domains: domain.into_iter().collect(),
        home_url: answers.home_url.clone(),
        contents: answers.contents.clone(),
        languages: answers.languages.clone(),
        pre_approvals: approval.into_iter().collect(),
        remark: answers.remark.clone(),
        person: person(&answers.person),
        access: access(&answers.access, facts, today),
        ..Service::default()
    }
}

fn access(answers: &AccessAnswers, facts: Option<&Facts>, today: chrono::NaiveDate) -> Access {
    let fact = |id, facts: &Facts| match facts.resources.get(&id) {
        Some(fact) => Resource {
            owned: Some(true),
            unfit: fact.resource.unfit(fact.used, today).into_iter().map(Some).collect(),
            addresses: fact.resource.addresses.iter().map(ToString::to_string).collect(),
            place: fact.resource.place,
            places: Some(u64::from(fact.resource.places.saturating_sub(fact.used))),
            ..Resource::default()
        },
        None => Resource { owned: Some(false), ..Resource::default() },
    };
    Access {
        resource: answers.resource.map(|id| Box::new(facts.map(|facts| fact(id, facts)).unwrap_or_default())),
        addresses: answers.ranges().map(str::to_owned).collect(),
        mode: AccessMode::from_slug(&answers.mode),
        place: province(&answers.place),
        ..Access::default()
    }
}

fn piece(evidence: &crate::evidence::Evidence) -> Piece {
    Piece {
        kind: Some(evidence.kind),
        document: evidence.document.clone().unwrap_or_default(),
        format: Some(evidence.format),
        bytes: Some(evidence.bytes),
        width: Some(u64::from(evidence.width)),
        height: Some(u64::from(evidence.height)),
        ..Piece::default()
    }
}
