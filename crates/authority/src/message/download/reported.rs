//! What the results of reported records, addresses and domain names alike, mean for each record.

/// 操作类型: which kind of report a result answers.
pub mod operation {
    /// 新增.
    pub const ADD: i64 = 1;
    /// 修改.
    pub const CHANGE: i64 = 2;
    /// 删除.
    pub const REMOVE: i64 = 3;
}

/// What became of one reported record. Additions name our record, and the authority's once they succeeded;
/// changes and removals name the authority's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportOutcome {
    /// 企业侧ID: our record id.
    pub record: Option<i64>,
    /// 省系统ID / 部系统ID: the authority's record id.
    pub bureau_id: Option<i64>,
    /// 操作类型: see [`operation`].
    pub operation: i64,
    /// The codes that speak against it, in the order they came; none if it succeeded.
    pub against: Vec<i64>,
}

impl ReportOutcome {
    /// True if the report was taken.
    pub fn is_success(&self) -> bool {
        self.against.is_empty()
    }
}
