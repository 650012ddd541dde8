//! Events: what happened to an order. The last one alone tells the stage, and each names its jobs.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::stage::{Outcome, Reason, Round, Stage};
use crate::access::Actor;
use crate::account::slugs;
use crate::finding::{FieldOpinion, Finding};
use crate::id::{SnapshotId, UploadId};

/// Something that happened to an order, with the facts of the stage it leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// The order was opened.
    Opened,
    /// The customer submitted.
    Submitted {
        /// The frozen content.
        snapshot: SnapshotId,
        /// Which round follows.
        round: Round,
    },
    /// The automatic check found nothing that blocks.
    CheckPassed {
        /// What was checked.
        snapshot: SnapshotId,
        /// Which round begins.
        round: Round,
        /// What it found nevertheless.
        findings: Vec<Finding>,
    },
    /// The automatic check found what blocks.
    CheckBlocked {
        /// What was checked.
        snapshot: SnapshotId,
        /// The round that was being checked.
        round: Round,
        /// What it found.
        findings: Vec<Finding>,
    },
    /// The customer took the order back (撤销备案).
    Withdrawn,
    /// The customer gave the order up (放弃备案).
    Abandoned,
    /// The reviewer returned it.
    ReturnedByReviewer {
        /// What was reviewed.
        snapshot: SnapshotId,
        /// Field by field.
        opinions: Vec<FieldOpinion>,
        /// 审核意见.
        comment: String,
    },
    /// The reviewer approved it.
    ApprovedByReviewer {
        /// What was approved.
        snapshot: SnapshotId,
        /// 审核意见.
        comment: String,
    },
    /// The reviewer confirmed a claim (认领), which the authority never sees.
    ClaimConfirmed {
        /// What was confirmed.
        snapshot: SnapshotId,
        /// 审核意见.
        comment: String,
    },
    /// The bytes may have left: from here on nothing can be taken back.
    Departed {
        /// What is sent.
        snapshot: SnapshotId,
        /// The file that carries it.
        upload: UploadId,
    },
    /// The authority has it and checks the persons in charge by SMS.
    PhoneCheckStarted {
        /// What was sent.
        snapshot: SnapshotId,
        /// Until when they must answer.
        until: DateTime<Utc>,
    },
    /// The authority has it and reviews.
    ReceivedByAuthority {
        /// What was sent.
        snapshot: SnapshotId,
    },
    /// All persons in charge answered the SMS.
    PhoneCheckPassed {
        /// What was sent.
        snapshot: SnapshotId,
    },
    /// Nobody answered in time: back to the provider.
    PhoneCheckMissed {
        /// What was sent.
        snapshot: SnapshotId,
    },
    /// Too many wrong answers: back to the provider.
    PhoneCheckFailed {
        /// What was sent.
        snapshot: SnapshotId,
    },
    /// The authority refused the whole file that carried it: back to the provider.
    FileRefused {
        /// What was sent.
        snapshot: SnapshotId,
        /// Result codes of the interface.
        codes: Vec<u32>,
        /// The authority's own words.
        words: String,
    },
    /// The authority granted it.
    Granted {
        /// What was granted.
        snapshot: SnapshotId,
        /// Numbers, or done.
        outcome: Outcome,
    },
    /// The authority refused it.
    RefusedByAuthority {
        /// What was refused.
        snapshot: SnapshotId,
        /// Result codes of the interface.
        codes: Vec<u32>,
        /// 审核意见.
        opinion: String,
    },
}

slugs! {
    /// Work that follows an event. Jobs say what to do; all may run twice with the effect of once.
    JobKind {
        /// Gather facts and run the automatic check.
        RunChecks = "run-checks",
        /// Send the filing to the authority.
        Upload = "upload",
        /// Fetch what the authority has for us.
        PollAuthority = "poll-authority",
        /// Apply a fetched file that could not be applied when it came.
        ApplyDownload = "apply-download",
        /// Tell people what happened.
        TellPeople = "tell-people",
        /// Hand one notice to mail or SMS.
        DeliverNotice = "deliver-notice",
        /// See to it that an order goes on when the time of its phone check is over.
        WatchPhoneCheck = "watch-phone-check",
    }
}

