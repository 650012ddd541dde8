//! The desk's load in numbers.

use std::collections::BTreeMap;

use beian_domain::access::{Action, Actor};
use beian_domain::order::stage::StageName;
use beian_domain::order::waiting::waiting;
use beian_store::{Page, QueueFilter};

use crate::app::App;
use crate::failure::Failure;
use crate::rights::allow;

/// Orders in review looked at for the overdue; more than that is too many to count one by one.
const LOOKED_AT: u32 = 500;

/// The desk's load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskStats {
    /// How many orders stand at each stage; every stage is there.
    pub by_stage: BTreeMap<StageName, u64>,
    /// Orders in review past their day, among the 500 that have waited longest.
    pub overdue: u64,
}

/// Counts.
pub async fn stats(app: &App, actor: Actor) -> Result<DeskStats, Failure> {
    allow(actor, Action::ViewDesk)?;
    let mut by_stage: BTreeMap<StageName, u64> = StageName::ALL.iter().map(|stage| (*stage, 0)).collect();
    by_stage.extend(app.store().count_by_stage().await?);
    let in_review = QueueFilter { stage: Some(StageName::InReview), ..QueueFilter::default() };
    let waiting_longest = app.store().queue(&in_review, Page::first(LOOKED_AT)).await?;
    let late = waiting_longest.rows.iter().filter(|row| {
        let until = waiting(&row.stage, row.since, app.calendar()).until;
        until.is_some_and(|until| until.at < app.now())
    });
    Ok(DeskStats { by_stage, overdue: u64::try_from(late.count()).unwrap_or(u64::MAX) })
}
