//! What the result lines and opinions of one file mean for each filing they speak of.
//!
//! The interface has no line that says "received" and none about the ministry's phone check (短信核验).
//! An authority that tells nothing leaves a filing waiting until its verdict. The simulator tells more,
//! within the schema: the remark (`Bz`, free text) of a result carries one of the `REMARK_…` texts.

use super::about::{About, RecordKind};
use super::{ResultLine, Results, Review, operation};
use crate::codes::result;

/// Remark: the codes of the phone check were sent (simulator convention).
pub const REMARK_PHONE_CHECK_STARTED: &str = "短信核验：已发送";
/// Remark: everyone passed the phone check (simulator convention).
pub const REMARK_PHONE_CHECK_DONE: &str = "短信核验：已通过";
/// Remark: returned because of wrong entries in the phone check (simulator convention).
pub const REMARK_PHONE_CHECK_FAILED: &str = "短信核验：核验失败";
/// Remark: returned because the phone check was not done in time (simulator convention).
pub const REMARK_PHONE_CHECK_MISSED: &str = "短信核验：逾期未核验";

/// One thing that became known about one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Which request.
    pub about: About,
    /// 操作类型: see [`operation`]; absent if the authority left it out.
    pub operation: Option<i64>,
    /// What happened to it.
    pub kind: OutcomeKind,
    /// The result lines as they came.
    pub lines: Vec<ResultLine>,
}

impl Outcome {
    /// Our subject record id, if that is what the outcome names, or may be what it names.
    pub fn record(&self) -> Option<i64> {
        match &self.about {
            About::Ours(RecordKind::Subject, record) | About::Record(record) => Some(*record),
            About::Ours(RecordKind::Service | RecordKind::Access, _)
            | About::Bureaus(_, _)
            | About::Number(_)
            | About::File(_) => None,
        }
    }
}

/// What happened to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutcomeKind {
    /// 受理: read and found in order; no verdict yet.
    Received {
        /// The ministry has texted the persons in charge.
        phone_check: bool,
    },
    /// Everyone passed the phone check; the bureau reviews now.
    PhoneCheckDone,
    /// 短信核验 not passed; the same content may be sent again.
    PhoneCheckFailed {
        /// True: not done in time. False: wrong entries.
        missed: bool,
    },
    /// 审核通过.
    Granted {
        /// 审核意见.
        opinion: Option<String>,
    },
    /// Refused by the system's own checks or by the bureau (审核拒绝).
    Refused {
        /// The codes that speak against it, see [`crate::codes`].
        codes: Vec<i64>,
        /// 审核意见, when a person decided.
        opinion: Option<String>,
    },
}

impl Results {
    /// Everything this document says, one outcome per request. Result lines and opinions that name the same
    /// request in the same way are joined; each may also stand alone. Where they may name it differently (a
    /// number here, a record there) they stay apart: whoever holds the register knows which belong together.
    pub fn outcomes(&self) -> Vec<Outcome> {
        let mut reviews: Vec<Option<&Review>> = self.reviews.iter().map(Some).collect();
        let mut outcomes = Vec::new();
        let alone = self.results.len() == 1;
        for result in &self.results {
            let about = About::named(result);
            let review = reviews
                .iter_mut()
                .find(|review| review.is_some_and(|review| belongs(review, &about, result.operation, alone)))
                .and_then(Option::take);
            outcomes.push(Outcome {
                about,
                operation: Some(result.operation),
                kind: kind(&result.lines, result.remark.as_deref(), review),
                lines: result.lines.clone(),
            });
        }
        for review in reviews.into_iter().flatten() {
            let about = review.record.map(|record| About::reviewed(review.operation, record));
            outcomes.push(Outcome {
                about: about.unwrap_or(About::File(None)),
                operation: review.operation,
                kind: kind(&[], None, Some(review)),
                lines: Vec::new(),
            });
        }
        outcomes
    }
}

/// True if an opinion speaks of the same request as a result. One that names no record can only belong to a
/// lone result that names none either.
fn belongs(review: &Review, about: &About, asked: i64, alone: bool) -> bool {
    let same = match (about, review.record) {
        (About::Number(_) | About::File(_), None) => alone,
        (About::Number(_) | About::File(_), Some(_))
        | (About::Ours(..) | About::Bureaus(..) | About::Record(_), None) => false,
        (About::Ours(..) | About::Bureaus(..) | About::Record(_), Some(record)) => {
            About::reviewed(Some(asked), record) == *about
        }
    };
    same && review.operation.is_none_or(|operation| operation == asked)
}

fn kind(lines: &[ResultLine], remark: Option<&str>, review: Option<&Review>) -> OutcomeKind {
    let remarked = |text: &str| remark.is_some_and(|remark| remark.contains(text));
    let opinion = review.and_then(|review| review.opinion.clone());
    if remarked(REMARK_PHONE_CHECK_FAILED) {
        return OutcomeKind::PhoneCheckFailed { missed: false };
    }
    if remarked(REMARK_PHONE_CHECK_MISSED) {
        return OutcomeKind::PhoneCheckFailed { missed: true };
    }
    let against: Vec<i64> =
        lines.iter().map(|line| line.code).filter(|code| !result::is_success(*code)).collect();
    let granted = match review {
        Some(review) => review.verdict == 1,
        None => lines.iter().any(|line| line.code == result::APPROVED) && against.is_empty(),
    };
    if granted {
        OutcomeKind::Granted { opinion }
    } else if review.is_some() || !against.is_empty() {
        OutcomeKind::Refused { codes: against, opinion }
    } else if remarked(REMARK_PHONE_CHECK_DONE) {
        OutcomeKind::PhoneCheckDone
    } else {
        OutcomeKind::Received { phone_check: remarked(REMARK_PHONE_CHECK_STARTED) }
    }
}

impl Outcome {
    /// True if this answers a new filing (新增备案).
    pub fn is_new_filing(&self) -> bool {
        self.operation == Some(operation::NEW_FILING)
    }
}