impl Event {
    /// The stage the order stands in after this event: the last event alone decides.
    pub fn stage(&self) -> Stage {
        match self.clone() {
            Self::Opened | Self::Withdrawn => Stage::Draft,
            Self::Submitted { snapshot, round } => Stage::Checking { snapshot, round },
            Self::CheckPassed { snapshot, round, .. } => Stage::InReview { snapshot, round },
            Self::CheckBlocked { snapshot, round, findings } => {
                Stage::Returned { snapshot, reason: Reason::Precheck { round, findings } }
            }
            Self::Abandoned => Stage::Abandoned,
            Self::ReturnedByReviewer { snapshot, opinions, comment } => {
                Stage::Returned { snapshot, reason: Reason::Provider { opinions, comment } }
            }
            Self::ApprovedByReviewer { snapshot, .. } => Stage::Sending { snapshot, departed: None },
            Self::ClaimConfirmed { snapshot, .. } => Stage::Filed { snapshot, outcome: Outcome::Done },
            Self::Departed { snapshot, upload } => Stage::Sending { snapshot, departed: Some(upload) },
            Self::PhoneCheckStarted { snapshot, until } => Stage::PhoneCheck { snapshot, until },
            Self::ReceivedByAuthority { snapshot } | Self::PhoneCheckPassed { snapshot } => {
                Stage::WithAuthority { snapshot }
            }
            Self::PhoneCheckMissed { snapshot } => {
                Stage::InReview { snapshot, round: Round::PhoneCheckMissed }
            }
            Self::PhoneCheckFailed { snapshot } => {
                Stage::InReview { snapshot, round: Round::PhoneCheckFailed }
            }
            Self::FileRefused { snapshot, .. } => Stage::InReview { snapshot, round: Round::FileRefused },
            Self::Granted { snapshot, outcome } => Stage::Filed { snapshot, outcome },
            Self::RefusedByAuthority { snapshot, codes, opinion } => {
                Stage::Returned { snapshot, reason: Reason::Authority { codes, opinion } }
            }
        }
    }

    /// The jobs that are queued in the same transaction as the event.
    pub fn jobs(&self) -> &'static [JobKind] {
        use JobKind as J;
        match self {
            Self::Opened | Self::Departed { .. } | Self::Withdrawn | Self::Abandoned => &[],
            Self::Submitted { .. } => &[J::RunChecks],
            Self::ApprovedByReviewer { .. } => &[J::Upload, J::TellPeople],
            Self::PhoneCheckStarted { .. } => &[J::WatchPhoneCheck, J::TellPeople],
            Self::Granted { .. }
            | Self::ClaimConfirmed { .. }
            | Self::CheckPassed { .. }
            | Self::CheckBlocked { .. }
            | Self::ReturnedByReviewer { .. }
            | Self::ReceivedByAuthority { .. }
            | Self::PhoneCheckPassed { .. }
            | Self::PhoneCheckMissed { .. }
            | Self::PhoneCheckFailed { .. }
            | Self::FileRefused { .. }
            | Self::RefusedByAuthority { .. } => &[J::TellPeople],
        }
    }

    /// The stable name of the event, for the journal and translation keys.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Submitted { .. } => "submitted",
            Self::CheckPassed { .. } => "check-passed",
            Self::CheckBlocked { .. } => "check-blocked",
            Self::Withdrawn => "withdrawn",
            Self::Abandoned => "abandoned",
            Self::ReturnedByReviewer { .. } => "returned-by-reviewer",
            Self::ApprovedByReviewer { .. } => "approved-by-reviewer",
            Self::ClaimConfirmed { .. } => "claim-confirmed",
            Self::Departed { .. } => "departed",
            Self::PhoneCheckStarted { .. } => "phone-check-started",
            Self::ReceivedByAuthority { .. } => "received-by-authority",
            Self::PhoneCheckPassed { .. } => "phone-check-passed",
            Self::PhoneCheckMissed { .. } => "phone-check-missed",
            Self::PhoneCheckFailed { .. } => "phone-check-failed",
            Self::FileRefused { .. } => "file-refused",
            Self::Granted { .. } => "granted",
            Self::RefusedByAuthority { .. } => "refused-by-authority",
        }
    }
}

/// An event as it stands in the history: who, when, what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Actor,
    /// What.
    pub event: Event,
}
