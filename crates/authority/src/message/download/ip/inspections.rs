//! HCJG 核查结果: what inspections of reported addresses found.

use std::net::Ipv4Addr;

use crate::element::element;
use crate::value::ID;

/// 越界类型, 冲突类型, 未报类型: which kind of record a finding is about. The schema goes to 10, but names no
/// more.
pub mod concerns {
    /// 来源: where addresses come from.
    pub const SOURCE: i64 = 1;
    /// 分配: who was given them.
    pub const ALLOCATION: i64 = 2;
}

element! {
    /// `HCJG` 核查结果.
    pub struct Inspections {
        /// 结果信息.
        findings: Findings = one "Jgxx",
    }
}

element! {
    /// `Jgxx` 结果信息: the findings by kind.
    #[derive(Default)]
    pub struct Findings {
        /// 越界: ranges beyond what the unit holds.
        beyond: Vec<Beyond> = any "Yj",
        /// 冲突: ranges that clash with those of others.
        conflicts: Vec<Conflict> = any "Ct",
        /// 未报: ranges that were not reported.
        unreported: Vec<Unreported> = any "Wb",
    }
}

element! {
    /// `Yj` 越界: one range beyond what the unit holds.
    pub struct Beyond {
        /// 越界记录ID: the bureau's id of the record.
        bureau_id: Option<i64> = maybe "Yjjlid" in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip",
        /// 终止IP.
        last: Ipv4Addr = one "Zzip",
        /// 越界类型: see [`concerns`].
        kind: Option<i64> = maybe "Yjlx" in 1..=10,
        /// 越界起始IP: where the part beyond begins.
        first_beyond: Option<Ipv4Addr> = maybe "Yjqsip",
        /// 越界终止IP: where the part beyond ends.
        last_beyond: Option<Ipv4Addr> = maybe "Yjzzip",
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}

element! {
    /// `Ct` 冲突: one range that clashes with another unit's.
    pub struct Conflict {
        /// 冲突记录ID: the bureau's id of our record.
        bureau_id: Option<i64> = maybe "Ctjlid" in ID,
        /// 起始IP1: our range begins.
        first: Ipv4Addr = one "Qsip1",
        /// 终止IP1: our range ends.
        last: Ipv4Addr = one "Zzip1",
        /// 冲突报备单位ID: the other unit.
        other_unit: i64 = one "Ctbbdwid" of FilingUnits in ID,
        /// 起始IP2: the other range begins.
        other_first: Ipv4Addr = one "Qsip2",
        /// 终止IP2: the other range ends.
        other_last: Ipv4Addr = one "Zzip2",
        /// 冲突类型: see [`concerns`].
        kind: Option<i64> = maybe "Ctlx" in 1..=10,
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}

element! {
    /// `Wb` 未报: one range that was not reported.
    pub struct Unreported {
        /// 起始IP.
        first: Ipv4Addr = one "Qsip",
        /// 终止IP.
        last: Ipv4Addr = one "Zzip",
        /// 分配单位: the unit that gave it away.
        allocator: Option<i64> = maybe "Fpdw" of FilingUnits in ID,
        /// 未报类型: see [`concerns`].
        kind: Option<i64> = maybe "Wblx" in 1..=10,
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}
