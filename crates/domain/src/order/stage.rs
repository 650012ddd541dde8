//! Where an order stands: each stage holds exactly its own facts.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::account::slugs;
use crate::filing_number::{ServiceNumber, SubjectNumber};
use crate::finding::{FieldOpinion, Finding};
use crate::id::{ServiceId, SnapshotId, UploadId};

slugs! {
    /// Why an order is in review this time.
    Round {
        /// 等待初审.
        First = "first",
        /// 已修改待审核.
        Resubmitted = "resubmitted",
        /// 短信核验逾期, back from the authority.
        PhoneCheckMissed = "phone-check-missed",
        /// 短信核验未通过, back from the authority.
        PhoneCheckFailed = "phone-check-failed",
        /// 整份文件被退回, back from the authority: nothing is said about the order itself.
        FileRefused = "file-refused",
    }
}

/// Who returned the order, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Reason {
    /// 待修改: the automatic check found what blocks.
    Precheck {
        /// The round that was being checked, and is tried again.
        round: Round,
        /// Everything found.
        findings: Vec<Finding>,
    },
    /// 初审驳回: the reviewer.
    Provider {
        /// Field by field.
        opinions: Vec<FieldOpinion>,
        /// 审核意见.
        comment: String,
    },
    /// 管局驳回: the authority.
    Authority {
        /// Result codes of the interface (结果代码).
        codes: Vec<u32>,
        /// 审核意见.
        opinion: String,
    },
}

/// What the authority granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Outcome {
    /// Numbers were given.
    Numbers {
        /// 主体备案号.
        subject: SubjectNumber,
        /// 服务备案号, one per service.
        services: Vec<GrantedService>,
    },
    /// Changed, cancelled or claimed: no new number.
    Done,
}

/// The number of one service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantedService {
    /// Our service.
    pub service: ServiceId,
    /// 服务备案号.
    pub number: ServiceNumber,
}

/// Where an order stands. The last event alone decides it, see [`super::event::Event::stage`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "kebab-case")]
pub enum Stage {
    /// 待完善备案信息.
    Draft,
    /// 系统预检.
    Checking {
        /// What was submitted.
        snapshot: SnapshotId,
        /// Which round follows a clean check.
        round: Round,
    },
    /// 等待初审, 已修改待审核.
    InReview {
        /// What is reviewed.
        snapshot: SnapshotId,
        /// Why.
        round: Round,
    },
    /// 待修改, 初审驳回, 管局驳回.
    Returned {
        /// What was returned.
        snapshot: SnapshotId,
        /// By whom and why.
        reason: Reason,
    },
    /// 待提交管局.
    Sending {
        /// What is sent.
        snapshot: SnapshotId,
        /// The file that carries it, once its bytes may have left.
        departed: Option<UploadId>,
    },
    /// 待短信核验.
    PhoneCheck {
        /// What was sent.
        snapshot: SnapshotId,
        /// Until when the persons in charge must answer.
        until: DateTime<Utc>,
    },
    /// 待管局审核.
    WithAuthority {
        /// What was sent.
        snapshot: SnapshotId,
    },
    /// 已备案, 已完成.
    Filed {
        /// What was granted.
        snapshot: SnapshotId,
        /// Numbers, or done.
        outcome: Outcome,
    },
    /// 已放弃.
    Abandoned,
}

slugs! {
    /// The stage without its facts, for tables, filters and translation keys.
    StageName {
        /// 待完善备案信息.
        Draft = "draft",
        /// 系统预检.
        Checking = "checking",
        /// 等待初审.
        InReview = "in-review",
        /// 待修改.
        Returned = "returned",
        /// 待提交管局.
        Sending = "sending",
        /// 待短信核验.
        PhoneCheck = "phone-check",
        /// 待管局审核.
        WithAuthority = "with-authority",
        /// 已备案.
        Filed = "filed",
        /// 已放弃.
        Abandoned = "abandoned",
    }
}

impl Stage {
    /// The stage without its facts.
    pub fn name(&self) -> StageName {
        match self {
            Self::Draft => StageName::Draft,
            Self::Checking { .. } => StageName::Checking,
            Self::InReview { .. } => StageName::InReview,
            Self::Returned { .. } => StageName::Returned,
            Self::Sending { .. } => StageName::Sending,
            Self::PhoneCheck { .. } => StageName::PhoneCheck,
            Self::WithAuthority { .. } => StageName::WithAuthority,
            Self::Filed { .. } => StageName::Filed,
            Self::Abandoned => StageName::Abandoned,
        }
    }

    /// The snapshot the stage is about.
    pub fn snapshot(&self) -> Option<SnapshotId> {
        match self {
            Self::Draft | Self::Abandoned => None,
            Self::Checking { snapshot, .. }
            | Self::InReview { snapshot, .. }
            | Self::Returned { snapshot, .. }
            | Self::Sending { snapshot, .. }
            | Self::PhoneCheck { snapshot, .. }
            | Self::WithAuthority { snapshot }
            | Self::Filed { snapshot, .. } => Some(*snapshot),
        }
    }
}

impl StageName {
    /// Whether the customer may type answers.
    pub fn answers_open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }

    /// Whether the order has ended.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Filed | Self::Abandoned)
    }
}
