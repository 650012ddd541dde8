//! Blocks that several documents share, field for field and limit for limit. Where a document differs in one
//! of them, it has its own.

pub mod attachment;
pub mod service;
pub mod subject;

use crate::element::element;
use crate::value::{Blob, CODE};

element! {
    /// 前置审批: a permission another ministry gives before filing.
    pub struct Approval {
        /// 内容类型ID: which kind of content.
        kind: i64 = one "Nrlx_id" of Approvals in CODE,
        /// 前置审批号: number of the permission.
        number: String = one "Qzsph" in 1..=512,
        /// 审批文件: scans (JPG, at most 100 KB each).
        scans: Vec<Blob> = many "Spwj"; 10,
    }
}
