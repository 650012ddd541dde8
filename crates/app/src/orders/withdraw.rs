//! Taking a submitted order back (撤销备案) to edit it. Its places stay taken until it is given up.

use beian_domain::access::Actor;
use beian_domain::id::OrderId;
use beian_domain::order::command::Command;

use crate::app::App;
use crate::change::change;
use crate::failure::Failure;

/// Takes the order back; gives its new version.
///
/// # Errors
/// Refused with the lifecycle's reason, for example `already-left` or `with-authority`.
pub async fn withdraw(app: &App, actor: Actor, order: OrderId, version: i64) -> Result<i64, Failure> {
    let tx = app.store().begin().await?;
    let mut order = super::load(&tx, actor, order).await?;
    change(&tx, app, &mut order, version, Command::Withdraw, app.stamp(actor)).await?;
    app.commit(tx).await?;
    Ok(order.version)
}
