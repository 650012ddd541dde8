//! HCJG 核查结果: what inspections of the register found.

use std::net::Ipv4Addr;

use crate::element::element;
use crate::value::{ANY_ADDRESS, ID, WireTime};

/// 核查结果 of an access.
pub mod access_finding {
    /// 多报: filed, but not connected there.
    pub const NOT_CONNECTED: i64 = 1;
    /// 少报: connected, but not filed.
    pub const NOT_FILED: i64 = 2;
}

/// 核查结果 of an empty shell (空壳网站).
pub mod shell_finding {
    /// 存活: the site answers.
    pub const ALIVE: i64 = 0;
    /// 死亡: the site is dead.
    pub const DEAD: i64 = 1;
}

element! {
    /// `HCJG` 核查结果.
    pub struct Inspections {
        /// 结果信息.
        findings: Findings = one "Jgxx",
    }
}

element! {
    /// `Jgxx` 结果信息: the findings by kind.
    #[derive(Default)]
    pub struct Findings {
        /// 主体核查: wrong subjects.
        subjects: Vec<SubjectFinding> = any "Zthc",
        /// 接入核查: accesses that disagree with what is connected.
        accesses: Vec<AccessFinding> = any "Jrhc",
        /// 空壳网站核查: services that are filed and perhaps nowhere.
        shells: Vec<ShellFinding> = any "Kkwzhc",
        /// 网站存活: services that were looked at.
        liveness: Vec<LivenessFinding> = any "Wzch",
    }
}

element! {
    /// `Zthc` 主体核查: one subject.
    pub struct SubjectFinding {
        /// 主体ID: the bureau's record id.
        bureau_id: i64 = one "Ztid" in ID,
        /// 单位名称.
        name: String = one "Dwmc" in 1..=255,
        /// 证件类型.
        certificate_kind: i64 = one "Zjlx" of CertificateTypes in 1..=999,
        /// 证件号码.
        certificate_number: String = one "Zjhm" in 1..=255,
        /// 错误原因: what is wrong.
        fault: Option<String> = maybe "Cwyy" in 1..=512,
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}

element! {
    /// `Jrhc` 接入核查: one access.
    pub struct AccessFinding {
        /// 网站ID: the bureau's id of the service.
        service_bureau_id: i64 = one "Wzid" in ID,
        /// 网站备案序号: filing number of the service.
        service_number: String = one "Wz_Baxh" in 5..=255,
        /// 域名.
        domain: Option<String> = maybe "Ym" in 4..=255,
        /// 解析IP: what the domain resolves to; 0.0.0.0 stands for nothing.
        resolved: Option<Ipv4Addr> = maybe "Jxip" in ANY_ADDRESS,
        /// 报备接入商: unit id of the provider that filed it.
        filed_by: Option<i64> = maybe "Bbisp" of FilingUnits in ID,
        /// 核查结果: see [`access_finding`].
        finding: i64 = one "Hcjg" in 1..=2,
        /// 核查时间.
        inspected: WireTime = one "Hcsj",
        /// 接入ID: the bureau's id of the access.
        bureau_id: Option<i64> = maybe "Jrid" in ID,
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}

element! {
    /// `Kkwzhc` 空壳网站核查: one service that may be an empty shell.
    pub struct ShellFinding {
        /// 网站ID: the bureau's record id.
        bureau_id: i64 = one "Wzid" in ID,
        /// 网站备案序号: filing number of the service.
        number: String = one "Wz_Baxh" in 5..=255,
        /// 核查结果: see [`shell_finding`].
        finding: i64 = one "Hcjg" in 0..=1,
        /// 核查时间.
        inspected: WireTime = one "Hcsj",
        /// 首页URL; longer at least than everywhere else.
        home_url: Option<String> = maybe "Syurl" in 7..=255,
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}

element! {
    /// `Wzch` 网站存活: one service that was looked at.
    pub struct LivenessFinding {
        /// 网站ID: the bureau's record id.
        bureau_id: i64 = one "Wzid" in ID,
        /// 网站备案序号: filing number of the service.
        number: String = one "Wz_Baxh" in 5..=255,
        /// 首页URL.
        home_url: Option<String> = maybe "Syurl" in 4..=255,
        /// 核查时间.
        inspected: WireTime = one "Hcsj",
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}
