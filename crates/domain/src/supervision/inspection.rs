//! What inspections found: in the register (备案核查), and among reported addresses (IP核查).

use std::net::Ipv4Addr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::fact::{Facts, Told, record};
use super::personal::{Named, PaperNumber};
use super::words::{AccessFault, AddressMatter, CertificateCode, Shell, UnitCode};

record! {
    /// A wrong subject (主体核查).
    pub struct SubjectInspection {
        /// 主体ID.
        bureau_id: i64 = "bureau-id",
        /// 单位名称.
        name: Named = "subject-name",
        /// 证件类型.
        certificate_kind: CertificateCode = "certificate-kind",
        /// 证件号码.
        certificate_number: PaperNumber = "certificate-number",
        /// 错误原因.
        fault: Option<String> = "fault",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// An access that disagrees with what is connected (接入核查).
    pub struct AccessInspection {
        /// 核查结果.
        finding: AccessFault = "access-finding",
        /// 网站备案序号.
        service_number: String = "service-number",
        /// 域名.
        domain: Option<String> = "domain",
        /// 解析IP; nothing when the domain resolves to nothing.
        resolved: Option<Ipv4Addr> = "resolved-address",
        /// 报备接入商.
        filed_by: Option<UnitCode> = "filing-provider",
        /// 核查时间.
        inspected: DateTime<Utc> = "inspected",
        /// 网站ID.
        service_bureau_id: i64 = "service-bureau-id",
        /// 接入ID.
        bureau_id: Option<i64> = "access-bureau-id",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// A service that may be an empty shell (空壳网站核查).
    pub struct ShellInspection {
        /// 核查结果.
        finding: Shell = "shell-finding",
        /// 网站备案序号.
        number: String = "service-number",
        /// 首页URL.
        home_url: Option<String> = "home-url",
        /// 核查时间.
        inspected: DateTime<Utc> = "inspected",
        /// 网站ID.
        bureau_id: i64 = "bureau-id",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// A service that was looked at (网站存活).
    pub struct LivenessInspection {
        /// 网站备案序号.
        number: String = "service-number",
        /// 首页URL.
        home_url: Option<String> = "home-url",
        /// 核查时间.
        inspected: DateTime<Utc> = "inspected",
        /// 网站ID.
        bureau_id: i64 = "bureau-id",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// A range beyond what the unit holds (越界).
    pub struct BeyondRange {
        /// 起始IP.
        first: Ipv4Addr = "first-address",
        /// 终止IP.
        last: Ipv4Addr = "last-address",
        /// 越界类型.
        about: Option<AddressMatter> = "address-matter",
        /// 越界起始IP.
        first_beyond: Option<Ipv4Addr> = "first-beyond",
        /// 越界终止IP.
        last_beyond: Option<Ipv4Addr> = "last-beyond",
        /// 越界记录ID.
        bureau_id: Option<i64> = "bureau-id",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// A range that clashes with another unit's (冲突).
    pub struct ConflictingRange {
        /// 起始IP1, ours.
        first: Ipv4Addr = "first-address",
        /// 终止IP1, ours.
        last: Ipv4Addr = "last-address",
        /// 冲突类型.
        about: Option<AddressMatter> = "address-matter",
        /// 冲突报备单位.
        other_unit: UnitCode = "other-unit",
        /// 起始IP2, theirs.
        other_first: Ipv4Addr = "other-first",
        /// 终止IP2, theirs.
        other_last: Ipv4Addr = "other-last",
        /// 冲突记录ID.
        bureau_id: Option<i64> = "bureau-id",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// A range that was not reported (未报).
    pub struct UnreportedRange {
        /// 起始IP.
        first: Ipv4Addr = "first-address",
        /// 终止IP.
        last: Ipv4Addr = "last-address",
        /// 未报类型.
        about: Option<AddressMatter> = "address-matter",
        /// 分配单位.
        allocator: Option<UnitCode> = "allocator",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

/// What an inspection of the register found (核查结果).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inspection {
    /// 主体核查.
    Subject(SubjectInspection),
    /// 接入核查.
    Access(AccessInspection),
    /// 空壳网站核查.
    Shell(ShellInspection),
    /// 网站存活.
    Liveness(LivenessInspection),
}

impl Told for Inspection {
    fn tell(&self, _: &'static str, to: &mut Facts) {
        match self {
            Self::Subject(found) => found.tell("inspection-subject", to),
            Self::Access(found) => found.tell("inspection-access", to),
            Self::Shell(found) => found.tell("inspection-shell", to),
            Self::Liveness(found) => found.tell("inspection-liveness", to),
        }
    }
}

/// What an inspection of reported addresses found (IP核查结果).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AddressInspection {
    /// 越界.
    Beyond(BeyondRange),
    /// 冲突.
    Conflict(ConflictingRange),
    /// 未报.
    Unreported(UnreportedRange),
}

impl Told for AddressInspection {
    fn tell(&self, _: &'static str, to: &mut Facts) {
        match self {
            Self::Beyond(found) => found.tell("inspection-beyond", to),
            Self::Conflict(found) => found.tell("inspection-conflict", to),
            Self::Unreported(found) => found.tell("inspection-unreported", to),
        }
    }
}
