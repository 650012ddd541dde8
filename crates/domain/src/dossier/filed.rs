//! From what stands in the register to a dossier, to see what rules would say of it.

use super::{Access, Domain, Dossier, Expiry, Known, Person, PreApproval, Resource, Service, Subject};
use crate::filing_number::ServiceKind;
use crate::order::kind::OrderKind;
use crate::order::snapshot::{self, Validity};

/// A filed subject and services of it, as if their holder came to change them today. What was shown when they were
/// filed, and what is known of the world, is left out: no rule minds it.
pub fn dossier_of_filing<'s>(
    subject: &snapshot::Subject,
    services: impl Iterator<Item = &'s snapshot::Service>,
) -> Dossier {
    let services: Vec<Service> = services.map(service).collect();
    Dossier {
        kind: Some(OrderKind::ChangeBoth),
        subject: self::subject(subject),
        known: Known { filed_services: Some(services.len() as u64), ..Known::default() },
        services,
        evidence: Vec::new(),
    }
}

fn subject(subject: &snapshot::Subject) -> Subject {
    Subject {
        nature: Some(subject.nature),
        name: subject.name.to_string(),
        certificate_type: Some(subject.certificate.certificate_type()),
        certificate_number: subject.certificate.as_str().to_owned(),
        certificate_expiry: expiry(subject.certificate_validity),
        certificate_address: subject.certificate_address.to_string(),
        province: Some(subject.province),
        region: subject.region.to_string(),
        address: subject.address.to_string(),
        investor: text(subject.investor.as_ref()),
        remark: text(subject.remark.as_ref()),
        person: Person {
            legal_representative: Some(subject.person_is_legal_representative),
            ..person(&subject.person)
        },
        ..Subject::default()
    }
}

fn person(person: &snapshot::PersonInCharge) -> Person {
    Person {
        name: person.name.to_string(),
        certificate_type: Some(person.certificate.certificate_type()),
        certificate_number: person.certificate.as_str().to_owned(),
        certificate_expiry: expiry(person.certificate_validity),
        mobile: person.mobile.to_string(),
        emergency_phone: person.emergency_phone.to_string(),
        office_phone: text(person.office_phone.as_ref()),
        email: person.email.to_string(),
        ..Person::default()
    }
}

fn service(service: &snapshot::Service) -> Service {
    let approval = service.pre_approval.as_ref();
    let approval =
        approval.map(|one| PreApproval { kind: one.kind.slug().to_owned(), number: one.number.to_string() });
    Service {
        kind: Some(ServiceKind::Website),
        name: service.name.to_string(),
        domains: vec![Domain { name: service.domain.to_string(), ..Domain::default() }],
        home_url: service.home_url.to_string(),
        contents: service.contents.iter().map(|content| content.slug().to_owned()).collect(),
        languages: service.languages.iter().map(|language| language.slug().to_owned()).collect(),
        pre_approvals: approval.into_iter().collect(),
        remark: text(service.remark.as_ref()),
        person: person(&service.person),
        access: access(&service.access),
        ..Service::default()
    }
}

fn access(access: &snapshot::Access) -> Access {
    Access {
        resource: Some(Box::new(Resource::default())),
        addresses: access.addresses.iter().map(ToString::to_string).collect(),
        mode: Some(access.mode),
        place: Some(access.place),
        ..Access::default()
    }
}

fn expiry(validity: Validity) -> Expiry {
    match validity {
        Validity::LongTerm => Expiry::LongTerm,
        Validity::Until(day) => Expiry::Until(day),
    }
}

fn text<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}
