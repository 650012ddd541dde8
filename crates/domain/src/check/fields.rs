//! The fields of a person in charge, which differ between the subject's and a service's.

use crate::order::field::Field;

/// The fields of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonFields {
    /// 姓名.
    pub name: Field,
    /// 证件类型.
    pub certificate_type: Field,
    /// 证件号码.
    pub certificate_number: Field,
    /// 证件有效期至.
    pub certificate_expiry: Field,
    /// 手机号码.
    pub mobile: Field,
    /// 应急联系电话.
    pub emergency_phone: Field,
    /// 办公电话.
    pub office_phone: Field,
    /// 电子邮箱.
    pub email: Field,
}

/// Those of the subject's person.
pub const SUBJECT_PERSON: PersonFields = PersonFields {
    name: Field::SubjectPersonName,
    certificate_type: Field::SubjectPersonCertificateType,
    certificate_number: Field::SubjectPersonCertificateNumber,
    certificate_expiry: Field::SubjectPersonCertificateExpiry,
    mobile: Field::SubjectPersonMobile,
    emergency_phone: Field::SubjectPersonEmergencyPhone,
    office_phone: Field::SubjectPersonOfficePhone,
    email: Field::SubjectPersonEmail,
};

/// Those of a service's person.
pub const SERVICE_PERSON: PersonFields = PersonFields {
    name: Field::ServicePersonName,
    certificate_type: Field::ServicePersonCertificateType,
    certificate_number: Field::ServicePersonCertificateNumber,
    certificate_expiry: Field::ServicePersonCertificateExpiry,
    mobile: Field::ServicePersonMobile,
    emergency_phone: Field::ServicePersonEmergencyPhone,
    office_phone: Field::ServicePersonOfficePhone,
    email: Field::ServicePersonEmail,
};
