//! XZHYD 新增核验单: verification material that comes without another request.

use crate::element::element;
use crate::message::parts::attachment::FiledAttachment;

element! {
    /// `XZHYD` 新增核验单.
    pub struct VerificationMaterial {
        /// 附件信息; without the wrapper that the other documents put around each.
        attachments: Vec<FiledAttachment> = many "Fjxx"; 1000,
    }
}
