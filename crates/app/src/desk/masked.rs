//! Which fields of a submission are shown with their middle hidden until somebody asks for them in full.

use beian_domain::contact::Landline;
use beian_domain::identity::CertificateNumber;
use beian_domain::order::field::{Field as F, FieldPath, Step};
use beian_domain::order::snapshot::{PersonInCharge, Snapshot};

fn number(person: &PersonInCharge) -> Option<String> {
    certificate(&person.certificate)
}

fn emergency(person: &PersonInCharge) -> String {
    person.emergency_phone.masked()
}

fn office(person: &PersonInCharge) -> Option<String> {
    person.office_phone.as_ref().map(Landline::masked)
}

/// The field with its middle hidden; `None` when it may be shown as it is.
///
/// Numbers by which a person is found or reached are hidden. Names and addresses are not: the reviewer
/// compares them with the evidence, which is the work.
pub(super) fn masked(snapshot: &Snapshot, path: FieldPath) -> Option<String> {
    let subject = &snapshot.subject;
    let of_service = snapshot.services.get(usize::from(path.service())).map(|service| &service.person);
    let person = if path.field().step() == Step::Subject { Some(&subject.person) } else { of_service };
    match path.field() {
        F::SubjectCertificateNumber => certificate(&subject.certificate),
        F::SubjectPersonCertificateNumber | F::ServicePersonCertificateNumber => person.and_then(number),
        F::SubjectPersonMobile | F::ServicePersonMobile => person.map(|person| person.mobile.masked()),
        F::SubjectPersonEmergencyPhone | F::ServicePersonEmergencyPhone => person.map(emergency),
        F::SubjectPersonOfficePhone | F::ServicePersonOfficePhone => person.and_then(office),
        F::SubjectPersonEmail | F::ServicePersonEmail => person.map(|person| person.email.masked()),
        F::SubjectNature
        | F::SubjectName
        | F::SubjectCertificateType
        | F::SubjectProvince
        | F::ServiceDomain
        | F::SubjectCertificateAddress
        | F::SubjectCertificateExpiry
        | F::SubjectRegion
        | F::SubjectAddress
        | F::SubjectInvestor
        | F::SubjectRemark
        | F::SubjectPersonName
        | F::SubjectPersonIsLegalRepresentative
        | F::SubjectPersonCertificateType
        | F::SubjectPersonCertificateExpiry
        | F::ServiceName
        | F::ServiceHomeUrl
        | F::ServiceContents
        | F::ServiceLanguages
        | F::ServicePreApproval
        | F::ServicePreApprovalNumber
        | F::ServiceRemark
        | F::ServicePersonName
        | F::ServicePersonCertificateType
        | F::ServicePersonCertificateExpiry
        | F::AccessResource
        | F::AccessAddresses
        | F::AccessMode
        | F::AccessPlace
        | F::EvidenceSubjectCertificate
        | F::EvidenceSubjectPersonFront
        | F::EvidenceSubjectPersonBack
        | F::EvidenceServicePersonFront
        | F::EvidenceServicePersonBack
        | F::EvidenceVerificationPhoto
        | F::EvidenceDomainCertificate
        | F::EvidenceAuthorisation
        | F::EvidencePreApproval
        | F::EvidenceOther
        | F::OrderKind
        | F::SubjectScope
        | F::ServiceKind
        | F::ServicePlatforms
        | F::ServiceIcon => None,
    }
}

/// Numbers of organisations are public.
fn certificate(number: &CertificateNumber) -> Option<String> {
    number.is_personal().then(|| number.masked())
}
