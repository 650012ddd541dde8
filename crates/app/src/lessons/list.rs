//! Refusals, those told last first.

use beian_domain::access::{Action, Actor};
use beian_store::{Page, Paged, RefusalFilter, RefusalState, StoredVerdict};

use super::{CodeSaid, Period};
use crate::app::App;
use crate::failure::Failure;
use crate::rights::allow;

/// Which refusals are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refusals {
    /// When and where they were given.
    pub period: Period,
    /// How they stand.
    pub state: RefusalState,
    /// With this result code.
    pub code: Option<u32>,
    /// Warned of by this rule, or said to be about it.
    pub rule: Option<String>,
}

/// A refusal with the meanings of its codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusalLine {
    /// As it stands.
    pub verdict: StoredVerdict,
    /// Its codes with their meanings.
    pub codes: Vec<CodeSaid>,
}

/// Lists refusals.
pub async fn refusals(
    app: &App,
    actor: Actor,
    wanted: &Refusals,
    page: Page,
) -> Result<Paged<RefusalLine>, Failure> {
    allow(actor, Action::ViewDesk)?;
    let filter = RefusalFilter {
        since: wanted.period.since(app),
        province: wanted.period.province,
        state: wanted.state,
        code: wanted.code,
        rule: wanted.rule.clone(),
    };
    let found = app.store().refusals(&filter, page).await?;
    Ok(Paged { rows: found.rows.into_iter().map(told).collect(), next: found.next })
}

pub(super) fn told(verdict: StoredVerdict) -> RefusalLine {
    let codes = verdict.row.given.codes.iter().map(|code| CodeSaid::of(*code)).collect();
    RefusalLine { verdict, codes }
}
