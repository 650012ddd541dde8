//! Blocks that several downloaded documents share.

use crate::element::element;
use crate::value::REGION;

element! {
    /// `Txdz` 通信地址: a mailing address.
    pub struct Address {
        /// 省ID: six-digit province code.
        province: i64 = one "Shengid" of Regions in REGION,
        /// 市ID: six-digit city code.
        city: Option<i64> = maybe "Shiid" of Regions in REGION,
        /// 县ID: six-digit county code.
        county: Option<i64> = maybe "Xianid" of Regions in REGION,
        /// 详细地址: street and number.
        street: Option<String> = maybe "Xxdz" in 1..=1024,
    }
}

element! {
    /// `Wz_Fzr` 网站负责人: the person in charge of a service.
    pub struct ServicePerson {
        /// 负责人姓名.
        name: String = one "Fzr_xm" in 1..=128,
        /// 办公电话.
        office_phone: Option<String> = maybe "Fzr_dhhm" in 11..=128,
        /// 手机号码.
        mobile: Option<String> = maybe "Fzr_sjhm" in 11..=128,
        /// 电子邮件.
        email: Option<String> = maybe "Fzr_dzyj" in 6..=128,
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
