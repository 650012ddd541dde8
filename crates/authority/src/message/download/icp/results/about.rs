//! Which request an answer speaks of: the interface names it differently for every kind of request.

use super::{RequestResult, operation};

/// Which kind of record an id belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordKind {
    /// 主体.
    Subject,
    /// 网站.
    Service,
    /// 接入.
    Access,
}

/// What an outcome speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// 企业侧ID: a record of ours, by the id that we gave it (`IspZtid`, `IspWzid`, `IspJrid`).
    Ours(RecordKind, i64),
    /// A record of the bureau, by the id that it gave it (`Ztid`, `Wzid`, `Jrid`). Verification material may
    /// belong to a subject or to a service; then the kind is not told.
    Bureaus(Option<RecordKind>, i64),
    /// A record by an id of which is not told whose it is, since the kind of request was left out or is
    /// unknown.
    Record(i64),
    /// 备案号: a filing number, of a subject or of a service.
    Number(String),
    /// A whole uploaded file; the name if the authority gave one.
    File(Option<String>),
}

impl About {
    /// What a result speaks of by its 标识 (`Bs`): our subject record for a new filing, the number or the
    /// bureau's id of the subject for a new service, the number of the service or our access record for a new
    /// access, else the number or the bureau's id that the request named. Without it, a whole file.
    pub fn named(result: &RequestResult) -> Self {
        let Some(reference) = result.reference.as_deref().map(str::trim) else {
            return Self::File(result.lines.iter().find_map(|line| line.text.clone()));
        };
        let Ok(id) = reference.parse() else { return Self::Number(reference.to_owned()) };
        match result.operation {
            operation::NEW_FILING => Self::Ours(RecordKind::Subject, id),
            operation::NEW_SERVICE => Self::Bureaus(Some(RecordKind::Subject), id),
            operation::NEW_ACCESS => Self::Ours(RecordKind::Access, id),
            other => Self::of_the_bureau(other, id),
        }
    }

    /// What an opinion on a kind of request speaks of by its 记录ID (`Jlid`): our subject, service or access
    /// record for what is new, else the bureau's id of what was to be changed or cancelled.
    pub fn reviewed(asked: Option<i64>, id: i64) -> Self {
        match asked {
            None => Self::Record(id),
            Some(operation::NEW_FILING) => Self::Ours(RecordKind::Subject, id),
            Some(operation::NEW_SERVICE) => Self::Ours(RecordKind::Service, id),
            Some(operation::NEW_ACCESS) => Self::Ours(RecordKind::Access, id),
            Some(other) => Self::of_the_bureau(other, id),
        }
    }

    fn of_the_bureau(asked: i64, id: i64) -> Self {
        match asked {
            operation::CHANGE | operation::CANCEL_SUBJECT => Self::Bureaus(Some(RecordKind::Subject), id),
            operation::CANCEL_ACCESS => Self::Bureaus(Some(RecordKind::Access), id),
            operation::CANCEL_SERVICE => Self::Bureaus(Some(RecordKind::Service), id),
            operation::VERIFICATION_ONLY => Self::Bureaus(None, id),
            _ => Self::Record(id),
        }
    }
}
