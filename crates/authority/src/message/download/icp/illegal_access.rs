//! FFJRHMD 非法接入黑名单: domains that were found connected without a filing.

use std::net::Ipv4Addr;

use crate::element::element;
use crate::value::{ID, WireTime};

element! {
    /// `FFJRHMD` 非法接入黑名单.
    pub struct IllegalAccess {
        /// 非法接入信息.
        entries: Vec<IllegalEntry> = many "Ffjrxx",
    }
}

element! {
    /// `Ffjrxx` 非法接入信息: one domain on one address.
    pub struct IllegalEntry {
        /// 省系统ID: the bureau's record id.
        bureau_id: i64 = one "Id" in ID,
        /// 域名.
        domain: String = one "Ym" in 4..=128,
        /// IP地址; `Ip` here, `IP` in the list of unfiled sites.
        address: Ipv4Addr = one "Ip",
        /// 直接接入者: unit id of the provider that connects it.
        provider: i64 = one "Zjjrz" of FilingUnits in ID,
        /// 所在省: province. The schema does not ask for six digits here.
        province: i64 = one "Szs" of Regions in ID,
        /// 当前检测时间: when it was last seen.
        last_seen: WireTime = one "Dqjcsj",
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}
