//! Keeping each verdict of the authority beside what our check had said, in the transaction that moves the order.

use beian_domain::order::Order;
use beian_domain::order::event::Recorded;
use beian_domain::verdict::{Given, Warning};
use beian_store::{Tx, VerdictRow};

use crate::app::App;
use crate::failure::Failure;

/// Keeps the verdict in an event, where there is one. `order` stands where the event moved it.
pub(crate) async fn keep(tx: &Tx, app: &App, order: &Order, recorded: &Recorded) -> Result<(), Failure> {
    let Some(given) = Given::of(&recorded.event) else { return Ok(()) };
    let Some(snapshot) = tx.snapshot(given.snapshot).await? else {
        tracing::warn!(order = %order.id, "a verdict on a snapshot that is gone");
        return Ok(());
    };
    let findings = tx.findings(given.snapshot).await?;
    let row = VerdictRow {
        id: app.id(),
        account: order.account,
        order: order.id,
        version: order.version,
        order_kind: order.kind,
        province: snapshot.subject.province,
        nature: snapshot.subject.nature,
        domain: snapshot.services.first().map(|service| service.domain.as_str().to_owned()),
        at: recorded.at,
        given,
        warnings: findings.iter().map(Warning::from).collect(),
    };
    tx.record_verdict(&row).await?;
    Ok(())
}
