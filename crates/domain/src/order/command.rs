//! Commands: everything that can be asked of an order.

use chrono::{DateTime, Utc};

use super::stage::Outcome;
use crate::access::Action;
use crate::finding::{FieldOpinion, Finding};
use crate::id::{SnapshotId, UploadId};

/// What the authority's receipt means for the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receipt {
    /// The ministry checks the persons in charge by SMS until then.
    PhoneCheck {
        /// 24 hours after the SMS was sent.
        until: DateTime<Utc>,
    },
    /// No phone check: the authority reviews.
    Review,
}

/// How the phone check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneCheckResult {
    /// All persons in charge answered.
    Passed,
    /// Somebody did not answer in time.
    Missed,
    /// Somebody answered wrong too often.
    Failed,
}

/// The authority's verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Yes.
    Granted(Outcome),
    /// No.
    Refused {
        /// Result codes of the interface.
        codes: Vec<u32>,
        /// 审核意见.
        opinion: String,
    },
}

/// Something asked of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Submit the frozen content for review.
    Submit {
        /// The snapshot just frozen.
        snapshot: SnapshotId,
    },
    /// Take the order back to edit it (撤销备案).
    Withdraw,
    /// Give the order up (放弃备案).
    Abandon,
    /// Record what the automatic check found.
    RecordCheck {
        /// What was checked.
        snapshot: SnapshotId,
        /// What it found.
        findings: Vec<Finding>,
    },
    /// Approve in first review.
    Approve {
        /// 审核意见.
        comment: String,
    },
    /// Return to the customer.
    Return {
        /// Field by field.
        opinions: Vec<FieldOpinion>,
        /// 审核意见.
        comment: String,
    },
    /// The file with the filing is about to leave.
    RecordDeparture {
        /// The file.
        upload: UploadId,
    },
    /// The authority has the file.
    RecordReceipt(Receipt),
    /// The phone check ended.
    RecordPhoneCheck(PhoneCheckResult),
    /// The authority refused the whole file in which the order came, whatever the order says.
    RecordFileRefusal {
        /// Result codes of the interface.
        codes: Vec<u32>,
        /// The authority's own words.
        words: String,
    },
    /// The authority decided.
    RecordVerdict(Verdict),
}

impl Command {
    /// The right the command needs.
    pub fn action(&self) -> Action {
        match self {
            Self::Submit { .. } => Action::SubmitOrder,
            Self::Withdraw => Action::WithdrawOrder,
            Self::Abandon => Action::AbandonOrder,
            Self::RecordCheck { .. } => Action::RecordCheck,
            Self::Approve { .. } => Action::ApproveOrder,
            Self::Return { .. } => Action::ReturnOrder,
            Self::RecordDeparture { .. }
            | Self::RecordReceipt(_)
            | Self::RecordPhoneCheck(_)
            | Self::RecordFileRefusal { .. } => Action::RecordExchange,
            Self::RecordVerdict(_) => Action::RecordVerdict,
        }
    }

    /// The stable name of the command, for refusals, pages and the lifecycle table.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Submit { .. } => "submit",
            Self::Withdraw => "withdraw",
            Self::Abandon => "abandon",
            Self::RecordCheck { .. } => "record-check",
            Self::Approve { .. } => "approve",
            Self::Return { .. } => "return",
            Self::RecordDeparture { .. } => "record-departure",
            Self::RecordReceipt(_) => "record-receipt",
            Self::RecordPhoneCheck(_) => "record-phone-check",
            Self::RecordFileRefusal { .. } => "record-file-refusal",
            Self::RecordVerdict(_) => "record-verdict",
        }
    }
}
