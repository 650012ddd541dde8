//! What the authority tells: notices, cancellations, and results that answer no order of ours.

use std::net::Ipv4Addr;

use super::fact::record;
use super::words::{Answered, Asked, Cancelled, Rectify, Report, Reported, ResultCode, Unmatched};

record! {
    /// An order of the authority to put something right (相关通知).
    pub struct AuthorityNotice {
        /// 通知类别.
        about: Rectify = "rectify",
        /// 备案号.
        number: Option<String> = "filing-number",
        /// 记录ID.
        bureau_id: Option<i64> = "bureau-id",
        /// 通知内容.
        text: String = "notice-text",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// Something that was cancelled in the authority's register (注销数据).
    pub struct Cancellation {
        /// 注销类别.
        what: Cancelled = "cancelled",
        /// 记录ID.
        bureau_id: i64 = "bureau-id",
        /// 备案号, where we know it by the record id; it is not told.
        number: Option<String> = "filing-number",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// A result that answers no order of ours as it stands (备案结果).
    pub struct UnmatchedResult {
        /// Why it could not be put to an order.
        why: Unmatched = "unmatched",
        /// What it says.
        answer: Answered = "answered",
        /// 操作类型.
        asked: Option<Asked> = "asked",
        /// Our record that it names (企业侧ID).
        record: Option<i64> = "record",
        /// The authority's record that it names.
        bureau_id: Option<i64> = "bureau-id",
        /// The filing number that it names.
        number: Option<String> = "filing-number",
        /// The file that it names.
        file: Option<String> = "named-file",
        /// 结果明细.
        lines: Vec<ResultLine> = "result-line",
        /// 审核意见.
        opinion: Option<String> = "opinion",
    }
}

record! {
    /// One line of a result (结果明细).
    pub struct ResultLine {
        /// 结果代码.
        code: ResultCode = "result-code",
        /// 代码描述.
        text: Option<String> = "result-text",
        /// 相关数据.
        involved: Vec<InvolvedRange> = "involved-range",
    }
}

record! {
    /// A record that has to do with an error (相关数据).
    pub struct InvolvedRange {
        /// 省系统ID.
        bureau_id: Option<i64> = "bureau-id",
        /// 企业侧ID.
        record: Option<i64> = "record",
        /// 起始IP.
        first: Ipv4Addr = "first-address",
        /// 终止IP.
        last: Ipv4Addr = "last-address",
        /// 备注.
        remark: Option<String> = "remark",
    }
}

record! {
    /// A result of a reported address or domain name (IP备案结果, 域名备案结果).
    pub struct ReportResult {
        /// Which kind of record.
        about: Report = "report",
        /// 操作类型.
        operation: Reported = "reported",
        /// Whether the report was taken.
        taken: bool = "taken",
        /// 企业侧ID.
        record: Option<i64> = "record",
        /// The authority's record id.
        bureau_id: Option<i64> = "bureau-id",
        /// 结果明细.
        lines: Vec<ResultLine> = "result-line",
        /// 备注.
        remark: Option<String> = "remark",
    }
}
