//! The blocks of a subject (主体): address, certificate, person in charge.

use crate::element::element;
use crate::value::REGION;

element! {
    /// 通信地址: a mailing address.
    pub struct Address {
        /// 省ID: six-digit province code.
        province: i64 = one "Shengid" of Regions in REGION,
        /// 市ID: six-digit city code.
        city: i64 = one "Shiid" of Regions in REGION,
        /// 县ID: six-digit county code.
        county: Option<i64> = maybe "Xianid" of Regions in REGION,
        /// 详细地址: street and number.
        street: Option<String> = maybe "Xxdz" in 1..=1024,
    }
}

element! {
    /// `Zj` 证件: the subject's certificate.
    pub struct Certificate {
        /// 证件类型.
        kind: i64 = one "Zjlx" of CertificateTypes in 1..=999,
        /// 证件号码.
        number: String = one "Zjhm" in 1..=255,
        /// 证件住所: address printed on the certificate.
        address: String = one "Zjzs" in 1..=1024,
    }
}

element! {
    /// `Fzr` 主体负责人: who answers for the subject.
    pub struct SubjectPerson {
        /// 负责人姓名; required for organisations (code 1044).
        name: Option<String> = maybe "Fzr_xm" in 1..=128,
        /// 办公电话: digits and hyphens, several joined by semicolons; required for organisations.
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
