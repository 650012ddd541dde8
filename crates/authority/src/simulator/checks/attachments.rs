//! Checks of the attachments (附件): format, purpose, size, what they belong to.

use super::Library;
use super::content::Content;
use crate::codes::Table;
use crate::message::upload::xzba::Attachment;

/// A picture may have so many bytes (附件: 100 KB).
const MAX_PICTURE: usize = 100 * 1024;
/// A verification sheet may have so many (真实性核验单: 150 KB).
const MAX_SHEET: usize = 150 * 1024;

pub(super) fn format_unknown(content: &Content<'_>, library: &Library<'_>) -> bool {
    content.attachments.iter().any(|one| !library.knows(Table::AttachmentFormats, one.format))
}

pub(super) fn purpose_unknown(content: &Content<'_>, library: &Library<'_>) -> bool {
    content.attachments.iter().any(|one| !library.knows(Table::AttachmentPurposes, one.purpose))
}

pub(super) fn too_large(content: &Content<'_>, _: &Library<'_>) -> bool {
    content.attachments.iter().any(|one| {
        let most = if one.purpose == Attachment::VERIFICATION_SHEET { MAX_SHEET } else { MAX_PICTURE };
        one.bytes > most
    })
}

/// The table of purposes says whether an attachment belongs to the subject or to a service; a purpose that is
/// not in it fits nothing but has a code of its own.
pub(super) fn owner_does_not_fit(content: &Content<'_>, library: &Library<'_>) -> bool {
    content.attachments.iter().any(|one| {
        let owner = library.tables.attachment_owner(one.purpose);
        !one.owner_there || owner.is_some_and(|owner| owner.value() != one.owner_kind)
    })
}
