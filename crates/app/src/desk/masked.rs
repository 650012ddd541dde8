//! Which fields of a submission are shown with their middle hidden until somebody asks for them in full.

use beian_domain::contact::Landline;
use beian_domain::identity::CertificateNumber;
use beian_domain::order::field::{Field, FieldPath};
use beian_domain::order::snapshot::Snapshot;

/// The field with its middle hidden; `None` when it may be shown as it is.
///
/// Numbers by which a person is found or reached are hidden. Names and addresses are not: the reviewer
/// compares them with the evidence, which is the work.
pub(super) fn masked(snapshot: &Snapshot, path: FieldPath) -> Option<String> {
    use Field as F;
    let subject = &snapshot.subject;
    let manager = &subject.person;
    let person = snapshot.services.get(usize::from(path.service())).map(|service| &service.person);
    match path.field() {
        F::SubjectCertificateNumber => certificate(&subject.certificate),
        F::SubjectPersonCertificateNumber => certificate(&manager.certificate),
        F::SubjectPersonMobile => Some(manager.mobile.masked()),
        F::SubjectPersonEmergencyPhone => Some(manager.emergency_phone.masked()),
        F::SubjectPersonOfficePhone => manager.office_phone.as_ref().map(Landline::masked),
        F::SubjectPersonEmail => Some(manager.email.masked()),
        F::ServicePersonCertificateNumber => person.and_then(|person| certificate(&person.certificate)),
        F::ServicePersonMobile => person.map(|person| person.mobile.masked()),
        F::ServicePersonEmergencyPhone => person.map(|person| person.emergency_phone.masked()),
        F::ServicePersonOfficePhone => {
            person.and_then(|person| person.office_phone.as_ref().map(Landline::masked))
        }
        F::ServicePersonEmail => person.map(|person| person.email.masked()),
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
