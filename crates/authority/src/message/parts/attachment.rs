//! Attachments (附件) of what is filed already: their owner is named by id or by number.

use crate::element::{choice, element};
use crate::value::{Blob, ID};

element! {
    /// `Fjxx` 附件信息: one attached picture. Formats and purposes are those of
    /// [`Attachment`](crate::message::upload::icp::new_filing::Attachment).
    pub struct FiledAttachment {
        /// 附件文件格式.
        format: i64 = one "Fjwjgs" of AttachmentFormats in ID,
        /// 附件用途.
        purpose: i64 = one "Fjyt" of AttachmentPurposes in ID,
        /// 附件内容: at most 150 KB for the verification sheet, 100 KB for the others.
        content: Blob = one "Fjnr",
        /// 附件所属对象.
        owner: FiledOwner = one "Fjssdx",
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=256,
    }
}

element! {
    /// `Fjssdx` 附件所属对象: what an attachment belongs to.
    pub struct FiledOwner {
        /// 所属对象类型: [`FiledOwner::SUBJECT`] or [`FiledOwner::SERVICE`].
        kind: i64 = one "Ssdxlx" in 1..=10,
        /// 所属对象标识.
        identifier: OwnerIdentifier = one "Ssdxbs",
    }
}

impl FiledOwner {
    /// 主体.
    pub const SUBJECT: i64 = 1;
    /// 网站.
    pub const SERVICE: i64 = 2;
}

choice! {
    /// `Ssdxbs` 所属对象标识.
    pub enum OwnerIdentifier {
        /// 记录ID: the bureau's id of the subject or the service; our id of a service that is new (XZWZ).
        Record(i64) = "Jlid" in ID,
        /// 备案号: filing number of the subject or the service.
        Number(String) = "Baxh" in 1..=128,
    }
}
