//! A snapshot as the document the authority takes: 新增备案 (XZBA) of the interface V3.0.

use beian_authority::message::Approval;
use beian_authority::message::upload::xzba as wire;
use beian_authority::value::Blob;
use beian_domain::evidence::EvidenceKind;
use beian_domain::network::IpRange;
use beian_domain::order::snapshot::{Access, PersonInCharge, Service, Snapshot, Subject};
use beian_domain::region::Regions;

/// A picture as it goes over the wire: JPEG, small enough.
pub(super) struct Picture {
    /// What it proves.
    pub kind: EvidenceKind,
    /// The JPEG.
    pub jpeg: Vec<u8>,
}

/// Why a snapshot cannot be said in the interface V3.0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Unsayable {
    /// V3.0 knows IPv4 only.
    #[error("IPv6 is not in the interface V3.0")]
    Ipv6,
    /// A region without a city cannot be addressed.
    #[error("the region has no city")]
    Region,
}

/// The filing of a snapshot. `fresh` draws record ids for what has no id of its own with us (domains,
/// address ranges).
pub(super) fn filing(
    snapshot: &Snapshot,
    pictures: Vec<Picture>,
    fresh: &mut dyn FnMut() -> i64,
) -> Result<wire::Filing, Unsayable> {
    let scans = scans(&pictures);
    let services =
        snapshot.services.iter().map(|each| service(each, &scans, fresh)).collect::<Result<Vec<_>, _>>()?;
    Ok(wire::Filing {
        subject: subject(&snapshot.subject)?,
        services,
        attachments: pictures.into_iter().filter_map(|picture| attachment(snapshot, picture)).collect(),
    })
}

fn subject(subject: &Subject) -> Result<wire::Subject, Unsayable> {
    let person = &subject.person;
    Ok(wire::Subject {
        record: subject.id.as_i64(),
        name: subject.name.as_str().to_owned(),
        nature: Some(subject.nature.code().into()),
        investor: subject.investor.as_ref().map(|line| line.as_str().to_owned()),
        address: address(subject)?,
        certificate: wire::Certificate {
            kind: subject.certificate.certificate_type().code().into(),
            number: subject.certificate.as_str().to_owned(),
            address: subject.certificate_address.as_str().to_owned(),
        },
        person: wire::SubjectPerson {
            name: Some(person.name.as_str().to_owned()),
            office_phone: person.office_phone.as_ref().map(|phone| phone.as_str().to_owned()),
            mobile: person.mobile.as_str().to_owned(),
            email: person.email.as_str().to_owned(),
            msn: None,
            qq: None,
            certificate_kind: Some(person.certificate.certificate_type().code().into()),
            certificate_number: Some(person.certificate.as_str().to_owned()),
        },
        mode: wire::Subject::BY_PROVIDER,
        remark: subject.remark.as_ref().map(|line| line.as_str().to_owned()),
    })
}

fn address(subject: &Subject) -> Result<wire::Address, Unsayable> {
    let county = subject.region;
    let city = Regions::builtin().city_of(county).map_or_else(|| county.city_code(), |city| city.code);
    if city == county.province_code() {
        return Err(Unsayable::Region);
    }
    Ok(wire::Address {
        province: county.province_code().number().into(),
        city: city.number().into(),
        county: (city != county).then(|| county.number().into()),
        street: Some(subject.address.as_str().to_owned()),
    })
}

fn service(
    service: &Service,
    scans: &[Blob],
    fresh: &mut dyn FnMut() -> i64,
) -> Result<wire::Service, Unsayable> {
    Ok(wire::Service {
        record: service.id.as_i64(),
        name: service.name.as_str().to_owned(),
        approvals: service
            .pre_approval
            .iter()
            .map(|approval| Approval {
                kind: approval.kind.code().into(),
                number: approval.number.as_str().to_owned(),
                scans: scans.to_vec(),
            })
            .collect(),
        contents: service.contents.iter().map(|content| content.code().into()).collect(),
        languages: service.languages.iter().map(|language| language.code().into()).collect(),
        domains: vec![wire::Domain { record: fresh(), name: service.domain.as_str().to_owned() }],
        accesses: vec![access(&service.access, fresh)?],
        person: person(&service.person),
        home_url: Some(service.home_url.as_str().to_owned()),
        remark: service.remark.as_ref().map(|line| line.as_str().to_owned()),
    })
}

fn person(person: &PersonInCharge) -> wire::ServicePerson {
    wire::ServicePerson {
        name: person.name.as_str().to_owned(),
        office_phone: person.office_phone.as_ref().map(|phone| phone.as_str().to_owned()),
        mobile: person.mobile.as_str().to_owned(),
        email: person.email.as_str().to_owned(),
        msn: None,
        qq: None,
        certificate_kind: Some(person.certificate.certificate_type().code().into()),
        certificate_number: Some(person.certificate.as_str().to_owned()),
    }
}

fn access(access: &Access, fresh: &mut dyn FnMut() -> i64) -> Result<wire::Access, Unsayable> {
    let addresses = access.addresses.iter().map(|range| address_range(range, fresh()));
    Ok(wire::Access {
        record: access.id.as_i64(),
        locations: vec![access.place.placement_id().into()],
        modes: vec![access.mode.code().into()],
        addresses: addresses.collect::<Result<Vec<_>, _>>()?,
    })
}

fn address_range(range: &IpRange, record: i64) -> Result<wire::IpRange, Unsayable> {
    let (first, last) = range.ipv4_bounds().ok_or(Unsayable::Ipv6)?;
    Ok(wire::IpRange { record, first: first.into(), last: last.into() })
}

fn scans(pictures: &[Picture]) -> Vec<Blob> {
    let approvals = pictures.iter().filter(|picture| picture.kind == EvidenceKind::PreApproval);
    approvals.map(|picture| Blob(picture.jpeg.clone())).collect()
}

/// The pictures the interface has a purpose for; the others stay with us as evidence of the review.
fn attachment(snapshot: &Snapshot, picture: Picture) -> Option<wire::Attachment> {
    use wire::{Attachment, Owner};
    let subject = || Owner { kind: Owner::SUBJECT, record: snapshot.subject.id.as_i64() };
    let service = snapshot.services.first().map(|service| service.id.as_i64());
    let service = || service.map(|record| Owner { kind: Owner::SERVICE, record });
    let (purpose, owner) = match picture.kind {
        EvidenceKind::SubjectCertificate => (Attachment::SUBJECT_CERTIFICATE, subject()),
        EvidenceKind::SubjectPersonFront | EvidenceKind::SubjectPersonBack => {
            (Attachment::SUBJECT_PERSON, subject())
        }
        EvidenceKind::ServicePersonFront | EvidenceKind::ServicePersonBack => {
            (Attachment::SERVICE_PERSON, service()?)
        }
        EvidenceKind::VerificationPhoto => (Attachment::VERIFICATION_PHOTO, service()?),
        EvidenceKind::DomainCertificate
        | EvidenceKind::Authorisation
        | EvidenceKind::PreApproval
        | EvidenceKind::Other => return None,
    };
    Some(Attachment { format: Attachment::JPG, purpose, content: Blob(picture.jpeg), owner, remark: None })
}

#[cfg(test)]
mod tests;
