//! BAJG 备案结果: the authority's answers, and what each of them means for a filing.

mod about;
mod outcome;

pub use about::{About, RecordKind};
pub use outcome::{
    Outcome, OutcomeKind, REMARK_PHONE_CHECK_DONE, REMARK_PHONE_CHECK_FAILED, REMARK_PHONE_CHECK_MISSED,
    REMARK_PHONE_CHECK_STARTED,
};

use crate::element::element;
use crate::value::{ID, WireTime};

/// 操作类型: which kind of request a result answers.
pub mod operation {
    /// 新增备案.
    pub const NEW_FILING: i64 = 1;
    /// 新增网站.
    pub const NEW_SERVICE: i64 = 2;
    /// 新增接入.
    pub const NEW_ACCESS: i64 = 3;
    /// 变更.
    pub const CHANGE: i64 = 4;
    /// 取消接入.
    pub const CANCEL_ACCESS: i64 = 5;
    /// 注销主体.
    pub const CANCEL_SUBJECT: i64 = 6;
    /// 注销网站.
    pub const CANCEL_SERVICE: i64 = 7;
    /// 单独核验材料; outside the schema's own range, which ends at 7.
    pub const VERIFICATION_ONLY: i64 = 35;
}

element! {
    /// `BAJG` 备案结果.
    pub struct Results {
        /// 结果信息: one per request, in document order.
        results: Vec<RequestResult> = any "Jg_xx",
        /// 管局审核: opinions of the bureau.
        reviews: Vec<Review> = inside_maybe "GJSHS" / "Gjsh",
    }
}

element! {
    /// `Jg_xx` 结果信息: the result of one request.
    pub struct RequestResult {
        /// 结果明细.
        lines: Vec<ResultLine> = many "Jgxx",
        /// 操作类型: see [`operation`].
        operation: i64 = one "Czlx" also 35 in 1..=7,
        /// 标识: which request; see [`About::named`].
        reference: Option<String> = maybe "Bs" in 1..=255,
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}

element! {
    /// `Jgxx` 结果明细: one result line.
    pub struct ResultLine {
        /// 结果代码: see [`crate::codes`].
        code: i64 = one "Jgdm" in ID,
        /// 代码描述: the authority's own words, or the file name for errors of a whole file.
        text: Option<String> = maybe "Dmms" in 1..=255,
    }
}

element! {
    /// `Gjsh` 管局审核: one opinion of the bureau.
    pub struct Review {
        /// 审核人姓名.
        reviewer: Option<String> = maybe "Shrxm" in 1..=128,
        /// 审核人电话.
        reviewer_phone: Option<String> = maybe "Shr_dhhm" in 11..=128,
        /// 审核时间.
        reviewed: WireTime = one "Shsj",
        /// 审核意见.
        opinion: Option<String> = maybe "Shyj" in 1..=1024,
        /// 审核结果: 0 refused, 1 approved.
        verdict: i64 = one "Shjg" in 0..=1,
        /// 操作类型: see [`operation`].
        operation: Option<i64> = maybe "Czlx" also 35 in 1..=7,
        /// 记录ID: which request; see [`About::reviewed`].
        record: Option<i64> = maybe "Jlid" in ID,
    }
}
