//! Invented documents about addresses and domains. The addresses are of those kept for documentation.

use std::net::Ipv4Addr;

use chrono::NaiveDate;

use super::address;
use crate::message::upload::domain::addition::{self as domain_addition, Domain};
use crate::message::upload::domain::{change as domain_change, deletion as domain_deletion};
use crate::message::upload::ip::addition::{self, Addition};
use crate::message::upload::ip::change::{self, Change};
use crate::message::upload::ip::deletion::{Deletion, Reported};
use crate::message::upload::ip::{SourceUnit, deletion};

/// The unit that samples get their addresses from.
const UPSTREAM: i64 = 1;
/// A unit that samples pass addresses on to.
const DOWNSTREAM: i64 = 1002;

fn record(n: u32, offset: i64) -> i64 {
    i64::from(n) * 100 + offset
}

fn bureau_id(n: u32, offset: i64) -> i64 {
    440_000_000_000 + record(n, offset)
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 6, 1).unwrap_or_default()
}

fn phone(n: u32) -> String {
    format!("0755-8888{:04}", n % 10_000)
}

/// IP XZBA: a range with where it comes from, who uses it and who announces it, and one a customer brought.
pub fn ip_addition(n: u32) -> Addition {
    let (first, last) = (address(n), address(n));
    let source = addition::Source {
        record: record(n, 11),
        first,
        last,
        unit: UPSTREAM,
        remark: Some("示例".to_owned()),
    };
    let broadcast = addition::Broadcast {
        record: record(n, 13),
        announcer: UPSTREAM,
        applicant: DOWNSTREAM,
        first,
        last,
        remark: None,
    };
    let own = addition::OwnRange {
        record: record(n, 14),
        first,
        last,
        redirects: 0,
        use_mode: addition::OwnRange::STATIC,
        date: day(),
        name: format!("深圳示例{n}号科技有限公司"),
        nature: 4,
        province: 440_000,
        city: 440_300,
        county: Some(440_305),
        street: format!("示例路{n}号"),
        contact: "李示例".to_owned(),
        contact_phone: phone(n),
        contact_email: format!("li{n}@shop.example"),
        gateway: Ipv4Addr::new(198, 51, 100, 1),
        gateway_place: "示例机房".to_owned(),
        remark: None,
        source_kind: addition::OwnRange::FROM_ELSEWHERE,
        source: SourceUnit::Name("示例地址分配机构".to_owned()),
    };
    Addition {
        sources: vec![source],
        allocations: vec![allocation(n)],
        broadcasts: vec![broadcast],
        own_ranges: vec![own],
    }
}

fn allocation(n: u32) -> addition::Allocation {
    addition::Allocation {
        record: record(n, 12),
        first: address(n),
        last: address(n),
        mode: addition::Allocation::USED,
        receiver: None,
        use_mode: Some(addition::OwnRange::STATIC),
        date: Some(day()),
        redirects: Some(0),
        name: Some(format!("深圳示例{n}号科技有限公司")),
        nature: Some(4),
        class: Some(1),
        industry: Some(9),
        province: Some(440_000),
        city: Some(440_300),
        county: Some(440_305),
        street: Some(format!("示例路{n}号")),
        contact: Some("李示例".to_owned()),
        contact_phone: Some(phone(n)),
        contact_email: Some(format!("li{n}@shop.example")),
        gateway: Some(Ipv4Addr::new(198, 51, 100, 1)),
        gateway_place: Some("示例机房".to_owned()),
        remark: None,
    }
}

/// IP XGBA: the ranges of [`ip_addition`] again; the allocated one is now used by the provider itself.
pub fn ip_change(n: u32) -> Change {
    let (first, last) = (address(n), address(n));
    let Addition { own_ranges, .. } = ip_addition(n);
    let own_ranges = own_ranges.into_iter().map(|own| change::OwnRange {
        bureau_id: bureau_id(n, 14),
        first,
        last,
        redirects: own.redirects,
        use_mode: change::OwnRange::DYNAMIC,
        date: own.date,
        name: own.name,
        nature: own.nature,
        province: own.province,
        city: own.city,
        county: own.county,
        street: own.street,
        contact: own.contact,
        contact_phone: own.contact_phone,
        contact_email: own.contact_email,
        gateway: None,
        gateway_place: None,
        remark: None,
        source_kind: change::OwnRange::FROM_UNIT,
        source: SourceUnit::Unit(UPSTREAM),
    });
    Change {
        sources: vec![change::Source {
            bureau_id: bureau_id(n, 11),
            first,
            last,
            unit: UPSTREAM,
            remark: None,
        }],
        allocations: vec![own_use(n)],
        own_ranges: own_ranges.collect(),
        broadcasts: vec![change::Broadcast {
            bureau_id: bureau_id(n, 13),
            announcer: UPSTREAM,
            applicant: DOWNSTREAM,
            first,
            last,
            remark: None,
        }],
    }
}

