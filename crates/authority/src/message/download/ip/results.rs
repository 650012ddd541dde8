//! BAJG 备案结果: the authority's answers to reported addresses.

use std::net::Ipv4Addr;

use crate::element::element;
use crate::message::download::reported::ReportOutcome;
use crate::value::ID;

/// The code that says that a record was taken; every other speaks against it.
const TAKEN: i64 = 2998;

element! {
    /// `BAJG` 备案结果: results by the kind of record, in document order.
    #[derive(Default)]
    pub struct Results {
        /// 来源结果: sources.
        sources: Vec<RecordResult> = any "Lyjg",
        /// 分配结果: allocations.
        allocations: Vec<RecordResult> = any "Fpjg",
        /// 广播接收结果: broadcasts.
        broadcasts: Vec<RecordResult> = any "Gbjs",
        /// 自带IP结果: addresses that customers bring along.
        own: Vec<RecordResult> = any "Zdip",
    }
}

element! {
    /// The result of one record.
    pub struct RecordResult {
        /// 结果明细.
        lines: Vec<ResultLine> = many "Jgxx",
        /// 省系统ID: the bureau's record id; absent when an addition failed.
        bureau_id: Option<i64> = maybe "Id" in ID,
        /// 操作类型: see [`operation`](crate::message::download::reported::operation).
        operation: i64 = one "Czlx" in 1..=3,
        /// 企业侧ID: our record id; given for additions.
        record: Option<i64> = maybe "IspId" in ID,
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}

element! {
    /// `Jgxx` 结果明细: one result line.
    pub struct ResultLine {
        /// 结果代码: see [`crate::codes`].
        code: i64 = one "Jgdm" in ID,
        /// 代码描述.
        text: String = one "Dmms" in 1..=255,
        /// 相关数据: the records it is about.
        involved: Vec<InvolvedRange> = any "Xgsj",
    }
}

element! {
    /// `Xgsj` 相关数据: a record that has to do with an error.
    pub struct InvolvedRange {
        /// 省系统ID: the bureau's record id.
        bureau_id: Option<i64> = maybe "Id" in ID,
        /// 企业侧ID: our record id.
        record: Option<i64> = maybe "IspId" in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip",
        /// 终止IP.
        last: Ipv4Addr = one "Zzip",
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}

/// Which kind of record a result is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IpRecord {
    /// 来源: where addresses come from.
    Source,
    /// 分配: who was given them.
    Allocation,
    /// 广播接收: who announces them.
    Broadcast,
    /// 自带IP: addresses that a customer brought along.
    Own,
}

impl Results {
    /// Everything this document says, one outcome per record, in document order.
    pub fn outcomes(&self) -> Vec<(IpRecord, ReportOutcome)> {
        let lists = [
            (IpRecord::Source, &self.sources),
            (IpRecord::Allocation, &self.allocations),
            (IpRecord::Broadcast, &self.broadcasts),
            (IpRecord::Own, &self.own),
        ];
        let each = lists.into_iter().flat_map(|(kind, results)| results.iter().map(move |one| (kind, one)));
        each.map(|(kind, result)| (kind, result.outcome())).collect()
    }
}

impl RecordResult {
    fn outcome(&self) -> ReportOutcome {
        ReportOutcome {
            record: self.record,
            bureau_id: self.bureau_id,
            operation: self.operation,
            against: self.lines.iter().map(|line| line.code).filter(|code| *code != TAKEN).collect(),
        }
    }
}
