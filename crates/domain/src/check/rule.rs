//! The rules of the automatic check: code, severity and who says so.

use crate::finding::{Finding, Severity};
use crate::order::field::FieldPath;

/// A rule of the automatic check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The stable name; translation key of what, why and remedy.
    pub code: &'static str,
    /// How much a breach weighs.
    pub severity: Severity,
    /// Who says so, with date where the source has one.
    pub source: &'static str,
}

impl Rule {
    /// A finding by this rule.
    pub fn found(&self, field: FieldPath) -> Finding {
        Finding::new(self.code, self.severity, field, self.source)
    }
}

const INTERFACE: &str = "企业侧备案系统接口规范 V3.0 (2013)";
const MEASURES: &str = "非经营性互联网信息服务备案管理办法 (信息产业部令第33号, 2005)";
const DOMAIN_NOTICE: &str = "工信部信管〔2017〕264号";
const NUMBERING: &str = "工信管函〔2019〕633号";
const PROVIDER: &str = "provider-practice";

/// Declares the rules, and the list of all of them.
macro_rules! rules {
    ($($name:ident = $code:literal, $severity:ident, $source:expr;)*) => {
        $(pub(super) const $name: Rule =
            Rule { code: $code, severity: Severity::$severity, source: $source };)*
        /// Every rule, in the order of the form.
        pub const RULES: &[Rule] = &[$($name),*];
    };
}

rules! {
    ANSWER = "answer", Block, MEASURES;
    NATURE_CERTIFICATE = "nature-certificate", Block, INTERFACE;
    CERTIFICATE_EXPIRED = "certificate-expired", Block, MEASURES;
    CERTIFICATE_EXPIRES_SOON = "certificate-expires-soon", Warn, PROVIDER;
    SUBJECT_REGION_OTHER_PROVINCE = "subject-region-other-province", Block, PROVIDER;
    SUBJECT_CODE_OTHER_PROVINCE = "subject-code-other-province", Warn, PROVIDER;
    SUBJECT_RUNNING_ORDER = "subject-running-order", Block, PROVIDER;
    SUBJECT_ALREADY_FILED = "subject-already-filed", Block, INTERFACE;
    ADDRESS_TOO_SHORT = "address-too-short", Warn, PROVIDER;
    OFFICE_PHONE_MISSING = "office-phone-missing", Block, INTERFACE;
    PERSON_CERTIFICATE_TYPE = "person-certificate-type", Block, INTERFACE;
    PERSON_UNDER_AGE = "person-under-age", Block, PROVIDER;
    PERSON_ID_REGION_UNKNOWN = "person-id-region-unknown", Warn, "GB 11643-1999";
    PERSON_ID_TWO_NAMES = "person-id-two-names", Block, PROVIDER;
    PERSON_NOT_LEGAL_REPRESENTATIVE = "person-not-legal-representative", Warn, PROVIDER;
    PHONES_SHARED = "phones-shared", Block, PROVIDER;
    EMAILS_SHARED = "emails-shared", Block, PROVIDER;
    EMERGENCY_PHONE_SAME = "emergency-phone-same", Block, PROVIDER;
    MOBILE_SEGMENT = "mobile-segment", Warn, PROVIDER;
    SERVICE_NAME_TOO_SHORT = "service-name-too-short", Block, PROVIDER;
    SERVICE_NAME_CHARACTERS = "service-name-characters", Block, PROVIDER;
    SERVICE_NAME_RESERVED = "service-name-reserved", Block, PROVIDER;
    SERVICE_NAME_IS_DOMAIN = "service-name-is-domain", Warn, PROVIDER;
    DOMAIN_NOT_REGISTRABLE = "domain-not-registrable", Block, DOMAIN_NOTICE;
    DOMAIN_ALREADY_FILED = "domain-already-filed", Block, NUMBERING;
    DOMAIN_TWICE = "domain-twice", Block, NUMBERING;
    CONTENT_PERSONAL = "content-personal", Block, PROVIDER;
    CONTENT_NEEDS_APPROVAL = "content-needs-approval", Warn, "互联网信息服务管理办法 (国务院令第292号) 第五条";
    RESOURCE_UNKNOWN = "resource-unknown", Block, PROVIDER;
    RESOURCE_UNFIT = "resource-unfit", Block, PROVIDER;
    ADDRESS_NOT_OF_RESOURCE = "address-not-of-resource", Block, MEASURES;
    ADDRESS_NOT_PUBLIC = "address-not-public", Block, INTERFACE;
    ADDRESS_V6_ONLY = "address-v6", Block, INTERFACE;
    ACCESS_PLACE_DIFFERS = "access-place-differs", Block, MEASURES;
    EVIDENCE_MISSING = "evidence-missing", Block, MEASURES;
    TEXT_NOT_GBK = "text-not-gbk", Block, INTERFACE;
}
