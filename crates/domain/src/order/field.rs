//! The fields of a filing form: one name per field for answers, findings, opinions, pages and the API.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::invalid::Invalid;

/// The five visible steps of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 验证备案类型: who files, what, with which certificate and domain.
    Basics,
    /// 主体信息, with its person in charge.
    Subject,
    /// 互联网信息服务信息, with its person in charge.
    Service,
    /// 备案资源与接入.
    Access,
    /// 上传资料.
    Evidence,
}

impl Step {
    /// The steps in the order people take them.
    pub const ALL: [Self; 5] = [Self::Basics, Self::Subject, Self::Service, Self::Access, Self::Evidence];

    /// The name in URLs and translation keys.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Basics => "basics",
            Self::Subject => "subject",
            Self::Service => "service",
            Self::Access => "access",
            Self::Evidence => "evidence",
        }
    }

    /// Reads the name of a URL.
    pub fn from_slug(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.slug() == text)
    }
}

/// Declares the fields with their path and step. `*` in a path stands for the number of the service.
macro_rules! fields {
    (
        $($(#[$doc:meta])* $variant:ident = $path:literal in $step:ident,)*;
        $($(#[$more_doc:meta])* $more:ident = $more_path:literal in $more_step:ident,)*
    ) => {
        /// A field of the form, or of an order that came as a file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* $variant,)* $($(#[$more_doc])* $more,)* }

        impl Field {
            /// Every field that the form asks for, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// Fields that only orders in files have, until the form asks for them.
            pub const BESIDES: &'static [Self] = &[$(Self::$more,)*];
            /// The path with `*` for the number of the service; the translation key after `field-`.
            pub const fn pattern(self) -> &'static str {
                match self { $(Self::$variant => $path,)* $(Self::$more => $more_path,)* }
            }
            /// The step that shows the field.
            pub const fn step(self) -> Step {
                match self { $(Self::$variant => Step::$step,)* $(Self::$more => Step::$more_step,)* }
            }
        }
    };
}

fields! {
    /// 主办单位性质.
    SubjectNature = "subject.nature" in Basics,
    /// 主办单位名称.
    SubjectName = "subject.name" in Basics,
    /// 主办单位证件类型.
    SubjectCertificateType = "subject.certificate-type" in Basics,
    /// 主办单位证件号码.
    SubjectCertificateNumber = "subject.certificate-number" in Basics,
    /// 备案省份.
    SubjectProvince = "subject.province" in Basics,
    /// 域名.
    ServiceDomain = "services.*.domain" in Basics,
    /// 证件住所.
    SubjectCertificateAddress = "subject.certificate-address" in Subject,
    /// 证件有效期至.
    SubjectCertificateExpiry = "subject.certificate-expiry" in Subject,
    /// 通信地址所在省市县.
    SubjectRegion = "subject.region" in Subject,
    /// 通信地址.
    SubjectAddress = "subject.address" in Subject,
    /// 投资者或上级主管单位名称.
    SubjectInvestor = "subject.investor" in Subject,
    /// 主体备注.
    SubjectRemark = "subject.remark" in Subject,
    /// 主体负责人姓名.
    SubjectPersonName = "subject.person.name" in Subject,
    /// 主体负责人是否法定代表人.
    SubjectPersonIsLegalRepresentative = "subject.person.legal-representative" in Subject,
    /// 主体负责人证件类型.
    SubjectPersonCertificateType = "subject.person.certificate-type" in Subject,
    /// 主体负责人证件号码.
    SubjectPersonCertificateNumber = "subject.person.certificate-number" in Subject,
    /// 主体负责人证件有效期至.
    SubjectPersonCertificateExpiry = "subject.person.certificate-expiry" in Subject,
    /// 主体负责人手机号码.
    SubjectPersonMobile = "subject.person.mobile" in Subject,
    /// 主体负责人应急联系电话.
    SubjectPersonEmergencyPhone = "subject.person.emergency-phone" in Subject,
    /// 主体负责人办公电话.
    SubjectPersonOfficePhone = "subject.person.office-phone" in Subject,
    /// 主体负责人电子邮箱.
    SubjectPersonEmail = "subject.person.email" in Subject,
    /// 网站名称.
    ServiceName = "services.*.name" in Service,
    /// 首页网址.
    ServiceHomeUrl = "services.*.home-url" in Service,
    /// 服务内容.
    ServiceContents = "services.*.contents" in Service,
    /// 网站语言.
    ServiceLanguages = "services.*.languages" in Service,
    /// 前置审批内容.
    ServicePreApproval = "services.*.pre-approval" in Service,
    /// 前置审批号.
    ServicePreApprovalNumber = "services.*.pre-approval-number" in Service,
    /// 网站备注.
    ServiceRemark = "services.*.remark" in Service,
    /// 网站负责人姓名.
    ServicePersonName = "services.*.person.name" in Service,
    /// 网站负责人证件类型.
    ServicePersonCertificateType = "services.*.person.certificate-type" in Service,
    /// 网站负责人证件号码.
    ServicePersonCertificateNumber = "services.*.person.certificate-number" in Service,
    /// 网站负责人证件有效期至.
    ServicePersonCertificateExpiry = "services.*.person.certificate-expiry" in Service,
    /// 网站负责人手机号码.
    ServicePersonMobile = "services.*.person.mobile" in Service,
    /// 网站负责人应急联系电话.
    ServicePersonEmergencyPhone = "services.*.person.emergency-phone" in Service,
    /// 网站负责人办公电话.
    ServicePersonOfficePhone = "services.*.person.office-phone" in Service,
    /// 网站负责人电子邮箱.
    ServicePersonEmail = "services.*.person.email" in Service,
    /// 备案资源.
    AccessResource = "services.*.access.resource" in Access,
    /// 网站 IP 地址.
    AccessAddresses = "services.*.access.addresses" in Access,
    /// 接入方式.
    AccessMode = "services.*.access.mode" in Access,
    /// 服务器放置地.
    AccessPlace = "services.*.access.place" in Access,
    /// 主办单位证件照片.
    EvidenceSubjectCertificate = "evidence.subject-certificate" in Evidence,
    /// 主体负责人证件人像面.
    EvidenceSubjectPersonFront = "evidence.subject-person-front" in Evidence,
    /// 主体负责人证件国徽面.
    EvidenceSubjectPersonBack = "evidence.subject-person-back" in Evidence,
    /// 网站负责人证件人像面.
    EvidenceServicePersonFront = "evidence.service-person-front" in Evidence,
    /// 网站负责人证件国徽面.
    EvidenceServicePersonBack = "evidence.service-person-back" in Evidence,
    /// 网站负责人核验照.
    EvidenceVerificationPhoto = "evidence.verification-photo" in Evidence,
    /// 域名证书.
    EvidenceDomainCertificate = "evidence.domain-certificate" in Evidence,
    /// 授权书.
    EvidenceAuthorisation = "evidence.authorisation" in Evidence,
    /// 前置审批文件.
    EvidencePreApproval = "evidence.pre-approval" in Evidence,
    /// 其他附件.
    EvidenceOther = "evidence.other" in Evidence,
    ;
    /// 备案类型.
    OrderKind = "kind" in Basics,
    /// 经营范围.
    SubjectScope = "subject.scope" in Subject,
    /// 服务类型.
    ServiceKind = "services.*.kind" in Basics,
    /// APP 平台信息.
    ServicePlatforms = "services.*.platforms" in Service,
    /// APP 图标.
    ServiceIcon = "services.*.icon" in Service,
}

/// A field of one order: the field, and for a service's field the number of the service from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct FieldPath {
    field: Field,
    service: u8,
}

impl FieldPath {
    /// The field of the subject, the evidence, or of the first service.
    pub fn of(field: Field) -> Self {
        Self { field, service: 0 }
    }

    /// The field of the `service`-th service.
    pub fn in_service(field: Field, service: u8) -> Self {
        Self { field, service }
    }

    /// Which field.
    pub fn field(self) -> Field {
        self.field
    }

    /// Which service, from zero; zero also for fields that belong to no service.
    pub fn service(self) -> u8 {
        self.service
    }

    /// Reads the text form.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let unknown = || Invalid::new("field-path").with("got", text.chars().take(80).collect::<String>());
        let (pattern, service) = match text.strip_prefix("services.").and_then(|rest| rest.split_once('.')) {
            Some((number, rest)) => (format!("services.*.{rest}"), number.parse().map_err(|_| unknown())?),
            None => (text.to_owned(), 0),
        };
        let mut fields = Field::ALL.iter().chain(Field::BESIDES);
        let field = fields.find(|field| field.pattern() == pattern).ok_or_else(unknown)?;
        Ok(Self { field: *field, service })
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.field.pattern().replace('*', &self.service.to_string()))
    }
}

impl From<FieldPath> for String {
    fn from(path: FieldPath) -> Self {
        path.to_string()
    }
}

impl TryFrom<String> for FieldPath {
    type Error = Invalid;
    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_round_trips() {
        for field in Field::ALL.iter().chain(Field::BESIDES) {
            let service = if field.pattern().contains('*') { 2 } else { 0 };
            let path = FieldPath::in_service(*field, service);
            assert_eq!(FieldPath::parse(&path.to_string()).unwrap(), path);
        }
        assert!(FieldPath::parse("services.0.nonsense").is_err());
        assert!(FieldPath::parse("services.x.name").is_err());
    }
}
