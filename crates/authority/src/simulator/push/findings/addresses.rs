//! What inspections of reported addresses found: ranges beyond what a unit holds, conflicts, unreported ranges.

use std::net::Ipv4Addr;

use crate::codes::Table;
use crate::message::download::ip::inspections::{Beyond, Conflict, Findings, Inspections, Unreported};
use crate::message::download::{DownloadDocument, IpDownload};
use crate::simulator::bureau::Bureau;
use crate::simulator::push::FieldError;
use crate::simulator::push::fields::{Choice, Field, Given, Input, may, must};
use crate::simulator::push::kinds::{ACCOUNT, Documents, Each, Group, Kind, REMARK};

const CONCERNS: Input = Input::Choice(&[
    Choice { word: "source", value: 1, zh: "来源", en: "Source" },
    Choice { word: "allocation", value: 2, zh: "分配", en: "Allocation" },
]);

const FIRST: Field = must(["first", "Qsip", "起始 IP", "First address"], Input::Address, "203.0.113.0");
const LAST: Field = must(["last", "Zzip", "终止 IP", "Last address"], Input::Address, "203.0.113.255");

/// IP HCJG 越界.
pub(in crate::simulator::push) const BEYOND: Kind = Kind {
    name: "ip-beyond",
    group: Group::Addresses,
    zh: "IP 越界",
    en: "Range beyond what is held",
    fields: &[
        FIRST,
        LAST,
        may(["concerns", "Yjlx", "越界类型", "Kind of record"], CONCERNS, "allocation"),
        may(["bureau_id", "Yjjlid", "越界记录 ID", "Bureau id of the record"], Input::Number, ""),
        may(["first_beyond", "Yjqsip", "越界起始 IP", "Beyond from"], Input::Address, "203.0.113.128"),
        may(["last_beyond", "Yjzzip", "越界终止 IP", "Beyond to"], Input::Address, "203.0.113.255"),
        REMARK,
        ACCOUNT,
    ],
    build: beyond,
};

/// IP HCJG 冲突.
pub(in crate::simulator::push) const CONFLICT: Kind = Kind {
    name: "ip-conflict",
    group: Group::Addresses,
    zh: "IP 冲突",
    en: "Conflict with another unit",
    fields: &[
        Field { wire: "Qsip1", ..FIRST },
        Field { wire: "Zzip1", ..LAST },
        must(
            ["other_unit", "Ctbbdwid", "冲突报备单位", "The other unit"],
            Input::Code(Table::FilingUnits),
            "2",
        ),
        must(
            ["other_first", "Qsip2", "对方起始 IP", "The other's first address"],
            Input::Address,
            "203.0.113.64",
        ),
        must(
            ["other_last", "Zzip2", "对方终止 IP", "The other's last address"],
            Input::Address,
            "203.0.113.127",
        ),
        may(["concerns", "Ctlx", "冲突类型", "Kind of record"], CONCERNS, "allocation"),
        may(["bureau_id", "Ctjlid", "冲突记录 ID", "Bureau id of the record"], Input::Number, ""),
        REMARK,
        ACCOUNT,
    ],
    build: conflict,
};

/// IP HCJG 未报.
pub(in crate::simulator::push) const UNREPORTED: Kind = Kind {
    name: "ip-unreported",
    group: Group::Addresses,
    zh: "IP 未报",
    en: "Unreported range",
    fields: &[
        FIRST,
        LAST,
        may(["allocator", "Fpdw", "分配单位", "Allocated by"], Input::Code(Table::FilingUnits), "1"),
        may(["concerns", "Wblx", "未报类型", "Kind of record"], CONCERNS, "source"),
        REMARK,
        ACCOUNT,
    ],
    build: unreported,
};

fn ip(accounts: &[i64], findings: &Findings) -> Each {
    let document = || {
        let inspections = Some(Inspections { findings: findings.clone() });
        DownloadDocument::Ip(IpDownload { inspections, ..IpDownload::default() })
    };
    accounts.iter().map(|account| (*account, document())).collect()
}

/// A range whose end does not come before its beginning.
fn range(given: &Given, first: &str, last: &str) -> Result<(Ipv4Addr, Ipv4Addr), FieldError> {
    let range = (given.address(first)?, given.address(last)?);
    if range.0 > range.1 { Err(FieldError::new(last, format!("comes before `{first}`"))) } else { Ok(range) }
}

fn beyond(_: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let (first, last) = range(given, "first", "last")?;
    let beyond = Beyond {
        bureau_id: given.maybe_number("bureau_id"),
        first,
        last,
        kind: given.maybe_number("concerns"),
        first_beyond: given.maybe_address("first_beyond"),
        last_beyond: given.maybe_address("last_beyond"),
        remark: given.maybe("remark"),
    };
    Ok(ip(accounts, &Findings { beyond: vec![beyond], ..Findings::default() }))
}

fn conflict(_: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let (first, last) = range(given, "first", "last")?;
    let (other_first, other_last) = range(given, "other_first", "other_last")?;
    let conflict = Conflict {
        bureau_id: given.maybe_number("bureau_id"),
        first,
        last,
        other_unit: given.number("other_unit")?,
        other_first,
        other_last,
        kind: given.maybe_number("concerns"),
        remark: given.maybe("remark"),
    };
    Ok(ip(accounts, &Findings { conflicts: vec![conflict], ..Findings::default() }))
}

fn unreported(_: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let (first, last) = range(given, "first", "last")?;
    let unreported = Unreported {
        first,
        last,
        allocator: given.maybe_number("allocator"),
        kind: given.maybe_number("concerns"),
        remark: given.maybe("remark"),
    };
    Ok(ip(accounts, &Findings { unreported: vec![unreported], ..Findings::default() }))
}
