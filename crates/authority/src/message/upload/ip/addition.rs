//! XZBA 新增IP备案: addresses that are new: where they come from, who uses them, who announces them.

use std::net::Ipv4Addr;

use chrono::NaiveDate;

use super::SourceUnit;
use crate::element::element;
use crate::value::{ANY_ADDRESS, ID, REGION};

element! {
    /// `XZBA` 新增IP备案: at least one of the four lists.
    pub struct Addition {
        /// 新增来源: where ranges come from.
        sources: Vec<Source> = inside_maybe "Xzly" / "Ly"; 1000,
        /// 新增分配: who uses ranges.
        allocations: Vec<Allocation> = inside_maybe "Xzfp" / "Fpsy"; 1000,
        /// 新增广播接收: who announces ranges.
        broadcasts: Vec<Broadcast> = inside_maybe "Xzgbjs" / "Jsxx"; 1000,
        /// 自带IP: ranges that customers bring along.
        own_ranges: Vec<OwnRange> = inside_maybe "Zdip" / "Zdxx"; 1000,
    }
}

impl Addition {
    /// Records in all four lists.
    pub(crate) const fn records(&self) -> usize {
        self.sources.len() + self.allocations.len() + self.own_ranges.len() + self.broadcasts.len()
    }
}

element! {
    /// `Ly` 来源: where a range comes from.
    pub struct Source {
        /// 企业侧ID: our record id.
        record: i64 = one "IspId" in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip",
        /// 终止IP.
        last: Ipv4Addr = one "Zzip",
        /// 来源单位: the unit it comes from; not ourselves (code 2052).
        unit: i64 = one "Lydw" of FilingUnits in ID,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=512,
    }
}

element! {
    /// `Fpsy` 分配使用: who uses a range. What must be told depends on the mode: to allocate and use, all of use
    /// mode, date, name, nature, province, city, street and contact; to re-allocate, the receiver; for own
    /// use, use mode and date.
    pub struct Allocation {
        /// 企业侧ID: our record id.
        record: i64 = one "IspId" in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip" in ANY_ADDRESS,
        /// 终止IP.
        last: Ipv4Addr = one "Zzip" in ANY_ADDRESS,
        /// 分配方式: [`Allocation::USED`], [`Allocation::PASSED_ON`], [`Allocation::OWN_USE`] or
        /// [`Allocation::RESERVED`].
        mode: i64 = one "Fpfs" in 1..=4,
        /// 分配对象: the unit that receives the range.
        receiver: Option<i64> = maybe "Fpdx" of FilingUnits in ID,
        /// 使用方式: 1 static, 2 dynamic, 3 unknown (as in [`OwnRange`]).
        use_mode: Option<i64> = maybe "Syfs" in 1..=3,
        /// 分配日期: since when it is used.
        date: Option<NaiveDate> = maybe "Fprq",
        /// 是否域名跳转: 1 if a server there redirects domains.
        redirects: Option<i64> = maybe "Sfymtz" in 0..=1,
        /// 单位名称: name of the user.
        name: Option<String> = maybe "Dwmc" in 1..=255,
        /// 单位性质.
        nature: Option<i64> = maybe "Dwxz" of Natures in 1..=999,
        /// 单位分类.
        class: Option<i64> = maybe "Dwfl" of UnitClasses in 1..=999,
        /// 单位行业分类.
        industry: Option<i64> = maybe "Dwhyfl" of Industries in 1..=999,
        /// 省ID: six-digit province code.
        province: Option<i64> = maybe "Shengid" of Regions in REGION,
        /// 市ID: six-digit city code.
        city: Option<i64> = maybe "Shiid" of Regions in REGION,
        /// 县ID: six-digit county code.
        county: Option<i64> = maybe "Xianid" of Regions in REGION,
        /// 详细地址: street and number.
        street: Option<String> = maybe "Xxdz" in 1..=512,
        /// 联系人姓名.
        contact: Option<String> = maybe "Lxrxm" in 1..=20,
        /// 联系人电话.
        contact_phone: Option<String> = maybe "Lxrdh" in 11..=255,
        /// 联系人电子邮件.
        contact_email: Option<String> = maybe "Lxrdzyj" in 6..=255,
        /// 网关IP.
        gateway: Option<Ipv4Addr> = maybe "Wgip",
        /// 网关物理地址: where the gateway stands.
        gateway_place: Option<String> = maybe "Wgdz" in 1..=512,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=1024,
    }
}

