//! Giving an order up (放弃备案): it ends, stays readable, and its places are free again.

use beian_domain::access::Actor;
use beian_domain::id::OrderId;
use beian_domain::order::command::Command;

use crate::app::App;
use crate::change::change;
use crate::failure::Failure;

/// Gives the order up; gives its new version.
///
/// # Errors
/// Refused with the lifecycle's reason, for example `not-now` while it is in review.
pub async fn abandon(app: &App, actor: Actor, order: OrderId, version: i64) -> Result<i64, Failure> {
    let tx = app.store().begin().await?;
    let mut order = super::load(&tx, actor, order).await?;
    change(&tx, app, &mut order, version, Command::Abandon, app.stamp(actor)).await?;
    tx.release_places(order.id).await?;
    app.commit(tx).await?;
    Ok(order.version)
}
