//! The fields of a dossier as rules name them: whether they are answered, and what text stands in them.

use super::{Dossier, Expiry, Person, Service, Subject};
use crate::order::field::{Field, FieldPath};

/// How a field of a part is looked at.
enum Look<T> {
    /// It holds a text.
    Text(fn(&T) -> &str),
    /// It holds something else: is it answered?
    Answered(fn(&T) -> bool),
}

const SUBJECT: &[(Field, Look<Subject>)] = &[
    (Field::SubjectNature, Look::Answered(|s| s.nature.is_some())),
    (Field::SubjectName, Look::Text(|s| &s.name)),
    (Field::SubjectCertificateType, Look::Answered(|s| s.certificate_type.is_some())),
    (Field::SubjectCertificateNumber, Look::Text(|s| &s.certificate_number)),
    (Field::SubjectCertificateExpiry, Look::Answered(|s| s.certificate_expiry != Expiry::Unsaid)),
    (Field::SubjectCertificateAddress, Look::Text(|s| &s.certificate_address)),
    (Field::SubjectProvince, Look::Answered(|s| s.province.is_some())),
    (Field::SubjectRegion, Look::Text(|s| &s.region)),
    (Field::SubjectAddress, Look::Text(|s| &s.address)),
    (Field::SubjectInvestor, Look::Text(|s| &s.investor)),
    (Field::SubjectScope, Look::Text(|s| &s.scope)),
    (Field::SubjectRemark, Look::Text(|s| &s.remark)),
    (Field::SubjectPersonIsLegalRepresentative, Look::Answered(|s| s.person.legal_representative.is_some())),
];

/// The fields of the person in charge of the subject, and of the one of a service.
const PERSONS: &[(Field, Field, Look<Person>)] = &[
    (Field::SubjectPersonName, Field::ServicePersonName, Look::Text(|p| &p.name)),
    (
        Field::SubjectPersonCertificateType,
        Field::ServicePersonCertificateType,
        Look::Answered(|p| p.certificate_type.is_some()),
    ),
    (
        Field::SubjectPersonCertificateNumber,
        Field::ServicePersonCertificateNumber,
        Look::Text(|p| &p.certificate_number),
    ),
    (
        Field::SubjectPersonCertificateExpiry,
        Field::ServicePersonCertificateExpiry,
        Look::Answered(|p| p.certificate_expiry != Expiry::Unsaid),
    ),
    (Field::SubjectPersonMobile, Field::ServicePersonMobile, Look::Text(|p| &p.mobile)),
    (
        Field::SubjectPersonEmergencyPhone,
        Field::ServicePersonEmergencyPhone,
        Look::Text(|p| &p.emergency_phone),
    ),
    (Field::SubjectPersonOfficePhone, Field::ServicePersonOfficePhone, Look::Text(|p| &p.office_phone)),
    (Field::SubjectPersonEmail, Field::ServicePersonEmail, Look::Text(|p| &p.email)),
];

const SERVICE: &[(Field, Look<Service>)] = &[
    (Field::ServiceKind, Look::Answered(|s| s.kind.is_some())),
    (Field::ServiceName, Look::Text(|s| &s.name)),
    (Field::ServiceDomain, Look::Answered(|s| s.domains.iter().any(|domain| !domain.name.is_empty()))),
    (Field::ServiceHomeUrl, Look::Text(|s| &s.home_url)),
    (Field::ServiceContents, Look::Answered(|s| !s.contents.is_empty())),
    (Field::ServiceLanguages, Look::Answered(|s| !s.languages.is_empty())),
    (Field::ServiceRemark, Look::Text(|s| &s.remark)),
    (Field::ServicePlatforms, Look::Answered(|s| !s.platforms.is_empty())),
    (Field::ServiceIcon, Look::Answered(|s| s.icon.is_some())),
    (Field::AccessResource, Look::Answered(|s| s.access.resource.is_some())),
    (Field::AccessAddresses, Look::Answered(|s| !s.access.addresses.is_empty())),
    (Field::AccessMode, Look::Answered(|s| s.access.mode.is_some())),
    (Field::AccessPlace, Look::Answered(|s| s.access.place.is_some())),
];

/// What stands in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen<'d> {
    /// Which field.
    pub path: FieldPath,
    /// Whether it is answered.
    pub answered: bool,
    /// Its text; empty where it holds something else.
    pub text: &'d str,
}

impl<T> Look<T> {
    fn at<'d>(&self, part: &'d T, path: FieldPath) -> Seen<'d> {
        match self {
            Self::Text(text) => {
                let text = text(part);
                Seen { path, answered: !text.trim().is_empty(), text }
            }
            Self::Answered(answered) => Seen { path, answered: answered(part), text: "" },
        }
    }
}

/// Whether rules may name a field by itself.
pub(crate) fn can_be_seen(field: Field) -> bool {
    SUBJECT.iter().any(|(own, _)| *own == field)
        || PERSONS.iter().any(|(first, second, _)| *first == field || *second == field)
        || SERVICE.iter().any(|(own, _)| *own == field)
}

impl Dossier {
    /// Calls `see` with what stands in a field: once for the subject, or once for each service.
    pub(crate) fn see<'d>(&'d self, field: Field, mut see: impl FnMut(Seen<'d>)) {
        if let Some((_, look)) = SUBJECT.iter().find(|(own, _)| *own == field) {
            see(look.at(&self.subject, FieldPath::of(field)));
        } else if let Some((first, _, look)) =
            PERSONS.iter().find(|(first, second, _)| *first == field || *second == field)
        {
            if *first == field {
                see(look.at(&self.subject.person, FieldPath::of(field)));
            } else {
                self.each(|n, service| see(look.at(&service.person, FieldPath::in_service(field, n))));
            }
        } else if let Some((_, look)) = SERVICE.iter().find(|(own, _)| *own == field) {
            self.each(|n, service| see(look.at(service, FieldPath::in_service(field, n))));
        }
    }

    /// Calls `each` with every service and its number.
    pub(crate) fn each<'d>(&'d self, mut each: impl FnMut(u8, &'d Service)) {
        for (number, service) in (0..=u8::MAX).zip(&self.services) {
            each(number, service);
        }
    }
}
