//! Answers: what the customer has typed so far, kept as typed, so that nothing is ever lost.

use serde::{Deserialize, Serialize};

use super::field::{Field, Field as F, FieldPath};
use crate::evidence::{Evidence, EvidenceKind};
use crate::id::ResourceId;

/// The answers about a person in charge, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonAnswers {
    /// 姓名.
    pub name: String,
    /// 证件类型, the slug of a [`crate::tables::CertificateType`].
    pub certificate_type: String,
    /// 证件号码.
    pub certificate_number: String,
    /// 证件有效期至, `YYYY-MM-DD`, or `long-term`.
    pub certificate_expiry: String,
    /// 手机号码.
    pub mobile: String,
    /// 应急联系电话.
    pub emergency_phone: String,
    /// 办公电话.
    pub office_phone: String,
    /// 电子邮箱.
    pub email: String,
}

/// The answers about the subject, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SubjectAnswers {
    /// 单位性质, the slug of a [`crate::tables::SubjectNature`].
    pub nature: String,
    /// 单位名称.
    pub name: String,
    /// 证件类型, a slug.
    pub certificate_type: String,
    /// 证件号码.
    pub certificate_number: String,
    /// 证件有效期至, `YYYY-MM-DD`, or `long-term`.
    pub certificate_expiry: String,
    /// 备案省份, a six-digit region code.
    pub province: String,
    /// 证件住所.
    pub certificate_address: String,
    /// 通信地址所在县区, a six-digit region code.
    pub region: String,
    /// 通信地址, from the street on.
    pub address: String,
    /// 投资者或上级主管单位名称.
    pub investor: String,
    /// 备注.
    pub remark: String,
    /// Whether the person in charge is the legal representative: `yes`, `no` or empty.
    pub person_is_legal_representative: String,
    /// 主体负责人.
    pub person: PersonAnswers,
}

/// The answers about one access, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccessAnswers {
    /// The chosen resource.
    pub resource: Option<ResourceId>,
    /// IP addresses, one range a line.
    pub addresses: String,
    /// 接入方式, a slug.
    pub mode: String,
    /// 服务器放置地, a six-digit region code.
    pub place: String,
}

impl AccessAnswers {
    /// The addresses and ranges one by one, however people part them.
    pub fn ranges(&self) -> impl Iterator<Item = &str> {
        let parts = self.addresses.split([',', ';', '\n', '，', '；']).map(str::trim);
        parts.filter(|part| !part.is_empty())
    }
}

/// The answers about one service, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceAnswers {
    /// 域名.
    pub domain: String,
    /// 网站名称.
    pub name: String,
    /// 首页网址.
    pub home_url: String,
    /// 服务内容, slugs.
    pub contents: Vec<String>,
    /// 语言, slugs.
    pub languages: Vec<String>,
    /// 前置审批内容, a slug, `none`, or empty when not yet answered.
    pub pre_approval: String,
    /// 前置审批号.
    pub pre_approval_number: String,
    /// 备注.
    pub remark: String,
    /// 网站负责人.
    pub person: PersonAnswers,
    /// 接入.
    pub access: AccessAnswers,
}

impl ServiceAnswers {
    fn resource(&self) -> String {
        self.access.resource.map(|id| id.to_string()).unwrap_or_default()
    }
}

/// Everything typed into one order, and the evidence brought.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// 主体.
    pub subject: SubjectAnswers,
    /// 服务; the form of today has one, the model and the wire take several.
    pub services: Vec<ServiceAnswers>,
    /// 材料.
    pub evidence: Vec<Evidence>,
}

impl Answers {
    /// The answers about the service with this number, empty when there is none yet.
    pub fn service(&self, number: u8) -> ServiceAnswers {
        self.services.get(usize::from(number)).cloned().unwrap_or_default()
    }

    /// The place of the answers about the service with this number, made when absent.
    pub fn service_mut(&mut self, number: u8) -> &mut ServiceAnswers {
        let number = usize::from(number);
        if self.services.len() <= number {
            self.services.resize_with(number + 1, ServiceAnswers::default);
        }
        &mut self.services[number]
    }

