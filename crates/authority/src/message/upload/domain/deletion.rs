//! SCBA 删除域名备案: domains that were reported and are no longer held.

use crate::element::{choice, element};
use crate::value::ID;

element! {
    /// `SCBA` 删除域名备案.
    pub struct Deletion {
        /// 删除信息: one entry per domain.
        domains: Vec<ReportedDomain> = many "Scxx"; 1000,
    }
}

choice! {
    /// `Scxx` 删除信息: which domain.
    pub enum ReportedDomain {
        /// 省系统ID: the bureau's record id.
        BureauId(i64) = "Id" in ID,
        /// 域名.
        Name(String) = "Ym" in 4..=255,
    }
}
