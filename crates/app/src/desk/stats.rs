//! The desk's load in numbers.

use std::collections::BTreeMap;

use beian_domain::access::{Action, Actor};
use beian_domain::order::stage::StageName;
use beian_domain::order::waiting::review_overdue_before;

use crate::app::App;
use crate::failure::Failure;
use crate::rights::allow;

/// The desk's load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskStats {
    /// How many orders stand at each stage that is not the end of one; each of these is there.
    pub by_stage: BTreeMap<StageName, u64>,
    /// Orders in review past their day.
    pub overdue: u64,
}

/// Counts.
pub async fn stats(app: &App, actor: Actor) -> Result<DeskStats, Failure> {
    allow(actor, Action::ViewDesk)?;
    let under_way = StageName::ALL.iter().copied().filter(|stage| !stage.is_final());
    let mut by_stage: BTreeMap<StageName, u64> = under_way.map(|stage| (stage, 0)).collect();
    by_stage.extend(app.store().count_under_way().await?);
    let before = review_overdue_before(app.now(), app.calendar());
    let overdue = app.store().count_standing_since(StageName::InReview, before).await?;
    Ok(DeskStats { by_stage, overdue })
}
