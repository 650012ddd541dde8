//! XZBA 新增域名备案: domains that are new.

use chrono::NaiveDate;

use crate::element::element;
use crate::value::{ID, REGION};

element! {
    /// `XZBA` 新增域名备案.
    pub struct Addition {
        /// 新增信息: one entry per domain.
        domains: Vec<Domain> = many "Xzxx"; 1000,
    }
}

element! {
    /// `Xzxx` 新增信息: one domain with the people behind it.
    pub struct Domain {
        /// 企业侧ID: our record id.
        record: i64 = one "IspId" in ID,
        /// 域名.
        name: String = one "Ym" in 4..=255,
        /// 域名类型.
        kind: i64 = one "Ymlx" of DomainKinds in 1..=999,
        /// 注册时间: day of registration.
        registered: NaiveDate = one "Zcsj",
        /// 注册人名称: name of the registrant.
        registrant_name: String = one "Zcr_mc" in 2..=255,
        /// 注册人组织.
        registrant_organisation: String = one "Zcr_zz" in 1..=255,
        /// 注册人地址.
        registrant_address: String = one "Zcr_txdz" in 1..=1000,
        /// 注册人省: six-digit province code.
        registrant_province: i64 = one "Zcr_shengid" of Regions in REGION,
        /// 注册人市: six-digit city code.
        registrant_city: i64 = one "Zcr_shiid" of Regions in REGION,
        /// 注册人邮件.
        registrant_email: String = one "Zcr_dzyj" in 6..=255,
        /// 注册人电话.
        registrant_phone: String = one "Zcr_dhhm" in 11..=255,
        /// 管理员名字: name of the administrator.
        administrator_name: String = one "Gly_mz" in 2..=255,
        /// 管理员组织.
        administrator_organisation: String = one "Gly_zz" in 1..=255,
        /// 管理员地址.
        administrator_address: String = one "Gly_dz" in 1..=1000,
        /// 管理员省: six-digit province code.
        administrator_province: i64 = one "Gly_shengid" of Regions in REGION,
        /// 管理员市: six-digit city code.
        administrator_city: i64 = one "Gly_shiid" of Regions in REGION,
        /// 管理员邮件.
        administrator_email: String = one "Gly_dzyj" in 6..=255,
        /// 管理员电话.
        administrator_phone: String = one "Gly_dh" in 11..=255,
        /// 缴费人名字: name of the payer.
        payer_name: Option<String> = maybe "Jfr_mz" in 2..=255,
        /// 缴费人组织.
        payer_organisation: Option<String> = maybe "Jfr_zz" in 1..=255,
        /// 缴费人地址.
        payer_address: Option<String> = maybe "Jfr_dz" in 1..=1000,
        /// 缴费人省: six-digit province code.
        payer_province: Option<i64> = maybe "Jfr_shengid" of Regions in REGION,
        /// 缴费人市: six-digit city code.
        payer_city: Option<i64> = maybe "Jfr_shiid" of Regions in REGION,
        /// 缴费人邮件.
        payer_email: Option<String> = maybe "Jfr_dzyj" in 6..=255,
        /// 缴费人电话.
        payer_phone: Option<String> = maybe "Jfr_dh" in 11..=255,
        /// 注册商.
        registrar: String = one "Ym_zcs" in 1..=500,
        /// 域名服务器: name servers.
        name_servers: String = one "Ym_fwq" in 4..=255,
        /// 有效日期: day on which the registration ends.
        expires: NaiveDate = one "Yxrq",
    }
}
