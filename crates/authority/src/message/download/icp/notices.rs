//! XGTZ 相关通知: orders of the bureau to put something right.

use crate::element::element;
use crate::value::ID;

/// 通知类别: what is to be put right.
pub mod rectify {
    /// 主体整改: the subject.
    pub const SUBJECT: i64 = 0;
    /// 网站整改: the service.
    pub const SERVICE: i64 = 1;
}

element! {
    /// `XGTZ` 相关通知.
    pub struct Notices {
        /// 通知信息.
        notices: Vec<Notice> = many "Tzxx",
    }
}

element! {
    /// `Tzxx` 通知信息: one notice.
    pub struct Notice {
        /// 通知类别: see [`rectify`].
        kind: i64 = one "Tzlb" in 0..=1,
        /// 备案号: filing number of the subject or service, according to the kind.
        number: Option<String> = maybe "Baxh" in 1..=128,
        /// 记录ID: the bureau's id of the subject or service, according to the kind.
        bureau_id: Option<i64> = maybe "Jlid" in ID,
        /// 通知内容.
        text: String = one "Tznr" in 1..=255,
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}