impl Allocation {
    /// 分配且使用: allocated and used.
    pub const USED: i64 = 1;
    /// 再分配: allocated to a unit that allocates further.
    pub const PASSED_ON: i64 = 2;
    /// 自用: used by the provider itself.
    pub const OWN_USE: i64 = 3;
    /// 预留: kept for later.
    pub const RESERVED: i64 = 4;
}

element! {
    /// `Jsxx` 接收信息: who announces a range.
    pub struct Broadcast {
        /// 企业侧ID: our record id.
        record: i64 = one "IspId" in ID,
        /// 广播单位: the group that announces it.
        announcer: i64 = one "Gbdw" of FilingUnits in ID,
        /// 申请单位: the unit that asked for it; not the same (code 2053).
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
    pub struct OwnRange {
        /// 企业侧ID: our record id.
        record: i64 = one "IspId" in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip",
        /// 终止IP.
        last: Ipv4Addr = one "Zzip",
        /// 是否域名跳转: 1 if a server there redirects domains.
        redirects: i64 = one "Sfymtz" in 0..=1,
        /// 使用方式: [`OwnRange::STATIC`], [`OwnRange::DYNAMIC`] or [`OwnRange::UNKNOWN`].
        use_mode: i64 = one "Syfs" in 1..=3,
        /// 分配日期: since when it is used.
        date: NaiveDate = one "Fprq",
        /// 单位名称: name of the user.
        name: String = one "Dwmc" in 1..=255,
        /// 单位性质.
        nature: i64 = one "Dwxz" of Natures in 1..=999,
        /// 省ID: six-digit province code.
        province: i64 = one "Shengid" of Regions in REGION,
        /// 市ID: six-digit city code.
        city: i64 = one "Shiid" of Regions in REGION,
        /// 县ID: six-digit county code.
        county: Option<i64> = maybe "Xianid" of Regions in REGION,
        /// 详细地址: street and number.
        street: String = one "Xxdz" in 1..=512,
        /// 联系人姓名.
        contact: String = one "Lxrxm" in 1..=20,
        /// 联系人电话.
        contact_phone: String = one "Lxrdh" in 11..=255,
        /// 联系人电子邮件.
        contact_email: String = one "Lxrdzyj" in 6..=255,
        /// 网关IP.
        gateway: Ipv4Addr = one "Wgip",
        /// 网关物理地址: where the gateway stands.
        gateway_place: String = one "Wgdz" in 1..=512,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=1024,
        /// 来源单位类型: [`OwnRange::FROM_UNIT`] or [`OwnRange::FROM_ELSEWHERE`].
        source_kind: i64 = one "Ly_dwlx" in 0..=1,
        /// 来源单位: where it comes from, by id or by name as the kind says (codes 2028, 2045).
        source: SourceUnit = one "Lydw",
    }
}

impl OwnRange {
    /// 静态: the same addresses always.
    pub const STATIC: i64 = 1;
    /// 动态: changing addresses.
    pub const DYNAMIC: i64 = 2;
    /// 未知: not known.
    pub const UNKNOWN: i64 = 3;
    /// 报备单位: from a unit that files addresses, named by its id.
    pub const FROM_UNIT: i64 = 1;
    /// 非报备单位: from somebody else, named by name.
    pub const FROM_ELSEWHERE: i64 = 0;
}
