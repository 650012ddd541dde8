//! Attachments (附件): formats, and purposes with what they belong to.

use super::{Extra, Seed, single};
use crate::codes::fixed::AttachmentOwner::{Site, Subject};

/// Attachment formats (附件文件格式, `Fjwjgs`).
pub const ATTACHMENT_FORMATS: &[Seed] = &[single(1, "jpg", "JPEG picture"), single(2, "png", "PNG picture")];

/// Attachment purposes (附件用途, `Fjyt`), each with what it belongs to.
pub const ATTACHMENT_PURPOSES: &[Seed] = &[
    single(1, "真实性核验单", "Verification sheet").with(Extra::Owner(Site)),
    single(2, "主办单位有效证件", "Organiser's certificate").with(Extra::Owner(Subject)),
    single(3, "主体负责人证件", "Certificate of the subject's person in charge").with(Extra::Owner(Subject)),
    single(4, "网站负责人证件", "Certificate of the site's person in charge").with(Extra::Owner(Site)),
    single(5, "核验现场照片", "Photo of the verification").with(Extra::Owner(Site)),
];
