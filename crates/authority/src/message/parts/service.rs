//! The blocks of a service (网站) that is new to the authority, and its person in charge.

use std::net::Ipv4Addr;

use crate::element::element;
use crate::value::{CODE, ID};

element! {
    /// `Ym_xx` 域名信息.
    pub struct Domain {
        /// 企业侧域名ID.
        record: i64 = one "IspYmid" in ID,
        /// 域名.
        name: String = one "Ym" in 4..=128,
    }
}

element! {
    /// `Jr_xx` 接入信息: how the service reaches the network.
    pub struct Access {
        /// 企业侧接入ID: new for every new access.
        record: i64 = one "IspJrid" in ID,
        /// 网站分布: where the servers stand (bureau ids).
        locations: Vec<i64> = inside "Wzfb" / "Fbdd" of Bureaus in CODE; 64,
        /// 网站接入方式.
        modes: Vec<i64> = inside "Wzjrfs" / "Jrfs" of AccessModes in CODE; 64,
        /// IP信息.
        addresses: Vec<IpRange> = many "Ip_xx",
    }
}

element! {
    /// `Ip_xx` IP信息: a range of addresses, both ends included.
    pub struct IpRange {
        /// 企业侧IP ID.
        record: i64 = one "IspIpid" in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip",
        /// 终止IP.
        last: Ipv4Addr = one "Zzip",
    }
}

element! {
    /// `Wz_Fzr` 网站负责人: who answers for the service.
    pub struct ServicePerson {
        /// 负责人姓名.
        name: String = one "Fzr_xm" in 1..=128,
        /// 办公电话; required for organisations (code 1031).
        office_phone: Option<String> = maybe "Fzr_dhhm" in 11..=128,
        /// 手机号码.
        mobile: String = one "Fzr_sjhm" in 11..=128,
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
