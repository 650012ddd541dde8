//! `SJTB/YM`: reported domain names as the authority holds them.

use chrono::NaiveDate;

use crate::element::element;
use crate::value::{ID, REGION};

element! {
    /// `YM`: the domain names.
    pub struct SyncedDomains {
        /// 域名信息.
        domains: Vec<SyncedDomain> = many "Ymxx",
    }
}

element! {
    /// `Ymxx` 域名信息: one domain name.
    pub struct SyncedDomain {
        /// 部系统ID: the ministry's record id.
        bureau_id: i64 = one "Id" in ID,
        /// 企业侧ID: our record id.
        record: i64 = one "IspId" in ID,
        /// 域名.
        name: String = one "Ym" in 4..=255,
        /// 域名类型.
        kind: i64 = one "Ymlx" of DomainKinds in 1..=999,
        /// 注册时间.
        registered: NaiveDate = one "Zcsj",
        /// 注册人名称.
        registrant_name: String = one "Zcr_mc" in 2..=255,
        /// 注册人组织.
        registrant_organisation: String = one "Zcr_zz" in 1..=255,
        /// 注册人通信地址.
        registrant_address: String = one "Zcr_txdz" in 1..=1000,
        /// 注册人省.
        registrant_province: i64 = one "Zcr_shengid" of Regions in REGION,
        /// 注册人市.
        registrant_city: i64 = one "Zcr_shiid" of Regions in REGION,
        /// 注册人电子邮件.
        registrant_email: String = one "Zcr_dzyj" in 6..=255,
        /// 注册人电话.
        registrant_phone: String = one "Zcr_dhhm" in 11..=255,
        /// 管理员名字.
        administrator_name: String = one "Gly_mz" in 2..=255,
        /// 管理员组织.
        administrator_organisation: String = one "Gly_zz" in 1..=255,
        /// 管理员地址.
        administrator_address: String = one "Gly_dz" in 1..=1000,
        /// 管理员省.
        administrator_province: i64 = one "Gly_shengid" of Regions in REGION,
        /// 管理员市.
        administrator_city: i64 = one "Gly_shiid" of Regions in REGION,
        /// 管理员电子邮件.
        administrator_email: String = one "Gly_dzyj" in 6..=255,
        /// 管理员电话.
        administrator_phone: String = one "Gly_dh" in 11..=255,
        /// 缴费人名字.
        payer_name: Option<String> = maybe "Jfr_mz" in 2..=255,
        /// 缴费人组织.
        payer_organisation: Option<String> = maybe "Jfr_zz" in 1..=255,
        /// 缴费人地址.
        payer_address: Option<String> = maybe "Jfr_dz" in 1..=1000,
        /// 缴费人省.
        payer_province: Option<i64> = maybe "Jfr_shengid" of Regions in REGION,
        /// 缴费人市.
        payer_city: Option<i64> = maybe "Jfr_shiid" of Regions in REGION,
        /// 缴费人电子邮件.
        payer_email: Option<String> = maybe "Jfr_dzyj" in 6..=255,
        /// 缴费人电话.
        payer_phone: Option<String> = maybe "Jfr_dh" in 11..=255,
        /// 域名注册商.
        registrar: String = one "Ym_zcs" in 1..=500,
        /// 域名服务器.
        name_servers: String = one "Ym_fwq" in 4..=255,
        /// 有效日期: until when it is registered.
        valid_until: NaiveDate = one "Yxrq",
    }
}
