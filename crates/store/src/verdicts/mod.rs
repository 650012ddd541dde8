//! Verdicts (审核结果) of the authority, kept with what our check had said, so that a later rulebook does not change
//! what was known then.

mod counts;
mod lists;
mod record;

use beian_domain::id::{AccountId, OrderId, StaffId, VerdictId};
use beian_domain::order::kind::OrderKind;
use beian_domain::region::Province;
use beian_domain::tables::SubjectNature;
use beian_domain::verdict::{Given, Judgement, Standing, Warning};
use chrono::{DateTime, Utc};

pub use counts::{AboutCount, CodeCount, ProvinceCount, RuleCount, VerdictPeriod};
pub use lists::{RefusalFilter, RefusalState};

const VERDICTS: &str = "verdicts";
const CODES: &str = "verdict_codes";
const FINDINGS: &str = "verdict_findings";

/// A verdict as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictRow {
    /// Identity.
    pub id: VerdictId,
    /// Whose order it is.
    pub account: AccountId,
    /// The order.
    pub order: OrderId,
    /// The order's version to which the verdict moved it: tells one verdict from the next.
    pub version: i64,
    /// What the order does.
    pub order_kind: OrderKind,
    /// 备案省份.
    pub province: Province,
    /// 单位性质.
    pub nature: SubjectNature,
    /// The first domain, in ASCII form.
    pub domain: Option<String>,
    /// When it was told.
    pub at: DateTime<Utc>,
    /// What was said.
    pub given: Given,
    /// What our check had found in what was sent.
    pub warnings: Vec<Warning>,
}

/// What a person at the desk said about a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Which rule is about it.
    pub judgement: Judgement,
    /// When it was said.
    pub at: DateTime<Utc>,
    /// Who said it.
    pub by: StaffId,
    /// Why, in the person's words; may be empty.
    pub note: String,
}

/// A verdict as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredVerdict {
    /// As it was given.
    pub row: VerdictRow,
    /// How a refusal stands to our rules; `None` for other verdicts.
    pub standing: Option<Standing>,
    /// The rules that foresaw a refusal, by name.
    pub foreseen_by: Vec<String>,
    /// What a person said about it.
    pub judged: Option<Judged>,
}
