//! Filings as the authority holds them: the parts that filing data, synchronisation and tasks share.

use std::net::Ipv4Addr;

use chrono::{DateTime, Utc};

use super::fact::record;
use super::personal::{Named, PaperNumber, Reach};
use super::words::{
    ApprovalCode, AreaCode, BureauCode, CertificateCode, ContentCode, FiledBy, KnownFrom, LanguageCode,
    ModeCode, NatureCode, UnitCode,
};

record! {
    /// A subject (主体) as the authority holds it.
    pub struct HeldSubject {
        /// 主体ID, the authority's.
        bureau_id: i64 = "bureau-id",
        /// 企业侧主体ID, ours.
        record: Option<i64> = "record",
        /// 单位名称.
        name: Named = "subject-name",
        /// 单位性质.
        nature: Option<NatureCode> = "nature",
        /// 主体备案号.
        number: Option<String> = "subject-number",
        /// 证件类型.
        certificate_kind: CertificateCode = "certificate-kind",
        /// 证件号码.
        certificate_number: PaperNumber = "certificate-number",
        /// 证件住所.
        certificate_address: String = "certificate-address",
        /// 省.
        province: AreaCode = "province",
        /// 市.
        city: Option<AreaCode> = "city",
        /// 县.
        county: Option<AreaCode> = "county",
        /// 详细地址.
        street: Option<String> = "street",
        /// 投资人/主管单位.
        investor: Option<Named> = "investor",
        /// 报备用户类型.
        filed_by: FiledBy = "filed-by",
        /// 首次报备时间.
        first_filed: DateTime<Utc> = "first-filed",
        /// 最近修改时间.
        last_changed: Option<DateTime<Utc>> = "last-changed",
        /// 证书有效期.
        licence_expiry: Option<DateTime<Utc>> = "licence-expiry",
        /// 证书路径.
        licence_path: Option<String> = "licence-path",
        /// 证书序号.
        licence_serial: Option<String> = "licence-serial",
        /// 审核人姓名.
        reviewer: Option<Named> = "reviewer",
        /// 审核时间.
        reviewed: Option<DateTime<Utc>> = "reviewed",
        /// 备注.
        remark: Option<String> = "remark",
        /// 主体负责人.
        person: HeldPerson = "subject-person",
    }
}

record! {
    /// A person in charge (负责人) as the authority holds them.
    pub struct HeldPerson {
        /// 姓名.
        name: Option<Named> = "person-name",
        /// 证件类型.
        certificate_kind: Option<CertificateCode> = "certificate-kind",
        /// 证件号码.
        certificate_number: Option<PaperNumber> = "certificate-number",
        /// 手机号码.
        mobile: Option<Reach> = "mobile",
        /// 办公电话.
        office_phone: Option<Reach> = "office-phone",
        /// 电子邮件.
        email: Option<Reach> = "email",
        /// MSN.
        msn: Option<Reach> = "msn",
        /// QQ.
        qq: Option<Reach> = "qq",
    }
}

record! {
    /// A service (网站) as the authority holds it.
    pub struct HeldService {
        /// 网站ID, the authority's.
        bureau_id: i64 = "bureau-id",
        /// 企业侧网站ID, ours.
        record: Option<i64> = "record",
        /// 网站名称.
        name: String = "service-name",
        /// 网站备案号.
        number: Option<String> = "service-number",
        /// 首页URL.
        home_url: Option<String> = "home-url",
        /// 服务内容.
        contents: Vec<ContentCode> = "contents",
        /// 语言类别.
        languages: Vec<LanguageCode> = "languages",
        /// 首次报备时间.
        first_filed: Option<DateTime<Utc>> = "first-filed",
        /// 最近修改时间.
        last_changed: Option<DateTime<Utc>> = "last-changed",
        /// 网站备注.
        remark: Option<String> = "remark",
        /// 域名.
        domains: Vec<HeldDomain> = "domain",
        /// 前置审批.
        approvals: Vec<HeldApproval> = "approval",
        /// 接入信息.
        accesses: Vec<HeldAccess> = "access",
        /// 网站负责人.
        person: HeldPerson = "service-person",
    }
}

record! {
    /// A pre-approval (前置审批). Its scans stay in the file.
    pub struct HeldApproval {
        /// 前置审批内容类型.
        kind: ApprovalCode = "approval-kind",
        /// 前置审批号.
        number: String = "approval-number",
        /// How many scans came with it (审批文件).
        scans: i64 = "approval-scans",
    }
}

record! {
    /// A domain of a service (域名信息).
    pub struct HeldDomain {
        /// 域名ID, the authority's.
        bureau_id: i64 = "bureau-id",
        /// 企业侧域名ID, ours.
        record: Option<i64> = "record",
        /// 域名.
        name: String = "domain",
    }
}

record! {
    /// An access of a service (接入信息).
    pub struct HeldAccess {
        /// 接入ID, the authority's.
        bureau_id: i64 = "bureau-id",
        /// 企业侧接入ID, ours.
        record: Option<i64> = "record",
        /// 所属接入商.
        provider: Option<UnitCode> = "provider",
        /// 报备用户ID: a user of the authority's site, or the unit of a provider.
        filer: Option<i64> = "filer",
        /// 报备用户类型.
        filed_by: Option<FiledBy> = "filed-by",
        /// 网站分布.
        places: Vec<BureauCode> = "places",
        /// 网站接入方式.
        modes: Vec<ModeCode> = "access-modes",
        /// IP信息.
        ranges: Vec<HeldRange> = "range",
    }
}

record! {
    /// A range of addresses of an access (IP信息).
    pub struct HeldRange {
        /// IP ID, the authority's.
        bureau_id: i64 = "bureau-id",
        /// 企业侧IP ID, ours.
        record: Option<i64> = "record",
        /// 起始IP.
        first: Ipv4Addr = "first-address",
        /// 终止IP.
        last: Ipv4Addr = "last-address",
    }
}

record! {
    /// A filing that a provider is to verify (核实任务).
    pub struct VerificationTask {
        /// 备注.
        remark: Option<String> = "remark",
        /// 主体信息.
        subject: HeldSubject = "subject",
        /// 网站信息.
        services: Vec<HeldService> = "service",
    }
}

record! {
    /// A subject that stands in the authority's register (备案数据, 数据同步).
    pub struct KnownSubject {
        /// How we learnt of it.
        source: KnownFrom = "known-from",
        /// How many services it has there.
        services: i64 = "service-count",
        /// 备注 of the filing.
        remark: Option<String> = "remark",
        /// 主体信息.
        subject: HeldSubject = "subject",
    }
}

record! {
    /// A service that stands in the authority's register (备案数据, 数据同步).
    pub struct KnownService {
        /// How we learnt of it.
        source: KnownFrom = "known-from",
        /// 主体ID, the authority's.
        subject_bureau_id: i64 = "subject-bureau-id",
        /// 主体备案号.
        subject_number: Option<String> = "subject-number",
        /// 单位名称.
        subject_name: Named = "subject-name",
        /// 网站信息.
        service: HeldService = "service",
    }
}
