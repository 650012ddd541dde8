//! HMDLB 黑名单列表: subjects and services that must not be filed, as changes of the lists.

use crate::element::element;

/// 操作类型: what happens to an entry of a list.
pub mod entry_operation {
    /// 增加.
    pub const ADD: i64 = 0;
    /// 修改.
    pub const CHANGE: i64 = 1;
    /// 删除.
    pub const REMOVE: i64 = 2;
}

element! {
    /// `HMDLB` 黑名单列表.
    pub struct Blacklists {
        /// 主体黑名单信息.
        subjects: Vec<SubjectEntry> = any "Zthmdxxs",
        /// 网站黑名单信息.
        services: Vec<ServiceEntry> = any "Wzhmdxxs",
    }
}

element! {
    /// `Zthmdxxs` 主体黑名单信息: one entry of the list of subjects.
    pub struct SubjectEntry {
        /// 主体信息.
        subject: Option<Subject> = maybe "Zt_xx",
        /// 操作类型: see [`entry_operation`].
        operation: i64 = one "Czlx" in 0..=2,
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}

element! {
    /// `Zt_xx` 主体信息.
    pub struct Subject {
        /// 单位名称.
        name: String = one "Dwmc" in 1..=255,
        /// 单位性质.
        nature: Option<i64> = maybe "Dwxz" of Natures in 1..=999,
        /// 证件.
        certificate: Certificate = one "Zj",
    }
}

element! {
    /// `Zj` 证件.
    pub struct Certificate {
        /// 证件类型.
        kind: i64 = one "Zjlx" of CertificateTypes in 1..=999,
        /// 证件号码.
        number: String = one "Zjhm" in 1..=255,
    }
}

element! {
    /// `Wzhmdxxs` 网站黑名单信息: one entry of the list of services.
    pub struct ServiceEntry {
        /// 网站信息.
        service: Service = one "Wz_xx",
        /// 操作类型: see [`entry_operation`].
        operation: i64 = one "Czlx" in 0..=2,
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}

element! {
    /// `Wz_xx` 网站信息.
    pub struct Service {
        /// 网站名称.
        name: String = one "Wzmc" in 1..=512,
        /// 域名信息.
        domains: Vec<Domain> = many "Ym_xx",
        /// 首页URL.
        home_url: Option<String> = maybe "Syurl" in 4..=255,
    }
}

element! {
    /// `Ym_xx` 域名信息.
    pub struct Domain {
        /// 域名.
        name: String = one "Ym" in 4..=128,
    }
}
