//! Returning an order to its customer (初审驳回), with what is to be mended field by field.

use beian_domain::access::Actor;
use beian_domain::finding::FieldOpinion;
use beian_domain::id::OrderId;
use beian_domain::order::command::Command;

use crate::app::App;
use crate::change::change;
use crate::failure::Failure;
use crate::orders::load;

/// Returns the order; gives its new version. Its places stay taken.
///
/// # Errors
/// [`Failure::Stale`] when the order moved since `version`; refused with `nothing-said` or the lifecycle's
/// reason.
pub async fn return_order(
    app: &App,
    actor: Actor,
    order: OrderId,
    version: i64,
    opinions: Vec<FieldOpinion>,
    comment: String,
) -> Result<i64, Failure> {
    let tx = app.store().begin().await?;
    let mut order = load(&tx, actor, order).await?;
    let command = Command::Return { opinions, comment };
    change(&tx, app, &mut order, version, command, app.stamp(actor)).await?;
    app.commit(tx).await?;
    Ok(order.version)
}
