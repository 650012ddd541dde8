//! Opening an order: the kind is derived, not asked; a subject has one running order.

use beian_domain::access::{Action, Actor, reaches};
use beian_domain::id::{AccountId, OrderId};
use beian_domain::order::Order;
use beian_store::{Page, StoreError, Tx, Unique};

use super::keys::{certificate_of, keys};
use super::prospect::{kind_of, offered};
use super::start::Start;
use crate::app::App;
use crate::change::write_down;
use crate::failure::{Failure, Refused};
use crate::rights::own_account;

/// How many orders are looked at to count the running ones; who opens too many opens them now.
const NEWEST: u32 = 200;

/// Opens an order with the first answers.
///
/// # Errors
/// [`Failure::Invalid`] names the answers that cannot be read. Refused with `not-offered` (fact `kind`),
/// `already-filed-here`, `filed-under-other-subject` (fact `domain`), `already-running` (fact `order` when it
/// is the account's own), `too-many-orders` (fact `max`).
pub async fn open(app: &App, actor: Actor, start: Start) -> Result<OrderId, Failure> {
    let account = own_account(actor, Action::OpenOrder)?;
    let kind = kind_of(app, &start.read()?).await?;
    if !offered(kind) {
        return Err(Refused::new("not-offered").with("kind", kind).into());
    }
    too_many(app, account).await?;
    let tx = app.store().begin().await?;
    let (order, recorded) = Order::open(app.id(), account, kind, start.answers(), app.stamp(actor));
    submitted_elsewhere(&tx, actor, &order).await?;
    if let Err(error) = tx.insert_order(&order, &keys(&order)).await {
        drop(tx);
        return Err(already_running(app, actor, error, &order).await);
    }
    write_down(&tx, app, &order, &recorded).await?;
    app.commit(tx).await?;
    Ok(order.id)
}

/// Turns the broken promise "one running order per subject" into a refusal that leads to the running order,
/// if it is the actor's to see.
pub(crate) async fn already_running(app: &App, actor: Actor, error: StoreError, order: &Order) -> Failure {
    if !matches!(error, StoreError::Conflict(Unique::RunningSubject)) {
        return error.into();
    }
    let refused = Refused::new("already-running");
    match running(app, actor, keys(order).subject_certificate.as_deref()).await {
        Ok(Some(order)) => refused.with("order", order).into(),
        Ok(None) => refused.into(),
        Err(failure) => failure,
    }
}

/// Refuses a draft whose subject has an order that was submitted, so that nobody types for nothing.
pub(crate) async fn submitted_elsewhere(tx: &Tx, actor: Actor, draft: &Order) -> Result<(), Failure> {
    let Some(certificate) = certificate_of(draft) else { return Ok(()) };
    let Some(id) = tx.running_order_of(&certificate).await?.filter(|id| *id != draft.id) else {
        return Ok(());
    };
    let refused = Refused::new("already-running");
    let own = tx.order(id).await?.filter(|order| reaches(actor, order.account));
    Err(own.map_or(refused.clone(), |order| refused.with("order", order.id)).into())
}

/// The running order of the subject, if it is the actor's to see.
async fn running(app: &App, actor: Actor, certificate: Option<&str>) -> Result<Option<OrderId>, Failure> {
    let Some(certificate) = certificate else { return Ok(None) };
    let tx = app.store().begin().await?;
    let Some(id) = tx.running_order_of(certificate).await? else { return Ok(None) };
    let order = tx.order(id).await?;
    Ok(order.filter(|order| reaches(actor, order.account)).map(|order| order.id))
}

async fn too_many(app: &App, account: AccountId) -> Result<(), Failure> {
    let max = app.settings().limits.running_orders;
    let newest = app.store().orders_of(account, Page::first(NEWEST)).await?;
    let running = newest.rows.iter().filter(|row| !row.stage.name().is_final()).count();
    if running < max { Ok(()) } else { Err(Refused::new("too-many-orders").with("max", max).into()) }
}
