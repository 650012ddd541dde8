//! XZJR 新增接入: new accesses of services that are filed.

use super::new_filing::IpRange;
use crate::element::{choice, element};
use crate::message::parts::attachment::FiledAttachment;
use crate::value::{CODE, ID};

element! {
    /// `XZJR` 新增接入.
    pub struct NewAccess {
        /// 新增信息: one entry per access.
        requests: Vec<Request> = many "Xzxx"; 1000,
    }
}

element! {
    /// `Xzxx` 新增信息: one new access of a service.
    pub struct Request {
        /// 网站信息: which service.
        service: FiledService = one "Wz_xx",
        /// 企业侧接入ID: new for every new access.
        record: i64 = one "IspJrid" in ID,
        /// 网站分布: where the servers stand (bureau ids).
        locations: Vec<i64> = inside "Wzfb" / "Fbdd" of Bureaus in CODE; 64,
        /// 网站接入方式.
        modes: Vec<i64> = inside "Wzjrfs" / "Jrfs" of AccessModes in CODE; 64,
        /// IP信息.
        addresses: Vec<IpRange> = many "Ip_xx",
        /// 附件.
        attachments: Vec<FiledAttachment> = each "Fj" / "Fjxx",
        /// ICP备案密码: filing password as MD5 in hexadecimal text (else code 1018).
        password: String = one "ICPmm" in 1..=32,
    }
}

choice! {
    /// `Wz_xx` 网站信息: a service that is filed.
    pub enum FiledService {
        /// 网站备案号.
        Number(String) = "Wzbah" in 1..=128,
        /// 网站ID: the bureau's.
        BureauId(i64) = "Wzid" in ID,
    }
}
