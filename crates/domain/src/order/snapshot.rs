//! The snapshot: the frozen, parsed content of an order at one submission.
//!
//! Review, upload and audit all point at a snapshot, never at the answers, which may move on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::kind::OrderKind;
use crate::contact::{Email, Landline, Mobile};
use crate::evidence::Evidence;
use crate::id::{AccessId, ResourceId, ServiceId, SnapshotId, SubjectId};
use crate::identity::{CertificateNumber, PersonName};
use crate::network::{DomainName, HomeUrl, IpRange};
use crate::region::{Province, RegionCode};
use crate::tables::{AccessMode, Language, PreApprovalKind, SubjectNature, WebsiteContent};
use crate::text::Line;

/// Until when a certificate holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "date")]
pub enum Validity {
    /// 长期有效.
    LongTerm,
    /// Through this day.
    Until(NaiveDate),
}

/// A person in charge (负责人).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonInCharge {
    /// 姓名.
    pub name: PersonName,
    /// 证件.
    pub certificate: CertificateNumber,
    /// 证件有效期.
    pub certificate_validity: Validity,
    /// 手机号码.
    pub mobile: Mobile,
    /// 应急联系电话, a mobile.
    pub emergency_phone: Mobile,
    /// 办公电话.
    pub office_phone: Option<Landline>,
    /// 电子邮箱.
    pub email: Email,
}

/// The subject (主体).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Our identity of the subject; `IspZtid` on the wire.
    pub id: SubjectId,
    /// 单位性质.
    pub nature: SubjectNature,
    /// 单位名称.
    pub name: Line<255>,
    /// 证件.
    pub certificate: CertificateNumber,
    /// 证件有效期.
    pub certificate_validity: Validity,
    /// 证件住所.
    pub certificate_address: Line<1024>,
    /// 备案省份.
    pub province: Province,
    /// 通信地址所在县区.
    pub region: RegionCode,
    /// 通信地址, from the street on.
    pub address: Line<1024>,
    /// 投资者或上级主管单位名称.
    pub investor: Option<Line<255>>,
    /// 备注.
    pub remark: Option<Line<1024>>,
    /// Whether the person in charge is the legal representative.
    pub person_is_legal_representative: bool,
    /// 主体负责人.
    pub person: PersonInCharge,
}

/// The access of a service (接入).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// Our identity of the access; `IspJrid` on the wire.
    pub id: AccessId,
    /// The resource that carries it.
    pub resource: ResourceId,
    /// 网站 IP 地址.
    pub addresses: Vec<IpRange>,
    /// 接入方式.
    pub mode: AccessMode,
    /// 服务器放置地.
    pub place: Province,
}

/// Content that another authority approves first (前置审批).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreApproval {
    /// What kind of content.
    pub kind: PreApprovalKind,
    /// 前置审批号.
    pub number: Line<512>,
}

/// A service (互联网信息服务): today a website.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Our identity of the service; `IspWzid` on the wire.
    pub id: ServiceId,
    /// 网站名称.
    pub name: Line<512>,
    /// 域名.
    pub domain: DomainName,
    /// 首页网址.
    pub home_url: HomeUrl,
    /// 服务内容.
    pub contents: Vec<WebsiteContent>,
    /// 语言.
    pub languages: Vec<Language>,
    /// 前置审批, when the content needs it.
    pub pre_approval: Option<PreApproval>,
    /// 备注.
    pub remark: Option<Line<1024>>,
    /// 网站负责人.
    pub person: PersonInCharge,
    /// 接入.
    pub access: Access,
}

/// The frozen content of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Identity.
    pub id: SnapshotId,
    /// What the order does.
    pub kind: OrderKind,
    /// 主体.
    pub subject: Subject,
    /// 服务, at least one.
    pub services: Vec<Service>,
    /// 材料.
    pub evidence: Vec<Evidence>,
}
