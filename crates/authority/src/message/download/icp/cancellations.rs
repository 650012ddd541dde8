//! ZXSJ 注销数据: what was cancelled in the register.

use crate::element::element;
use crate::value::ID;

/// 注销类别: what was cancelled.
pub mod cancelled {
    /// 主体: a subject with all its services.
    pub const SUBJECT: i64 = 0;
    /// 网站: a service.
    pub const SERVICE: i64 = 1;
    /// 取消接入: an access; outside the schema's own range.
    pub const ACCESS: i64 = 2;
}

element! {
    /// `ZXSJ` 注销数据.
    pub struct Cancellations {
        /// 注销信息.
        cancellations: Vec<Cancellation> = many "Zxxx",
    }
}

element! {
    /// `Zxxx` 注销信息: one cancellation.
    pub struct Cancellation {
        /// 注销类别: see [`cancelled`]. The schema ends at 1; the texts of the interface know 2.
        kind: i64 = one "Zxlb" also 2 in 0..=1,
        /// 记录ID: the bureau's id of the subject, service or access, according to the kind.
        bureau_id: i64 = one "Jlid" in ID,
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}
