//! The life of an order: the one function that decides what a command leads to, from where.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "each function lists what is allowed; a stage that is not listed refuses, also one added later"
)]

use serde::{Deserialize, Serialize};

use super::command::{Command, PhoneCheckResult, Receipt, Verdict};
use super::event::Event;
use super::kind::OrderKind;
use super::stage::{Reason, Round, Stage, StageName};
use crate::account::slugs;
use crate::finding::Finding;
use crate::id::SnapshotId;

slugs! {
    /// Why an order cannot do what was asked.
    WhyNot {
        /// The order does not stand where this can be done.
        NotNow = "not-now",
        /// The order has ended.
        Ended = "ended",
        /// The authority has it: nothing can be edited or taken back.
        WithAuthority = "with-authority",
        /// The bytes have left or are leaving.
        AlreadyLeft = "already-left",
        /// Cancelling orders are abandoned, not withdrawn.
        CancellingOrder = "cancelling-order",
        /// Returning needs at least one opinion or comment.
        NothingSaid = "nothing-said",
        /// The result is about an earlier submission.
        OtherSnapshot = "other-snapshot",
        /// This kind of order never goes to the authority.
        NeverSent = "never-sent",
        /// This kind of order has no phone check.
        NoPhoneCheck = "no-phone-check",
    }
}

/// A refusal: understood, but a rule says no. Tells what was asked, where the order stands, and why not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("{command} refused while {stage}: {why}")]
pub struct Refusal {
    /// What was asked.
    pub command: String,
    /// Where the order stands.
    pub stage: StageName,
    /// Why not.
    pub why: WhyNot,
}

/// Decides what `command` leads to for an order of `kind` that stands at `stage`.
///
/// Pure: the same arguments give the same event for ever. Rights are decided before, by
/// [`crate::access::may_on`].
pub fn decide(kind: OrderKind, stage: &Stage, command: Command) -> Result<Event, Refusal> {
    let slug = command.slug();
    let refuse = |why| Err(Refusal { command: slug.into(), stage: stage.name(), why });
    let decided = match command {
        Command::Submit { snapshot } => submit(stage, snapshot),
        Command::Withdraw => withdraw(kind, stage),
        Command::Abandon => abandon(kind, stage),
        Command::RecordCheck { snapshot, findings } => record_check(stage, snapshot, findings),
        Command::Approve { comment } => approve(kind, stage, comment),
        Command::Return { opinions, comment } => match stage {
            _ if opinions.is_empty() && comment.trim().is_empty() => Err(WhyNot::NothingSaid),
            Stage::InReview { snapshot, .. } => {
                Ok(Event::ReturnedByReviewer { snapshot: *snapshot, opinions, comment })
            }
            other => Err(not_now(other)),
        },
        Command::RecordDeparture { upload } => match stage {
            _ if !kind.reaches_authority() => Err(WhyNot::NeverSent),
            Stage::Sending { snapshot, departed: None } => {
                Ok(Event::Departed { snapshot: *snapshot, upload })
            }
            Stage::Sending { departed: Some(_), .. } => Err(WhyNot::AlreadyLeft),
            other => Err(not_now(other)),
        },
        Command::RecordReceipt(receipt) => record_receipt(kind, stage, receipt),
        Command::RecordPhoneCheck(result) => record_phone_check(stage, result),
        Command::RecordFileRefusal { codes, words } => record_file_refusal(stage, codes, words),
        Command::RecordVerdict(verdict) => record_verdict(stage, verdict),
    };
    decided.or_else(refuse)
}

/// Why nothing of the kind can be done at this stage, in the words that help most.
fn not_now(stage: &Stage) -> WhyNot {
    match stage {
        Stage::Filed { .. } | Stage::Abandoned => WhyNot::Ended,
        Stage::PhoneCheck { .. } | Stage::WithAuthority { .. } => WhyNot::WithAuthority,
        Stage::Sending { departed: Some(_), .. } => WhyNot::AlreadyLeft,
        Stage::Draft
        | Stage::Checking { .. }
        | Stage::InReview { .. }
        | Stage::Returned { .. }
        | Stage::Sending { departed: None, .. } => WhyNot::NotNow,
    }
}

fn submit(stage: &Stage, snapshot: SnapshotId) -> Result<Event, WhyNot> {
    match stage {
        Stage::Draft => Ok(Event::Submitted { snapshot, round: Round::First }),
        Stage::Returned { reason, .. } => {
            // What only the machine has seen since is no new round to the reviewer.
            let round = match reason {
                Reason::Precheck { round, .. } => *round,
                Reason::Provider { .. } | Reason::Authority { .. } => Round::Resubmitted,
            };
            Ok(Event::Submitted { snapshot, round })
        }
        other => Err(not_now(other)),
    }
}

