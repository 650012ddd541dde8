//! Approving in first review (初审通过): the order goes to the authority.

use beian_domain::access::Actor;
use beian_domain::id::OrderId;
use beian_domain::order::command::Command;

use crate::app::App;
use crate::change::change;
use crate::failure::Failure;
use crate::orders::load;

/// Approves the order; gives its new version.
///
/// # Errors
/// [`Failure::Stale`] when the order moved since `version`; refused with the lifecycle's reason.
pub async fn approve(
    app: &App,
    actor: Actor,
    order: OrderId,
    version: i64,
    comment: String,
) -> Result<i64, Failure> {
    let tx = app.store().begin().await?;
    let mut order = load(&tx, actor, order).await?;
    change(&tx, app, &mut order, version, Command::Approve { comment }, app.stamp(actor)).await?;
    app.commit(tx).await?;
    Ok(order.version)
}
