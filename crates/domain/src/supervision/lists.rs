//! The lists the authority keeps: who and what must not be filed, what is connected without a filing.

use std::net::Ipv4Addr;

use chrono::{DateTime, Utc};

use super::fact::record;
use super::personal::{Named, PaperNumber};
use super::words::{AreaCode, CertificateCode, LanguageCode, NatureCode, UnitCode};

record! {
    /// An entry of the blacklist of subjects (主体黑名单). The authority may leave the subject out.
    pub struct BlacklistedSubject {
        /// 单位名称.
        name: Option<Named> = "subject-name",
        /// 单位性质.
        nature: Option<NatureCode> = "nature",
        /// 证件类型.
        certificate_kind: Option<CertificateCode> = "certificate-kind",
        /// 证件号码.
        certificate_number: Option<PaperNumber> = "certificate-number",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// One domain of an entry of the blacklist of services (网站黑名单).
    pub struct BlacklistedService {
        /// 网站名称.
        name: String = "service-name",
        /// 域名.
        domain: String = "domain",
        /// The other domains of the same entry.
        beside: Vec<String> = "domains-beside",
        /// 首页URL.
        home_url: Option<String> = "home-url",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// A domain that was found connected without a filing (非法接入).
    pub struct IllegalAccess {
        /// 省系统ID.
        bureau_id: i64 = "bureau-id",
        /// 域名.
        domain: String = "domain",
        /// IP地址.
        address: Ipv4Addr = "address",
        /// 直接接入者.
        provider: UnitCode = "direct-provider",
        /// 所在省.
        province: AreaCode = "province",
        /// 当前检测时间.
        last_seen: DateTime<Utc> = "last-seen",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// A site without a filing that a provider is to look after (未备案网站).
    pub struct UnfiledSite {
        /// 省系统ID.
        bureau_id: i64 = "bureau-id",
        /// 网站域名名称.
        domain: String = "domain",
        /// 语言类别.
        languages: Vec<LanguageCode> = "languages",
        /// 网站IP.
        address: Ipv4Addr = "address",
        /// 首次检测时间.
        first_seen: Option<DateTime<Utc>> = "first-seen",
        /// 当前检测时间.
        last_seen: Option<DateTime<Utc>> = "last-seen",
        /// 检测次数.
        times_seen: Option<i64> = "times-seen",
        /// 所属省.
        province: Option<AreaCode> = "province",
        /// 接入商.
        provider: Option<UnitCode> = "provider",
        /// 运营商.
        carrier: UnitCode = "carrier",
        /// 备注.
        remark: Option<String> = "remark",
    }
}