    /// The evidence of one kind, oldest first.
    pub fn evidence_of(&self, kind: EvidenceKind) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(move |piece| piece.kind == kind)
    }

    /// The fields whose answers differ between the two, for the journal and for "what changed".
    pub fn changed_fields(&self, other: &Self) -> Vec<FieldPath> {
        let services = self.services.len().max(other.services.len()).max(1);
        let mut changed = Vec::new();
        for field in Field::ALL {
            let numbers = if field.pattern().contains('*') { services } else { 1 };
            for number in 0..numbers {
                let path = FieldPath::in_service(*field, u8::try_from(number).unwrap_or(u8::MAX));
                if self.text(path) != other.text(path) {
                    changed.push(path);
                }
            }
        }
        changed
    }

    /// The answer to one field as text; several values are joined by a line break.
    pub fn text(&self, path: FieldPath) -> String {
        let of_service = |pick| self.picked(path.service(), pick);
        match path.field() {
            F::SubjectNature => self.subject.nature.clone(),
            F::SubjectName => self.subject.name.clone(),
            F::SubjectCertificateType => self.subject.certificate_type.clone(),
            F::SubjectCertificateNumber => self.subject.certificate_number.clone(),
            F::SubjectProvince => self.subject.province.clone(),
            F::SubjectCertificateAddress => self.subject.certificate_address.clone(),
            F::SubjectCertificateExpiry => self.subject.certificate_expiry.clone(),
            F::SubjectRegion => self.subject.region.clone(),
            F::SubjectAddress => self.subject.address.clone(),
            F::SubjectInvestor => self.subject.investor.clone(),
            F::SubjectRemark => self.subject.remark.clone(),
            F::SubjectPersonIsLegalRepresentative => self.subject.person_is_legal_representative.clone(),
            F::SubjectPersonName => self.subject.person.name.clone(),
            F::SubjectPersonCertificateType => self.subject.person.certificate_type.clone(),
            F::SubjectPersonCertificateNumber => self.subject.person.certificate_number.clone(),
            F::SubjectPersonCertificateExpiry => self.subject.person.certificate_expiry.clone(),
            F::SubjectPersonMobile => self.subject.person.mobile.clone(),
            F::SubjectPersonEmergencyPhone => self.subject.person.emergency_phone.clone(),
            F::SubjectPersonOfficePhone => self.subject.person.office_phone.clone(),
            F::SubjectPersonEmail => self.subject.person.email.clone(),
            F::ServiceDomain => of_service(|s| s.domain.clone()),
            F::ServiceName => of_service(|s| s.name.clone()),
            F::ServiceHomeUrl => of_service(|s| s.home_url.clone()),
            F::ServiceContents => of_service(|s| s.contents.join("\n")),
            F::ServiceLanguages => of_service(|s| s.languages.join("\n")),
            F::ServicePreApproval => of_service(|s| s.pre_approval.clone()),
            F::ServicePreApprovalNumber => of_service(|s| s.pre_approval_number.clone()),
            F::ServiceRemark => of_service(|s| s.remark.clone()),
            F::ServicePersonName => of_service(|s| s.person.name.clone()),
            F::ServicePersonCertificateType => of_service(|s| s.person.certificate_type.clone()),
            F::ServicePersonCertificateNumber => of_service(|s| s.person.certificate_number.clone()),
            F::ServicePersonCertificateExpiry => of_service(|s| s.person.certificate_expiry.clone()),
            F::ServicePersonMobile => of_service(|s| s.person.mobile.clone()),
            F::ServicePersonEmergencyPhone => of_service(|s| s.person.emergency_phone.clone()),
            F::ServicePersonOfficePhone => of_service(|s| s.person.office_phone.clone()),
            F::ServicePersonEmail => of_service(|s| s.person.email.clone()),
            F::AccessResource => of_service(ServiceAnswers::resource),
            F::AccessAddresses => of_service(|s| s.access.addresses.clone()),
            F::AccessMode => of_service(|s| s.access.mode.clone()),
            F::AccessPlace => of_service(|s| s.access.place.clone()),
            F::EvidenceSubjectCertificate
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
            | F::ServiceIcon => self.evidence_text(path.field()),
        }
    }

    fn picked(&self, service: u8, pick: fn(&ServiceAnswers) -> String) -> String {
        self.services.get(usize::from(service)).map(pick).unwrap_or_default()
    }

    /// The pieces a field holds; none for fields that the form does not ask for.
    fn evidence_text(&self, field: Field) -> String {
        let pieces = self.evidence.iter().filter(|piece| piece.kind.field() == field);
        pieces.map(|piece| piece.id.to_string()).collect::<Vec<_>>().join("\n")
    }
}
