//! What the documents about filings have in common, as the checks look at it.

use std::net::Ipv4Addr;

use crate::codes::base::NATURE_INDIVIDUAL;
use crate::message::parts::Approval;
use crate::message::parts::attachment::{FiledAttachment, FiledOwner, OwnerIdentifier};
use crate::message::upload::icp::{change, new_access, new_service};
use crate::message::upload::xzba;

/// What a request says.
#[derive(Default)]
pub(in crate::simulator) struct Content<'a> {
    /// The organiser is no individual.
    pub organisation: bool,
    pub subject: Option<Subject<'a>>,
    pub services: Vec<Service<'a>>,
    pub attachments: Vec<Attachment<'a>>,
}

pub(in crate::simulator) struct Subject<'a> {
    pub name: &'a str,
    pub nature: Option<i64>,
    pub certificate_kind: i64,
    pub certificate_number: &'a str,
    pub address: &'a xzba::Address,
    pub person: Person<'a>,
}

pub(in crate::simulator) struct Person<'a> {
    pub name: Option<&'a str>,
    pub office_phone: Option<&'a str>,
    pub mobile: &'a str,
    pub email: &'a str,
    pub msn: Option<&'a str>,
    pub qq: Option<&'a str>,
    pub certificate_kind: Option<i64>,
    pub certificate_number: Option<&'a str>,
}

/// A service, or as much of it as a request says.
pub(in crate::simulator) struct Service<'a> {
    /// The bureau's id, unless it is new.
    pub bureau_id: Option<i64>,
    pub name: Option<&'a str>,
    pub approvals: &'a [Approval],
    pub contents: &'a [i64],
    pub languages: &'a [i64],
    pub domains: Vec<&'a str>,
    pub accesses: Vec<Access<'a>>,
    pub person: Option<Person<'a>>,
    pub home_url: Option<&'a str>,
}

pub(in crate::simulator) struct Access<'a> {
    /// Record id, the provider's or the bureau's.
    pub record: i64,
    pub locations: &'a [i64],
    pub modes: &'a [i64],
    pub ranges: Vec<(Ipv4Addr, Ipv4Addr)>,
}

pub(in crate::simulator) struct Attachment<'a> {
    pub format: i64,
    pub purpose: i64,
    pub bytes: usize,
    pub owner_kind: i64,
    /// False if the owner is named by a record id of the same request that is not there.
    pub owner_there: bool,
    /// The owner in the register, when it is named by id or number.
    pub owner: Option<&'a OwnerIdentifier>,
}

/// The fields of a person have the same names in every document.
macro_rules! person {
    ($person:expr, $name:expr) => {
        Person {
            name: $name,
            office_phone: $person.office_phone.as_deref(),
            mobile: &$person.mobile,
            email: &$person.email,
            msn: $person.msn.as_deref(),
            qq: $person.qq.as_deref(),
            certificate_kind: $person.certificate_kind,
            certificate_number: $person.certificate_number.as_deref(),
        }
    };
}

/// And so do those of a service.
macro_rules! service {
    ($service:expr, $bureau_id:expr, $accesses:expr) => {
        Service {
            bureau_id: $bureau_id,
            name: Some(&$service.name),
            approvals: &$service.approvals,
            contents: &$service.contents,
            languages: &$service.languages,
            domains: $service.domains.iter().map(|domain| domain.name.as_str()).collect(),
            accesses: $accesses,
            person: Some(person!(&$service.person, Some($service.person.name.as_str()))),
            home_url: $service.home_url.as_deref(),
        }
    };
}

macro_rules! subject {
    ($subject:expr) => {
        Subject {
            name: &$subject.name,
            nature: $subject.nature,
            certificate_kind: $subject.certificate.kind,
            certificate_number: &$subject.certificate.number,
            address: &$subject.address,
            person: person!(&$subject.person, $subject.person.name.as_deref()),
        }
    };
}