fn withdraw(kind: OrderKind, stage: &Stage) -> Result<Event, WhyNot> {
    match stage {
        Stage::InReview { .. } | Stage::Checking { .. } | Stage::Sending { departed: None, .. } => {
            if kind.cancels() { Err(WhyNot::CancellingOrder) } else { Ok(Event::Withdrawn) }
        }
        other => Err(not_now(other)),
    }
}

fn abandon(kind: OrderKind, stage: &Stage) -> Result<Event, WhyNot> {
    match stage {
        Stage::Draft | Stage::Returned { .. } => Ok(Event::Abandoned),
        // A cancelling order cannot go back to a draft, so it is abandoned from where it stands.
        Stage::Checking { .. } | Stage::InReview { .. } | Stage::Sending { departed: None, .. }
            if kind.cancels() =>
        {
            Ok(Event::Abandoned)
        }
        other => Err(not_now(other)),
    }
}

fn record_check(stage: &Stage, checked: SnapshotId, findings: Vec<Finding>) -> Result<Event, WhyNot> {
    match stage {
        Stage::Checking { snapshot, .. } if *snapshot != checked => Err(WhyNot::OtherSnapshot),
        Stage::Checking { snapshot, round } => {
            if findings.iter().any(Finding::blocks) {
                Ok(Event::CheckBlocked { snapshot: *snapshot, round: *round, findings })
            } else {
                Ok(Event::CheckPassed { snapshot: *snapshot, round: *round, findings })
            }
        }
        other => Err(not_now(other)),
    }
}

fn approve(kind: OrderKind, stage: &Stage, comment: String) -> Result<Event, WhyNot> {
    match stage {
        Stage::InReview { snapshot, .. } if kind.reaches_authority() => {
            Ok(Event::ApprovedByReviewer { snapshot: *snapshot, comment })
        }
        Stage::InReview { snapshot, .. } => Ok(Event::ClaimConfirmed { snapshot: *snapshot, comment }),
        other => Err(not_now(other)),
    }
}

fn record_receipt(kind: OrderKind, stage: &Stage, receipt: Receipt) -> Result<Event, WhyNot> {
    match (stage, receipt) {
        (Stage::Sending { departed: Some(_), .. }, Receipt::PhoneCheck { .. }) if !kind.has_phone_check() => {
            Err(WhyNot::NoPhoneCheck)
        }
        (Stage::Sending { snapshot, departed: Some(_) }, Receipt::PhoneCheck { until }) => {
            Ok(Event::PhoneCheckStarted { snapshot: *snapshot, until })
        }
        (Stage::Sending { snapshot, departed: Some(_) }, Receipt::Review) => {
            Ok(Event::ReceivedByAuthority { snapshot: *snapshot })
        }
        (other, _) => Err(not_now(other)),
    }
}

fn record_phone_check(stage: &Stage, result: PhoneCheckResult) -> Result<Event, WhyNot> {
    match stage {
        Stage::PhoneCheck { snapshot, .. } => {
            let snapshot = *snapshot;
            Ok(match result {
                PhoneCheckResult::Passed => Event::PhoneCheckPassed { snapshot },
                PhoneCheckResult::Missed => Event::PhoneCheckMissed { snapshot },
                PhoneCheckResult::Failed => Event::PhoneCheckFailed { snapshot },
            })
        }
        other => Err(not_now(other)),
    }
}

/// What comes back with its file is as it was: the reviewer sends it again or returns it.
fn record_file_refusal(stage: &Stage, codes: Vec<u32>, words: String) -> Result<Event, WhyNot> {
    match stage {
        Stage::Sending { snapshot, departed: Some(_) }
        | Stage::PhoneCheck { snapshot, .. }
        | Stage::WithAuthority { snapshot } => Ok(Event::FileRefused { snapshot: *snapshot, codes, words }),
        other => Err(not_now(other)),
    }
}

fn record_verdict(stage: &Stage, verdict: Verdict) -> Result<Event, WhyNot> {
    match stage {
        // A verdict also proves the receipt whose reply was lost, and the phone check nobody reported.
        Stage::Sending { snapshot, departed: Some(_) }
        | Stage::PhoneCheck { snapshot, .. }
        | Stage::WithAuthority { snapshot } => {
            let snapshot = *snapshot;
            Ok(match verdict {
                Verdict::Granted(outcome) => Event::Granted { snapshot, outcome },
                Verdict::Refused { codes, opinion } => Event::RefusedByAuthority { snapshot, codes, opinion },
            })
        }
        other => Err(not_now(other)),
    }
}
