//! WBAWZLB 未备案网站列表: sites without a filing that a provider is to look after.

use std::net::Ipv4Addr;

use crate::element::element;
use crate::value::{CODE, ID, WireTime};

element! {
    /// `WBAWZLB` 未备案网站列表.
    pub struct UnfiledSites {
        /// 未备案网站信息.
        sites: Vec<UnfiledSite> = many "Wbawz_xx",
    }
}

element! {
    /// `Wbawz_xx` 未备案网站信息: one site.
    pub struct UnfiledSite {
        /// 省系统ID: the bureau's record id.
        bureau_id: i64 = one "Id" in ID,
        /// 网站域名名称: domain of the site.
        domain: String = one "Wzym_mc" in 1..=128,
        /// 语言类别.
        languages: Vec<i64> = inside_maybe "Yylb" / "Yylb_id" of Languages in CODE; 256,
        /// 网站IP; `IP` here, `Ip` in the list of illegal access.
        address: Ipv4Addr = one "IP",
        /// 当前检测时间: when it was last seen.
        last_seen: Option<WireTime> = maybe "Dqjcsj",
        /// 检测次数: how often it was seen.
        times_seen: Option<i64> = maybe "Jccs" in 0..=i64::MAX,
        /// 所属省: province. The schema does not ask for six digits here.
        province: Option<i64> = maybe "Sssh" of Regions in ID,
        /// 首次检测时间: when it was first seen.
        first_seen: Option<WireTime> = maybe "Scjcsj",
        /// 接入商: unit id of the provider.
        provider: Option<i64> = maybe "Jrs" of FilingUnits in ID,
        /// 运营商: unit id of the carrier.
        carrier: i64 = one "Yys" of FilingUnits in ID,
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}
