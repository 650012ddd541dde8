//! The way back from a snapshot to answers, so that two submissions, or a submission and what is being typed,
//! can be compared field by field and shown by the same page parts.

use beian_domain::order::answers::{AccessAnswers, Answers, PersonAnswers, ServiceAnswers, SubjectAnswers};
use beian_domain::order::snapshot::{Access, PersonInCharge, Service, Snapshot, Subject, Validity};

/// The snapshot as answers in their normal form.
pub(crate) fn thaw(snapshot: &Snapshot) -> Answers {
    Answers {
        subject: subject(&snapshot.subject),
        services: snapshot.services.iter().map(service).collect(),
        evidence: snapshot.evidence.clone(),
    }
}

fn subject(subject: &Subject) -> SubjectAnswers {
    SubjectAnswers {
        nature: subject.nature.slug().to_owned(),
        name: subject.name.to_string(),
        certificate_type: subject.certificate.certificate_type().slug().to_owned(),
        certificate_number: subject.certificate.as_str().to_owned(),
        certificate_expiry: expiry(subject.certificate_validity),
        province: subject.province.region().to_string(),
        certificate_address: subject.certificate_address.to_string(),
        region: subject.region.to_string(),
        address: subject.address.to_string(),
        investor: optional(subject.investor.as_ref()),
        remark: optional(subject.remark.as_ref()),
        person_is_legal_representative: yes_or_no(subject.person_is_legal_representative),
        person: person(&subject.person),
    }
}

fn service(service: &Service) -> ServiceAnswers {
    ServiceAnswers {
        domain: service.domain.to_string(),
        name: service.name.to_string(),
        home_url: service.home_url.to_string(),
        contents: service.contents.iter().map(ToString::to_string).collect(),
        languages: service.languages.iter().map(ToString::to_string).collect(),
        pre_approval: service
            .pre_approval
            .as_ref()
            .map_or("none", |approval| approval.kind.slug())
            .to_owned(),
        pre_approval_number: optional(service.pre_approval.as_ref().map(|approval| &approval.number)),
        remark: optional(service.remark.as_ref()),
        person: person(&service.person),
        access: access(&service.access),
    }
}

fn access(access: &Access) -> AccessAnswers {
    let addresses: Vec<String> = access.addresses.iter().map(ToString::to_string).collect();
    AccessAnswers {
        resource: Some(access.resource),
        addresses: addresses.join("\n"),
        mode: access.mode.slug().to_owned(),
        place: access.place.region().to_string(),
    }
}

fn person(person: &PersonInCharge) -> PersonAnswers {
    PersonAnswers {
        name: person.name.to_string(),
        certificate_type: person.certificate.certificate_type().slug().to_owned(),
        certificate_number: person.certificate.as_str().to_owned(),
        certificate_expiry: expiry(person.certificate_validity),
        mobile: person.mobile.to_string(),
        emergency_phone: person.emergency_phone.to_string(),
        office_phone: optional(person.office_phone.as_ref()),
        email: person.email.to_string(),
    }
}

fn expiry(validity: Validity) -> String {
    match validity {
        Validity::LongTerm => "long-term".to_owned(),
        Validity::Until(day) => day.to_string(),
    }
}

fn yes_or_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

fn optional<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}
