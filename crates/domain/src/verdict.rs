//! What is learned from the authority's verdicts (审核结果): what was said, and whether our check had warned of it.

mod about;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use about::About;

use crate::account::slugs;
use crate::finding::{Finding, Severity};
use crate::id::SnapshotId;
use crate::order::event::Event;
use crate::order::field::FieldPath;

slugs! {
    /// How what we sent came back.
    VerdictKind {
        /// 审核通过.
        Granted = "granted",
        /// 审核未通过.
        Refused = "refused",
        /// 短信核验 failed: too many wrong answers.
        PhoneCheckFailed = "phone-check-failed",
        /// 短信核验 was not answered in time.
        PhoneCheckMissed = "phone-check-missed",
    }
}

slugs! {
    /// How a refusal stands to our rules.
    Standing {
        /// The check had warned of it.
        Foreseen = "foreseen",
        /// There is a rule about it, which said nothing about what was sent.
        Silent = "silent",
        /// No rule is known to be about it.
        Unforeseen = "unforeseen",
    }
}

/// A verdict, as it moved the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What was sent.
    pub snapshot: SnapshotId,
    /// What came back.
    pub kind: VerdictKind,
    /// Result codes of the interface; none for what was granted.
    pub codes: Vec<u32>,
    /// 审核意见, when something was said.
    pub opinion: Option<String>,
}

impl Given {
    /// The verdict in an event; `None` where the authority judged nothing. A refused file is a verdict on none of
    /// its orders.
    pub fn of(event: &Event) -> Option<Self> {
        let silent = |snapshot: &SnapshotId, kind| {
            Some(Self { snapshot: *snapshot, kind, codes: Vec::new(), opinion: None })
        };
        match event {
            Event::Granted { snapshot, .. } => silent(snapshot, VerdictKind::Granted),
            Event::PhoneCheckFailed { snapshot } => silent(snapshot, VerdictKind::PhoneCheckFailed),
            Event::PhoneCheckMissed { snapshot } => silent(snapshot, VerdictKind::PhoneCheckMissed),
            Event::RefusedByAuthority { snapshot, codes, opinion } => {
                let opinion = opinion.trim();
                Some(Self {
                    snapshot: *snapshot,
                    kind: VerdictKind::Refused,
                    codes: codes.clone(),
                    opinion: (!opinion.is_empty()).then(|| opinion.to_owned()),
                })
            }
            Event::Opened
            | Event::Submitted { .. }
            | Event::CheckPassed { .. }
            | Event::CheckBlocked { .. }
            | Event::Withdrawn
            | Event::Abandoned
            | Event::ReturnedByReviewer { .. }
            | Event::ApprovedByReviewer { .. }
            | Event::ClaimConfirmed { .. }
            | Event::Departed { .. }
            | Event::PhoneCheckStarted { .. }
            | Event::ReceivedByAuthority { .. }
            | Event::PhoneCheckPassed { .. }
            | Event::FileRefused { .. } => None,
        }
    }
}

/// What is kept of a finding beside a verdict: nothing personal, and nothing a later rulebook could change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Warning {
    /// The rule's stable name.
    pub rule: String,
    /// How much it weighed.
    pub severity: Severity,
    /// Where in the form.
    pub field: FieldPath,
}

impl From<&Finding> for Warning {
    fn from(finding: &Finding) -> Self {
        Self { rule: finding.rule.clone(), severity: finding.severity, field: finding.field }
    }
}

/// What a person at the desk says about a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judgement {
    /// It is what this rule is about.
    Rule(String),
    /// No rule is about it.
    NoRule,
}

/// Whether our rules foresaw a refusal, and which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Foresight {
    /// The check had warned of it by these rules.
    Foreseen(BTreeSet<String>),
    /// This rule is about it, and had said nothing.
    Silent(String),
    /// No rule is known to be about it.
    Unforeseen,
}

impl Foresight {
    /// Without the rules.
    pub fn standing(&self) -> Standing {
        match self {
            Self::Foreseen(_) => Standing::Foreseen,
            Self::Silent(_) => Standing::Silent,
            Self::Unforeseen => Standing::Unforeseen,
        }
    }

    /// Whether the check had warned of it by this rule.
    pub fn foreseen_by(&self, rule: &str) -> bool {
        match self {
            Self::Foreseen(rules) => rules.contains(rule),
            Self::Silent(_) | Self::Unforeseen => false,
        }
    }
}

/// Whether a refusal was foreseen.
///
/// A person's judgement decides. Without one, it was foreseen by every rule that had warned about a field the codes
/// name; codes that name no field speak against no warning, so then every rule that had warned foresaw it.
pub fn foresight(codes: &[u32], warnings: &[Warning], judgement: Option<&Judgement>) -> Foresight {
    match judgement {
        Some(Judgement::NoRule) => return Foresight::Unforeseen,
        Some(Judgement::Rule(rule)) => {
            let warned = warnings.iter().any(|warning| warning.rule == *rule);
            let only = || BTreeSet::from([rule.clone()]);
            return if warned { Foresight::Foreseen(only()) } else { Foresight::Silent(rule.clone()) };
        }
        None => {}
    }
    let named: Vec<About> = codes.iter().filter_map(|code| About::of(*code)).collect();
    let meant = |warning: &&Warning| {
        named.is_empty() || named.iter().any(|about| about.fields().contains(&warning.field.field()))
    };
    let rules: BTreeSet<String> = warnings.iter().filter(meant).map(|warning| warning.rule.clone()).collect();
    if rules.is_empty() { Foresight::Unforeseen } else { Foresight::Foreseen(rules) }
}