fn new_accesses(accesses: &[xzba::Access]) -> Vec<Access<'_>> {
    accesses
        .iter()
        .map(|access| access_view(access.record, &access.locations, &access.modes, &access.addresses))
        .collect()
}

fn access_view<'a>(
    record: i64,
    locations: &'a [i64],
    modes: &'a [i64],
    ranges: &[xzba::IpRange],
) -> Access<'a> {
    let ranges = ranges.iter().map(|range| (range.first, range.last)).collect();
    Access { record, locations, modes, ranges }
}

impl<'a> Content<'a> {
    pub fn of_filing(filing: &'a xzba::Filing) -> Self {
        let here = |owner: &xzba::Owner| {
            if owner.kind == xzba::Owner::SUBJECT {
                owner.record == filing.subject.record
            } else {
                filing.services.iter().any(|service| service.record == owner.record)
            }
        };
        let attachments = filing.attachments.iter().map(|one| Attachment {
            format: one.format,
            purpose: one.purpose,
            bytes: one.content.0.len(),
            owner_kind: one.owner.kind,
            owner_there: here(&one.owner),
            owner: None,
        });
        Self {
            organisation: filing.subject.nature != Some(NATURE_INDIVIDUAL),
            subject: Some(subject!(&filing.subject)),
            services: filing
                .services
                .iter()
                .map(|service| service!(service, None, new_accesses(&service.accesses)))
                .collect(),
            attachments: attachments.collect(),
        }
    }

    pub fn of_services(request: &'a new_service::Request, organisation: bool) -> Self {
        let services = request.services.iter();
        // A service that is new is named by the provider's own record id.
        let own = |owner: &FiledOwner| match owner.identifier {
            OwnerIdentifier::Record(record) => {
                owner.kind == FiledOwner::SERVICE
                    && request.services.iter().any(|service| service.record == record)
            }
            OwnerIdentifier::Number(_) => false,
        };
        let mut attachments = filed(&request.attachments);
        for (view, sent) in attachments.iter_mut().zip(&request.attachments) {
            view.owner = view.owner.filter(|_| !own(&sent.owner));
        }
        Self {
            organisation,
            subject: None,
            services: services.map(|one| service!(one, None, new_accesses(&one.accesses))).collect(),
            attachments,
        }
    }

    pub fn of_access(request: &'a new_access::Request) -> Self {
        let access = access_view(request.record, &request.locations, &request.modes, &request.addresses);
        let service = Service {
            bureau_id: None,
            name: None,
            approvals: &[],
            contents: &[],
            languages: &[],
            domains: Vec::new(),
            accesses: vec![access],
            person: None,
            home_url: None,
        };
        Self { services: vec![service], attachments: filed(&request.attachments), ..Self::default() }
    }

    pub fn of_change(request: &'a change::Request) -> Self {
        let access = |access: &'a change::Access| Access {
            record: access.bureau_id,
            locations: &access.locations,
            modes: &access.modes,
            ranges: access.addresses.iter().map(|range| (range.first, range.last)).collect(),
        };
        let service = |service: &'a change::Service| {
            let accesses = service.accesses.iter().map(access).collect();
            service!(service, Some(service.bureau_id), accesses)
        };
        Self {
            organisation: request.subject.nature != Some(NATURE_INDIVIDUAL),
            subject: Some(subject!(&request.subject)),
            services: request.services.iter().map(service).collect(),
            attachments: filed(&request.attachments),
        }
    }

    pub fn of_material(attachments: &'a [FiledAttachment]) -> Self {
        Self { attachments: filed(attachments), ..Self::default() }
    }
}

fn filed(attachments: &[FiledAttachment]) -> Vec<Attachment<'_>> {
    attachments.iter().map(filed_attachment).collect()
}

fn filed_attachment(one: &FiledAttachment) -> Attachment<'_> {
    Attachment {
        format: one.format,
        purpose: one.purpose,
        bytes: one.content.0.len(),
        owner_kind: one.owner.kind,
        owner_there: true,
        owner: Some(&one.owner.identifier),
    }
}
