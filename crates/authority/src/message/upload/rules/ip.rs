//! The rules for documents about addresses.

use super::ordered;
use crate::codes::result::FILE_INVALID;
use crate::element::Checking;
use crate::message::upload::ip::addition::{Addition, Allocation, OwnRange};
use crate::message::upload::ip::change::Change;
use crate::message::upload::ip::{IpUpload, SourceUnit};

/// 起始IP大于终止IP.
const FIRST_ABOVE_LAST: i64 = 2002;
/// 来源单位未填.
const SOURCE_MISSING: i64 = 2028;
/// 来源单位名称未填.
const SOURCE_NAME_MISSING: i64 = 2045;
/// 分配与使用同单位.
const RECEIVER_IS_SENDER: i64 = 2050;
/// 来源与请求同单位.
const SOURCE_IS_SENDER: i64 = 2052;
/// 申请与广播同单位.
const APPLICANT_IS_ANNOUNCER: i64 = 2053;

pub(super) fn check(ip: &IpUpload, to: &mut Checking<'_>) {
    let unit = ip.unit;
    if let Some(document) = &ip.addition {
        to.at("XZBA", |to| {
            said(document.records(), to);
            addition(document, unit, to);
        });
    }
    if let Some(document) = &ip.change {
        to.at("XGBA", |to| {
            said(document.records(), to);
            change(document, unit, to);
        });
    }
    if let Some(document) = &ip.deletion {
        to.at("SCBA", |to| said(document.records(), to));
    }
}

/// At least one of the four lists.
fn said(records: usize, to: &mut Checking<'_>) {
    if records == 0 {
        to.broken(FILE_INVALID);
    }
}

/// The rules of one list; the types differ between additions and changes, the names do not.
macro_rules! lists {
    (sources $list:literal / $item:literal, $document:expr, $unit:expr, $to:expr) => {
        $to.at($list, |to| {
            to.each($item, &$document.sources, |source, to| {
                ordered(source.first, source.last, FIRST_ABOVE_LAST, to);
                if source.unit == $unit {
                    to.broken_at("Lydw", SOURCE_IS_SENDER);
                }
            });
        })
    };
    (allocations $list:literal, $document:expr, $unit:expr, $to:expr) => {
        $to.at($list, |to| {
            to.each("Fpsy", &$document.allocations, |one, to| {
                ordered(one.first, one.last, FIRST_ABOVE_LAST, to);
                let told = [
                    ("Fpdx", one.receiver.is_some(), 2047),
                    ("Syfs", one.use_mode.is_some(), 2032),
                    ("Fprq", one.date.is_some(), 2030),
                    ("Dwmc", one.name.is_some(), 2031),
                    ("Dwxz", one.nature.is_some(), 2034),
                    ("Shengid", one.province.is_some(), 2037),
                    ("Shiid", one.city.is_some(), 2038),
                    ("Xxdz", one.street.is_some(), 2036),
                    ("Lxrxm", one.contact.is_some(), 2040),
                    ("Lxrdh", one.contact_phone.is_some(), 2039),
                    ("Lxrdzyj", one.contact_email.is_some(), 2042),
                ];
                allocation(one.mode, &told, to);
                if one.mode == Allocation::PASSED_ON && one.receiver == Some($unit) {
                    to.broken_at("Fpdx", RECEIVER_IS_SENDER);
                }
            });
        })
    };
    (own_ranges $list:literal, $document:expr, $unit:expr, $to:expr) => {
        $to.at($list, |to| {
            to.each("Zdxx", &$document.own_ranges, |range, to| {
                ordered(range.first, range.last, FIRST_ABOVE_LAST, to);
                source(range.source_kind, &range.source, $unit, to);
            });
        })
    };
    (broadcasts $list:literal, $document:expr, $to:expr) => {
        $to.at($list, |to| {
            to.each("Jsxx", &$document.broadcasts, |broadcast, to| {
                ordered(broadcast.first, broadcast.last, FIRST_ABOVE_LAST, to);
                if broadcast.applicant == broadcast.announcer {
                    to.broken_at("Sqdw", APPLICANT_IS_ANNOUNCER);
                }
            });
        })
    };
}

fn addition(document: &Addition, unit: i64, to: &mut Checking<'_>) {
    lists!(sources "Xzly" / "Ly", document, unit, to);
    lists!(allocations "Xzfp", document, unit, to);
    lists!(broadcasts "Xzgbjs", document, to);
    lists!(own_ranges "Zdip", document, unit, to);
}

fn change(document: &Change, unit: i64, to: &mut Checking<'_>) {
    lists!(sources "Xgly" / "Ly_xx", document, unit, to);
    lists!(allocations "Xgfp", document, unit, to);
    lists!(own_ranges "XgZd", document, unit, to);
    lists!(broadcasts "Xggbjs", document, to);
}

/// What must be told depends on the mode of allocation (`Fpsy` in the interface document).
fn allocation(mode: i64, told: &[(&'static str, bool, i64)], to: &mut Checking<'_>) {
    let needed = |name: &str| match mode {
        Allocation::USED => name != "Fpdx",
        Allocation::PASSED_ON => name == "Fpdx",
        Allocation::OWN_USE => matches!(name, "Syfs" | "Fprq"),
        _ => false,
    };
    for (name, there, code) in told {
        if !there && needed(name) {
            to.broken_at(name, *code);
        }
    }
}

/// The name must be told when the kind is 0, the id when it is 1 (`Lydw` in the interface document).
fn source(kind: i64, source: &SourceUnit, unit: i64, to: &mut Checking<'_>) {
    to.at("Lydw", |to| match (kind, source) {
        (OwnRange::FROM_UNIT, SourceUnit::Name(_)) => to.broken_at("Ly_dwid", SOURCE_MISSING),
        (OwnRange::FROM_UNIT, SourceUnit::Unit(id)) if *id == unit => {
            to.broken_at("Ly_dwid", SOURCE_IS_SENDER);
        }
        (OwnRange::FROM_ELSEWHERE, SourceUnit::Unit(_)) => to.broken_at("Ly_dwmc", SOURCE_NAME_MISSING),
        (_, SourceUnit::Name(_) | SourceUnit::Unit(_)) => {}
    });
}
