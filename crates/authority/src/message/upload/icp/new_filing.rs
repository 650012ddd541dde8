//! XZBA 新增备案: new filings, each a subject with its services, accesses and attachments.

pub use crate::message::parts::Approval;
pub use crate::message::parts::service::{Access, Domain, IpRange, ServicePerson};
pub use crate::message::parts::subject::{Address, Certificate, SubjectPerson};

use crate::element::element;
use crate::value::{Blob, CODE, ID};

element! {
    /// `XZBA` 新增备案.
    pub struct NewFiling {
        /// 备案信息: one entry per subject.
        filings: Vec<Filing> = many "Baxx"; 1000,
    }
}

element! {
    /// `Baxx` 备案信息: one new filing.
    pub struct Filing {
        /// 主体信息.
        subject: Subject = one "Zt_xx",
        /// 网站信息.
        services: Vec<Service> = many "Wz_xx",
        /// 附件: certificates, verification sheets, photographs.
        attachments: Vec<Attachment> = each "Fj" / "Fjxx",
    }
}

element! {
    /// `Zt_xx` 主体信息.
    pub struct Subject {
        /// 企业侧主体ID: our record id; the authority's results refer to it.
        record: i64 = one "IspZtid" in ID,
        /// 单位名称: name of the organisation or person.
        name: String = one "Dwmc" in 1..=255,
        /// 单位性质: organiser nature; required for organisations.
        nature: Option<i64> = maybe "Dwxz" of Natures in 1..=999,
        /// 投资人/主管单位.
        investor: Option<String> = maybe "Tzr" in 1..=255,
        /// 通信地址.
        address: Address = one "Txdz",
        /// 证件.
        certificate: Certificate = one "Zj",
        /// 主体负责人.
        person: SubjectPerson = one "Fzr",
        /// 报备方式: 0 self-filed, 1 filed by a provider ([`Subject::BY_PROVIDER`]).
        mode: i64 = one "Bbfs" in 0..=1,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=1024,
    }
}

impl Subject {
    /// 代为报备: the provider files for the subject.
    pub const BY_PROVIDER: i64 = 1;
}

element! {
    /// `Wz_xx` 网站信息: one service.
    pub struct Service {
        /// 企业侧网站ID.
        record: i64 = one "IspWzid" in ID,
        /// 网站名称.
        name: String = one "Wzmc" in 1..=512,
        /// 前置审批.
        approvals: Vec<Approval> = inside_maybe "Nrlx" / "Nrlx_xx"; 64,
        /// 服务内容.
        contents: Vec<i64> = inside "Fwnr" / "Fwnr_id" of Contents in CODE; 64,
        /// 语言类别.
        languages: Vec<i64> = inside "Yylb" / "Yylb_id" of Languages in CODE; 256,
        /// 域名信息.
        domains: Vec<Domain> = many "Ym_xx",
        /// 接入信息.
        accesses: Vec<Access> = many "Jr_xx",
        /// 网站负责人.
        person: ServicePerson = one "Wz_Fzr",
        /// 首页URL: must contain one of the domains (code 1041).
        home_url: Option<String> = maybe "Syurl" in 4..=255,
        /// 网站备注.
        remark: Option<String> = maybe "Wz_Bz" in 1..=1024,
    }
}

element! {
    /// `Fjxx` 附件信息: one attached picture.
    pub struct Attachment {
        /// 附件文件格式: [`Attachment::JPG`] or [`Attachment::PNG`].
        format: i64 = one "Fjwjgs" of AttachmentFormats in ID,
        /// 附件用途: 1 真实性核验单, 2 主办单位有效证件, 3 主体负责人证件, 4 网站负责人证件, 5 核验现场照片.
        purpose: i64 = one "Fjyt" of AttachmentPurposes in ID,
        /// 附件内容: at most 150 KB for the verification sheet, 100 KB for the others.
        content: Blob = one "Fjnr",
        /// 附件所属对象.
        owner: Owner = one "Fjssdx",
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=256,
    }
}

impl Attachment {
    /// Format jpg.
    pub const JPG: i64 = 1;
    /// Format png.
    pub const PNG: i64 = 2;
    /// 真实性核验单, belongs to the service.
    pub const VERIFICATION_SHEET: i64 = 1;
    /// 主办单位有效证件, belongs to the subject.
    pub const SUBJECT_CERTIFICATE: i64 = 2;
    /// 主体负责人证件, belongs to the subject.
    pub const SUBJECT_PERSON: i64 = 3;
    /// 网站负责人证件, belongs to the service.
    pub const SERVICE_PERSON: i64 = 4;
    /// 核验现场照片, belongs to the service.
    pub const VERIFICATION_PHOTO: i64 = 5;
}

element! {
    /// 附件所属对象: what an attachment of a new filing belongs to.
    pub struct Owner {
        /// 所属对象类型: [`Owner::SUBJECT`] or [`Owner::SERVICE`].
        kind: i64 = one "Ssdxlx" in 1..=10,
        /// 所属对象标识: the provider-side record id.
        record: i64 = one "Ssdxbs" in ID,
    }
}

impl Owner {
    /// 主体.
    pub const SUBJECT: i64 = 1;
    /// 网站.
    pub const SERVICE: i64 = 2;
}
