//! `SJTB/IP`: reported addresses as the authority holds them.

use std::net::Ipv4Addr;

use chrono::NaiveDate;

use crate::element::{choice, element};
use crate::value::{ANY_ADDRESS, ID, REGION};

element! {
    /// `IP`: the records by kind.
    #[derive(Default)]
    pub struct SyncedAddresses {
        /// IP来源: sources.
        sources: Vec<Source> = inside_maybe "Iply" / "Lyxx",
        /// IP分配: allocations.
        allocations: Vec<Allocation> = inside_maybe "Ipfp" / "Fpxx",
        /// IP广播: broadcasts.
        broadcasts: Vec<Broadcast> = inside_maybe "Ipgb" / "Gbxx",
        /// 自带IP: addresses that customers bring along.
        own: Vec<OwnAddresses> = inside_maybe "Zdip" / "Zdxx",
    }
}

element! {
    /// `Lyxx` 来源信息: where a range comes from.
    pub struct Source {
        /// 省系统ID: the bureau's record id.
        bureau_id: i64 = one "Id" in ID,
        /// 企业侧ID: our record id.
        record: i64 = one "IspId" in ID,
        /// 报备单位ID: the unit that reported it.
        unit: i64 = one "Bbdwid" of FilingUnits in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip",
        /// 终止IP.
        last: Ipv4Addr = one "Zzip",
        /// 来源单位: the unit it comes from.
        from_unit: i64 = one "Lydw" of FilingUnits in ID,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=512,
    }
}

element! {
    /// `Fpxx` 分配信息: what a range is used for. Which fields there are depends on the way.
    pub struct Allocation {
        /// 省系统ID: the bureau's record id.
        bureau_id: i64 = one "Id" in ID,
        /// 企业侧ID: our record id.
        record: i64 = one "IspId" in ID,
        /// 报备单位ID: the unit that reported it.
        unit: i64 = one "Bbdwid" of FilingUnits in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip" in ANY_ADDRESS,
        /// 终止IP.
        last: Ipv4Addr = one "Zzip" in ANY_ADDRESS,
        /// 分配方式: 1 allocated and in use, 2 passed on, 3 own use, 4 reserved.
        way: i64 = one "Fpfs" in 1..=4,
        /// 分配对象: the unit it was passed on to.
        to_unit: Option<i64> = maybe "Fpdx" of FilingUnits in ID,
        /// 使用方式: 1 static, 2 dynamic, 3 not known.
        usage: Option<i64> = maybe "Syfs" in 1..=3,
        /// 分配日期.
        allocated: Option<NaiveDate> = maybe "Fprq",
        /// 是否域名跳转: 1 if used by a server that redirects domains.
        redirects: Option<i64> = maybe "Sfymtz" in 0..=1,
        /// 单位名称: who uses it.
        name: Option<String> = maybe "Dwmc" in 1..=255,
        /// 单位性质.
        nature: Option<i64> = maybe "Dwxz" of Natures in 1..=999,
        /// 单位分类.
        class: Option<i64> = maybe "Dwfl" of UnitClasses in 1..=999,
        /// 单位行业分类.
        industry: Option<i64> = maybe "Dwhyfl" of Industries in 1..=999,
        /// 省ID.
        province: Option<i64> = maybe "Shengid" of Regions in REGION,
        /// 市ID.
        city: Option<i64> = maybe "Shiid" of Regions in REGION,
        /// 县ID.
        county: Option<i64> = maybe "Xianid" of Regions in REGION,
        /// 详细地址.
        street: Option<String> = maybe "Xxdz" in 1..=512,
        /// 联系人姓名.
        contact_name: Option<String> = maybe "Lxrxm" in 1..=20,
        /// 联系人电话.
        contact_phone: Option<String> = maybe "Lxrdh" in 11..=255,
        /// 联系人电子邮件.
        contact_email: Option<String> = maybe "Lxrdzyj" in 6..=255,
        /// 网关IP: the gateway.
        gateway: Option<Ipv4Addr> = maybe "Wgip",
        /// 网关物理地址: where the gateway stands.
        gateway_location: Option<String> = maybe "Wgdz" in 1..=512,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=1024,
    }
}

element! {
    /// `Gbxx` 广播信息: who announces a range.
    pub struct Broadcast {
        /// 省系统ID: the bureau's record id.
        bureau_id: i64 = one "Id" in ID,
        /// 企业侧ID: our record id.
        record: i64 = one "IspId" in ID,
        /// 报备单位ID: the unit that reported it.
        unit: i64 = one "Bbdwid" of FilingUnits in ID,
        /// 广播单位: the unit that announces it.
        announcer: i64 = one "Gbdw" of FilingUnits in ID,
        /// 申请单位: the unit that asked for it.
        applicant: i64 = one "Sqdw" of FilingUnits in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip",
        /// 终止IP.
        last: Ipv4Addr = one "Zzip",
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=1024,
    }
}

element! {
    /// `Zdxx` 自带信息: a range that a customer brought along.
    pub struct OwnAddresses {
        /// 省系统ID: the bureau's record id.
        bureau_id: i64 = one "Id" in ID,
        /// 企业侧ID: our record id.
        record: i64 = one "IspId" in ID,
        /// 报备单位ID: the unit that reported it.
        unit: i64 = one "Bbdwid" of FilingUnits in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip",
        /// 终止IP.
        last: Ipv4Addr = one "Zzip",
        /// 是否域名跳转: 1 if used by a server that redirects domains.
        redirects: i64 = one "Sfymtz" in 0..=1,
        /// 使用方式: 1 static, 2 dynamic, 3 not known.
        usage: i64 = one "Syfs" in 1..=3,
        /// 分配日期.
        allocated: NaiveDate = one "Fprq",
        /// 单位名称: who uses it.
        name: String = one "Dwmc" in 1..=255,
        /// 单位性质.
        nature: i64 = one "Dwxz" of Natures in 1..=999,
        /// 省ID.
        province: i64 = one "Shengid" of Regions in REGION,
        /// 市ID.
        city: i64 = one "Shiid" of Regions in REGION,
        /// 县ID.
        county: Option<i64> = maybe "Xianid" of Regions in REGION,
        /// 详细地址.
        street: String = one "Xxdz" in 1..=512,
        /// 联系人姓名.
        contact_name: String = one "Lxrxm" in 1..=20,
        /// 联系人电话.
        contact_phone: String = one "Lxrdh" in 11..=255,
        /// 联系人电子邮件.
        contact_email: String = one "Lxrdzyj" in 6..=255,
        /// 网关IP: the gateway.
        gateway: Ipv4Addr = one "Wgip",
        /// 网关物理地址: where the gateway stands.
        gateway_location: String = one "Wgdz" in 1..=512,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=1024,
        /// 来源单位类型: 1 if the range comes from a unit that files, 0 if from elsewhere.
        origin_kind: i64 = one "Ly_dwlx" in 0..=1,
        /// 来源单位: where it comes from.
        origin: Origin = one "Lydw",
    }
}

choice! {
    /// `Lydw` 来源单位: where a range that a customer brought along comes from.
    pub enum Origin {
        /// 来源单位名称: a unit that does not file, by its name.
        Name(String) = "Ly_dwmc" in 1..=255,
        /// 来源单位ID: a unit that files.
        Unit(i64) = "Ly_dwid" of FilingUnits in ID,
    }
}
