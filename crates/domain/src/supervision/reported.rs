//! Reported addresses and domain names as the authority holds them (数据同步).

use std::net::Ipv4Addr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fact::{Facts, Told, record};
use super::personal::{Named, Reach};
use super::words::{
    Allotted, AreaCode, DomainKindCode, IndustryCode, NatureCode, UnitClassCode, UnitCode, Usage,
};

record! {
    /// Where a range comes from (IP来源).
    pub struct AddressSource {
        /// 省系统ID.
        bureau_id: i64 = "bureau-id",
        /// 企业侧ID.
        record: i64 = "record",
        /// 报备单位.
        unit: UnitCode = "filing-unit",
        /// 起始IP.
        first: Ipv4Addr = "first-address",
        /// 终止IP.
        last: Ipv4Addr = "last-address",
        /// 来源单位.
        from_unit: UnitCode = "from-unit",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// What a range is used for (IP分配).
    pub struct AddressAllocation {
        /// 省系统ID.
        bureau_id: i64 = "bureau-id",
        /// 企业侧ID.
        record: i64 = "record",
        /// 报备单位.
        unit: UnitCode = "filing-unit",
        /// 起始IP.
        first: Ipv4Addr = "first-address",
        /// 终止IP.
        last: Ipv4Addr = "last-address",
        /// 分配方式.
        way: Allotted = "allotted",
        /// 分配对象.
        to_unit: Option<UnitCode> = "to-unit",
        /// 使用方式.
        usage: Option<Usage> = "usage",
        /// 分配日期.
        allocated: Option<NaiveDate> = "allocated-on",
        /// 是否域名跳转.
        redirects: Option<bool> = "redirects",
        /// Who uses it.
        holder: Option<AddressHolder> = "holder",
        /// 网关IP.
        gateway: Option<Ipv4Addr> = "gateway",
        /// 网关物理地址.
        gateway_location: Option<String> = "gateway-location",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// Who uses addresses, and whom to ask about them.
    pub struct AddressHolder {
        /// 单位名称.
        name: Option<Named> = "subject-name",
        /// 单位性质.
        nature: Option<NatureCode> = "nature",
        /// 单位分类.
        class: Option<UnitClassCode> = "unit-class",
        /// 单位行业分类.
        industry: Option<IndustryCode> = "industry",
        /// 省.
        province: Option<AreaCode> = "province",
        /// 市.
        city: Option<AreaCode> = "city",
        /// 县.
        county: Option<AreaCode> = "county",
        /// 详细地址.
        street: Option<String> = "street",
        /// 联系人姓名.
        contact_name: Option<Named> = "contact-name",
        /// 联系人电话.
        contact_phone: Option<Reach> = "contact-phone",
        /// 联系人电子邮件.
        contact_email: Option<Reach> = "contact-email",
    }
}

record! {
    /// Who announces a range (IP广播).
    pub struct AddressBroadcast {
        /// 省系统ID.
        bureau_id: i64 = "bureau-id",
        /// 企业侧ID.
        record: i64 = "record",
        /// 报备单位.
        unit: UnitCode = "filing-unit",
        /// 广播单位.
        announcer: UnitCode = "announcer",
        /// 申请单位.
        applicant: UnitCode = "applicant",
        /// 起始IP.
        first: Ipv4Addr = "first-address",
        /// 终止IP.
        last: Ipv4Addr = "last-address",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// A range that a customer brought along (自带IP).
    pub struct OwnAddress {
        /// 省系统ID.
        bureau_id: i64 = "bureau-id",
        /// 企业侧ID.
        record: i64 = "record",
        /// 报备单位.
        unit: UnitCode = "filing-unit",
        /// 起始IP.
        first: Ipv4Addr = "first-address",
        /// 终止IP.
        last: Ipv4Addr = "last-address",
        /// 是否域名跳转.
        redirects: bool = "redirects",
        /// 使用方式.
        usage: Usage = "usage",
        /// 分配日期.
        allocated: NaiveDate = "allocated-on",
        /// Who uses it.
        holder: AddressHolder = "holder",
        /// 网关IP.
        gateway: Ipv4Addr = "gateway",
        /// 网关物理地址.
        gateway_location: String = "gateway-location",
        /// 来源单位名称, of one that does not file.
        origin_name: Option<Named> = "origin-name",
        /// 来源单位, of one that files.
        origin_unit: Option<UnitCode> = "origin-unit",
        /// 来源单位类型: whether the unit it comes from files.
        origin_files: bool = "origin-files",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

/// A reported range of addresses as the authority holds it (IP数据同步).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KnownAddress {
    /// 来源.
    Source(AddressSource),
    /// 分配.
    Allocation(Box<AddressAllocation>),
    /// 广播.
    Broadcast(AddressBroadcast),
    /// 自带.
    Own(Box<OwnAddress>),
}

impl KnownAddress {
    /// Which record of the authority it is: its kind and id.
    pub fn bureau_record(&self) -> (&'static str, i64) {
        match self {
            Self::Source(range) => ("source", range.bureau_id),
            Self::Allocation(range) => ("allocation", range.bureau_id),
            Self::Broadcast(range) => ("broadcast", range.bureau_id),
            Self::Own(range) => ("own", range.bureau_id),
        }
    }

    /// The first and the last address.
    pub fn bounds(&self) -> (Ipv4Addr, Ipv4Addr) {
        match self {
            Self::Source(range) => (range.first, range.last),
            Self::Allocation(range) => (range.first, range.last),
            Self::Broadcast(range) => (range.first, range.last),
            Self::Own(range) => (range.first, range.last),
        }
    }
}

impl Told for KnownAddress {
    fn tell(&self, _: &'static str, to: &mut Facts) {
        match self {
            Self::Source(range) => range.tell("address-source", to),
            Self::Allocation(range) => range.tell("address-allocation", to),
            Self::Broadcast(range) => range.tell("address-broadcast", to),
            Self::Own(range) => range.tell("address-own", to),
        }
    }
}

record! {
    /// A reported domain name as the authority holds it (域名数据同步).
    pub struct KnownDomain {
        /// 部系统ID.
        bureau_id: i64 = "bureau-id",
        /// 企业侧ID.
        record: i64 = "record",
        /// 域名.
        name: String = "domain",
        /// 域名类型.
        kind: DomainKindCode = "domain-kind",
        /// 注册时间.
        registered: NaiveDate = "registered-on",
        /// 有效日期.
        valid_until: NaiveDate = "valid-until",
        /// 域名注册商.
        registrar: String = "registrar",
        /// 域名服务器.
        name_servers: String = "name-servers",
        /// 注册人.
        registrant: DomainParty = "registrant",
        /// 管理员.
        administrator: DomainParty = "administrator",
        /// 缴费人.
        payer: Option<DomainParty> = "payer",
    }
}

record! {
    /// A party to a domain name.
    pub struct DomainParty {
        /// 名称.
        name: Option<Named> = "person-name",
        /// 组织.
        organisation: Option<Named> = "organisation",
        /// 地址.
        address: Option<String> = "street",
        /// 省.
        province: Option<AreaCode> = "province",
        /// 市.
        city: Option<AreaCode> = "city",
        /// 电子邮件.
        email: Option<Reach> = "email",
        /// 电话.
        phone: Option<Reach> = "phone",
    }
}
