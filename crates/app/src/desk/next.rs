//! The next order to review, so that a reviewer need not go back to the list.

use beian_domain::access::{Action, Actor};
use beian_domain::id::OrderId;

use crate::app::App;
use crate::failure::Failure;
use crate::rights::allow;

/// The order in review that has waited longest, after `after` in the line when that one is still in it.
/// `None` when nothing else waits.
pub async fn next(app: &App, actor: Actor, after: Option<OrderId>) -> Result<Option<OrderId>, Failure> {
    allow(actor, Action::ViewDesk)?;
    let place = match after {
        Some(id) => app.store().order(id).await?.map(|order| (order.since, order.id)),
        None => None,
    };
    let besides: Vec<OrderId> = after.into_iter().collect();
    if let Some(found) = app.store().next_in_review(place, &besides).await? {
        return Ok(Some(found));
    }
    // Past the end of the line begins its head.
    Ok(app.store().next_in_review(None, &besides).await?)
}
