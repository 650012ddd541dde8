//! BAJG 备案结果: the authority's answers to reported domain names.

use crate::element::element;
use crate::message::download::reported::ReportOutcome;
use crate::value::ID;

/// The code that says that a record was taken; every other speaks against it.
const TAKEN: i64 = 3998;

element! {
    /// `BAJG` 备案结果.
    pub struct Results {
        /// 结果信息: one per domain, in document order.
        results: Vec<DomainResult> = many "Jg_xx",
    }
}

element! {
    /// `Jg_xx` 结果信息: the result of one domain.
    pub struct DomainResult {
        /// 结果明细.
        lines: Vec<ResultLine> = many "Jgxx",
        /// 部系统ID: the ministry's record id; absent when an addition failed.
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
        /// 代码描述; may be empty.
        text: String = one "Dmms" in 0..=255,
        /// 结果代码: see [`crate::codes`].
        code: i64 = one "Jgdm" in ID,
    }
}

impl Results {
    /// Everything this document says, one outcome per domain, in document order.
    pub fn outcomes(&self) -> Vec<ReportOutcome> {
        self.results.iter().map(DomainResult::outcome).collect()
    }
}

impl DomainResult {
    fn outcome(&self) -> ReportOutcome {
        ReportOutcome {
            record: self.record,
            bureau_id: self.bureau_id,
            operation: self.operation,
            against: self.lines.iter().map(|line| line.code).filter(|code| *code != TAKEN).collect(),
        }
    }
}
