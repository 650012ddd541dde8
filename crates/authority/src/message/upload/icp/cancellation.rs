//! ZXBA 注销备案: cancellations of subjects, services and accesses.

use crate::element::element;
use crate::value::ID;

element! {
    /// `ZXBA` 注销备案.
    pub struct Cancellation {
        /// 注销信息.
        requests: Vec<Request> = many "Zx_xx"; 1000,
    }
}

element! {
    /// `Zx_xx` 注销信息: one cancellation.
    pub struct Request {
        /// 注销类别: [`Request::SUBJECT`], [`Request::SERVICE`] or [`Request::ACCESS`].
        kind: i64 = one "Zxlb" in 0..=2,
        /// 记录ID: the bureau's id of what is cancelled.
        bureau_id: i64 = one "Jlid" in ID,
        /// 注销理由.
        reason: i64 = one "Zxly" of CancelReasons in 1..=999,
        /// 注销理由备注: the reason in words.
        remark: Option<String> = maybe "Zxlybz" in 1..=1000,
        /// ICP备案密码: filing password as MD5 in hexadecimal text; required to cancel a subject
        /// (code 1018).
        password: Option<String> = maybe "ICPmm" in 1..=32,
    }
}

impl Request {
    /// 注销主体: with everything below it.
    pub const SUBJECT: i64 = 0;
    /// 注销网站.
    pub const SERVICE: i64 = 1;
    /// 取消接入.
    pub const ACCESS: i64 = 2;
}
