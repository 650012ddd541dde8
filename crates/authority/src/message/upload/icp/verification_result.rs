//! HSJG 核实结果: what the provider found when it verified filings the bureau had asked about.

use std::net::Ipv4Addr;

use chrono::NaiveDate;

use super::new_filing::{Address, Approval, Certificate};
use crate::element::element;
use crate::value::{CODE, ID};

element! {
    /// `HSJG` 核实结果.
    pub struct VerificationResult {
        /// 核实结果信息: one entry per filing.
        verifications: Vec<Verification> = many "Hsjgxx"; 1000,
    }
}

element! {
    /// `Hsjgxx` 核实结果信息: one filing that was verified.
    pub struct Verification {
        /// 核实结果: [`Verification::PASSED`] or [`Verification::REFUSED`].
        verdict: i64 = one "Hsjg" in 0..=1,
        /// 核实人姓名.
        verifier: String = one "Hsrxm" in 1..=128,
        /// 核实时间: day of the verification.
        verified: NaiveDate = one "Hssj",
        /// 报备单位: who filed.
        unit: i64 = one "Bbdw" of FilingUnits in ID,
        /// 核实意见.
        opinion: String = one "Hsyj" in 1..=1024,
        /// 错误信息: what was found wrong.
        errors: Option<String> = maybe "Cwxx" in 1..=4000,
        /// 备案信息: the filing as it was found.
        filing: Filing = one "Baxx",
    }
}

impl Verification {
    /// 通过 (0 here, while 0 in reviews means refused).
    pub const PASSED: i64 = 0;
    /// 拒绝.
    pub const REFUSED: i64 = 1;
}

element! {
    /// `Baxx` 备案信息.
    pub struct Filing {
        /// 主体信息.
        subject: Subject = one "Zt_xx",
        /// 网站信息.
        services: Vec<Service> = many "Wz_xx",
    }
}

element! {
    /// `Zt_xx` 主体信息.
    pub struct Subject {
        /// 主体ID: the bureau's.
        bureau_id: i64 = one "Ztid" in ID,
        /// 单位名称: name of the organisation or person.
        name: String = one "Dwmc" in 1..=255,
        /// 单位性质: organiser nature; required for organisations.
        nature: Option<i64> = maybe "Dwxz" of Natures in 1..=999,
        /// 通信地址.
        address: Address = one "Txdz",
        /// 投资人/主管单位.
        investor: Option<String> = maybe "Tzr" in 1..=255,
        /// 证件.
        certificate: Certificate = one "Zj",
        /// 主体负责人.
        person: SubjectPerson = one "Fzr",
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=1024,
    }
}

element! {
    /// `Fzr` 主体负责人: the mobile has another name here than in all other uploads.
    pub struct SubjectPerson {
        /// 负责人姓名; required for organisations.
        name: Option<String> = maybe "Fzr_xm" in 1..=128,
        /// 办公电话; required for organisations.
        office_phone: Option<String> = maybe "Fzr_dhhm" in 11..=128,
        /// 手机号码.
        mobile: String = one "sjhm" in 11..=128,
        /// 电子邮件.
        email: String = one "Fzr_dzyj" in 6..=128,
        /// MSN.
        msn: Option<String> = maybe "Msn" in 6..=128,
        /// QQ.
        qq: Option<String> = maybe "Qq" in 5..=128,
        /// 负责人证件类型.
        certificate_kind: Option<i64> = maybe "Fzr_zjlx" of CertificateTypes in 1..=999,
        /// 负责人证件号码.
        certificate_number: Option<String> = maybe "Fzr_zjhm" in 1..=128,
    }
}

element! {
    /// `Wz_xx` 网站信息: one service, without its languages.
    pub struct Service {
        /// 网站ID: the bureau's.
        bureau_id: i64 = one "Wzid" in ID,
        /// 网站名称.
        name: String = one "Wzmc" in 1..=512,
        /// 前置审批.
        approvals: Vec<Approval> = inside_maybe "Nrlx" / "Nrlx_xx"; 64,
        /// 服务内容.
        contents: Vec<i64> = inside "Fwnr" / "Fwnr_id" of Contents in CODE; 64,
        /// 域名信息.
        domains: Vec<Domain> = many "Ym_xx",
        /// 接入信息.
        accesses: Vec<Access> = many "Jr_xx",
        /// 网站负责人.
        person: ServicePerson = one "Wz_Fzr",
        /// 首页URL: must contain one of the domains.
        home_url: Option<String> = maybe "Syurl" in 4..=255,
        /// 网站备注.
        remark: Option<String> = maybe "Wz_Bz" in 1..=1024,
    }
}

element! {
    /// `Ym_xx` 域名信息.
    pub struct Domain {
        /// 域名ID: the bureau's.
        bureau_id: i64 = one "Ymid" in ID,
        /// 域名.
        name: String = one "Ym" in 4..=128,
    }
}

element! {
    /// `Jr_xx` 接入信息: how the service reaches the network.
    pub struct Access {
        /// 接入ID: the bureau's.
        bureau_id: i64 = one "Jrid" in ID,
        /// 网站分布: where the servers stand (bureau ids).
        locations: Vec<i64> = inside "Wzfb" / "Fbdd" of Bureaus in CODE; 64,
        /// 网站接入方式.
        modes: Vec<i64> = inside "Wzjrfs" / "Jrfs" of AccessModes in CODE; 64,
        /// IP信息.
        addresses: Vec<IpRange> = many "Ip_xx",
        /// 报备方式: 0 self-filed, 1 filed by a provider
        /// ([`Subject::BY_PROVIDER`](super::new_filing::Subject::BY_PROVIDER)).
        filing_mode: i64 = one "Bbfs" in 0..=1,
    }
}

element! {
    /// `Ip_xx` IP信息: a range of addresses, both ends included.
    pub struct IpRange {
        /// IP ID: the bureau's.
        bureau_id: i64 = one "Ipid" in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip",
        /// 终止IP.
        last: Ipv4Addr = one "Zzip",
    }
}

element! {
    /// `Wz_Fzr` 网站负责人: the mobile has another name here, and need not be told.
    pub struct ServicePerson {
        /// 负责人姓名.
        name: String = one "Fzr_xm" in 1..=128,
        /// 办公电话; required for organisations.
        office_phone: Option<String> = maybe "Fzr_dhhm" in 11..=128,
        /// 手机号码.
        mobile: Option<String> = maybe "sjhm" in 11..=128,
        /// 电子邮件.
        email: String = one "Fzr_dzyj" in 6..=128,
        /// MSN.
        msn: Option<String> = maybe "Msn" in 6..=128,
        /// QQ.
        qq: Option<String> = maybe "Qq" in 5..=128,
        /// 负责人证件类型.
        certificate_kind: Option<i64> = maybe "Fzr_zjlx" of CertificateTypes in 1..=999,
        /// 负责人证件号码.
        certificate_number: Option<String> = maybe "Fzr_zjhm" in 1..=128,
    }
}