fn own_use(n: u32) -> change::Allocation {
    change::Allocation {
        bureau_id: bureau_id(n, 12),
        first: address(n),
        last: address(n),
        mode: change::Allocation::OWN_USE,
        receiver: None,
        use_mode: Some(change::OwnRange::UNKNOWN),
        date: Some(day()),
        redirects: None,
        name: None,
        nature: None,
        class: None,
        industry: None,
        province: None,
        city: None,
        county: None,
        street: None,
        contact: None,
        contact_phone: None,
        contact_email: None,
        gateway: None,
        gateway_place: None,
        remark: None,
    }
}

/// IP SCBA: everything [`ip_addition`] reported is taken back.
pub fn ip_deletion(n: u32) -> Deletion {
    let reported = |offset| vec![Reported { bureau_id: bureau_id(n, offset) }];
    deletion::Deletion {
        sources: reported(11),
        allocations: reported(12),
        own_ranges: reported(14),
        broadcasts: reported(13),
    }
}

/// YM XZBA: the domain `shop<n>.example`.
pub fn domain_addition(n: u32) -> domain_addition::Addition {
    let domain = Domain {
        record: record(n, 21),
        name: format!("shop{n}.example"),
        kind: 3,
        registered: day(),
        registrant_name: "李示例".to_owned(),
        registrant_organisation: format!("深圳示例{n}号科技有限公司"),
        registrant_address: format!("广东省深圳市南山区示例路{n}号"),
        registrant_province: 440_000,
        registrant_city: 440_300,
        registrant_email: format!("li{n}@shop.example"),
        registrant_phone: phone(n),
        administrator_name: "王示例".to_owned(),
        administrator_organisation: format!("深圳示例{n}号科技有限公司"),
        administrator_address: format!("广东省深圳市南山区示例路{n}号"),
        administrator_province: 440_000,
        administrator_city: 440_300,
        administrator_email: format!("wang{n}@shop.example"),
        administrator_phone: phone(n),
        payer_name: None,
        payer_organisation: None,
        payer_address: None,
        payer_province: None,
        payer_city: None,
        payer_email: None,
        payer_phone: None,
        registrar: "示例域名注册商".to_owned(),
        name_servers: "ns1.registrar.example".to_owned(),
        expires: NaiveDate::from_ymd_opt(2035, 6, 1).unwrap_or_default(),
    };
    domain_addition::Addition { domains: vec![domain] }
}

/// YM XGBA: the domain of [`domain_addition`], now with who pays.
pub fn domain_change(n: u32) -> domain_change::Change {
    let domains = domain_addition(n).domains.into_iter().map(|domain| domain_change::Domain {
        bureau_id: bureau_id(n, 21),
        name: domain.name,
        kind: domain.kind,
        registered: domain.registered,
        payer_name: Some(domain.registrant_name.clone()),
        payer_organisation: Some(domain.registrant_organisation.clone()),
        payer_address: Some(domain.registrant_address.clone()),
        payer_province: Some(domain.registrant_province),
        payer_city: Some(domain.registrant_city),
        payer_email: Some(domain.registrant_email.clone()),
        payer_phone: Some(domain.registrant_phone.clone()),
        registrant_name: domain.registrant_name,
        registrant_organisation: domain.registrant_organisation,
        registrant_address: domain.registrant_address,
        registrant_province: domain.registrant_province,
        registrant_city: domain.registrant_city,
        registrant_email: domain.registrant_email,
        registrant_phone: domain.registrant_phone,
        administrator_name: domain.administrator_name,
        administrator_organisation: domain.administrator_organisation,
        administrator_address: domain.administrator_address,
        administrator_province: domain.administrator_province,
        administrator_city: domain.administrator_city,
        administrator_email: domain.administrator_email,
        administrator_phone: domain.administrator_phone,
        registrar: domain.registrar,
        name_servers: domain.name_servers,
        expires: domain.expires,
    });
    domain_change::Change { domains: domains.collect() }
}

/// YM SCBA: one domain named by the bureau's id, one by its name.
pub fn domain_deletion(n: u32) -> domain_deletion::Deletion {
    use domain_deletion::ReportedDomain;
    let domains =
        vec![ReportedDomain::BureauId(bureau_id(n, 21)), ReportedDomain::Name(format!("old{n}.example"))];
    domain_deletion::Deletion { domains }
}
