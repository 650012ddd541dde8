//! Checks of the attachments (附件): format, purpose, what they belong to.

use super::Library;
use crate::codes::base;
use crate::message::upload::xzba::{Attachment, Filing, Owner};

pub(super) fn format_unknown(filing: &Filing, _: &Library<'_>) -> bool {
    filing.attachments.iter().any(|one| !matches!(one.format, Attachment::JPG | Attachment::PNG))
}

pub(super) fn purpose_unknown(filing: &Filing, _: &Library<'_>) -> bool {
    filing.attachments.iter().any(|one| base::name(base::ATTACHMENT_PURPOSES, one.purpose).is_none())
}

/// The subject owns its certificate and its person's; the service owns the rest. Owners are named by our
/// record ids of the same filing.
pub(super) fn owner_does_not_fit(filing: &Filing, _: &Library<'_>) -> bool {
    filing.attachments.iter().any(|one| {
        let kind = match one.purpose {
            Attachment::SUBJECT_CERTIFICATE | Attachment::SUBJECT_PERSON => Owner::SUBJECT,
            _ => Owner::SERVICE,
        };
        let exists = if one.owner.kind == Owner::SUBJECT {
            one.owner.record == filing.subject.record
        } else {
            filing.services.iter().any(|service| service.record == one.owner.record)
        };
        one.owner.kind != kind || !exists
    })
}
