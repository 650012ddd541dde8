//! What attachments of filed subjects and services belong to.

use crate::message::parts::attachment::{FiledOwner, OwnerIdentifier};
use crate::simulator::checks::Library;
use crate::simulator::checks::content::Content;
use crate::simulator::register::FiledSubject;

/// 核验单不符.
pub(super) const ELSEWHERE: i64 = 1055;
/// 主体不存在.
const NO_SUBJECT: i64 = 1058;
/// 网站不存在.
const NO_SERVICE: i64 = 1059;

/// Codes for attachments that belong to something else than the subject, or to nothing that is filed.
pub(super) fn against(content: &Content<'_>, subject: &FiledSubject, library: &Library<'_>) -> Vec<i64> {
    let owners = content.attachments.iter().filter_map(|one| Some((one.owner_kind, one.owner?)));
    let codes = owners.filter_map(|(kind, owner)| match owner_of(kind, owner, library) {
        Ok(holder) if holder.bureau_id() == subject.bureau_id() => None,
        Ok(_) => Some(ELSEWHERE),
        Err(code) => Some(code),
    });
    codes.collect()
}

/// The subject that owns an attachment, itself or through one of its services.
pub(super) fn owner_of<'l>(
    kind: i64,
    owner: &OwnerIdentifier,
    library: &Library<'l>,
) -> Result<&'l FiledSubject, i64> {
    let state = library.state;
    if kind == FiledOwner::SUBJECT {
        let found = match owner {
            OwnerIdentifier::Record(id) => state.subjects.get(id),
            OwnerIdentifier::Number(number) => state.with_subject_number(number),
        };
        return found.ok_or(NO_SUBJECT);
    }
    let found = match owner {
        OwnerIdentifier::Record(id) => state.with_service(*id),
        OwnerIdentifier::Number(number) => state.with_service_number(number),
    };
    found.map(|(subject, _)| subject).ok_or(NO_SERVICE)
}
