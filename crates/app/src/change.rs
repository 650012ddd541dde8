//! The one path by which an order changes: decide, save if nobody was faster, write down, queue what follows.

use beian_domain::order::command::Command;
use beian_domain::order::event::{Event, JobKind, Recorded};
use beian_domain::order::{Order, Stamp};
use beian_store::{Entry, NewJob, StoreError, Tx, Unique};
use chrono::{DateTime, Utc};
use serde_json::json;

use crate::app::App;
use crate::exchange::watch::GRACE;
use crate::failure::Failure;
use crate::orders::keys::{keys, province};
use crate::verdicts;

/// Changes `order` by `command`. The caller commits: change, record and jobs stand or fall together.
///
/// # Errors
/// [`Failure::Stale`] when the order has moved since `expected_version`; what the lifecycle refuses.
pub(crate) async fn change(
    tx: &Tx,
    app: &App,
    order: &mut Order,
    expected_version: i64,
    command: Command,
    stamp: Stamp,
) -> Result<Recorded, Failure> {
    if order.version != expected_version {
        return Err(Failure::Stale);
    }
    let recorded = order.handle(command, stamp)?;
    order.apply(&recorded);
    if let Err(error) = tx.save_order(order, expected_version, &keys(order)).await {
        // Somebody else submitted for the same subject first.
        let taken = matches!(error, StoreError::Conflict(Unique::RunningSubject));
        return Err(if taken { Failure::refused("already-running") } else { error.into() });
    }
    write_down(tx, app, order, &recorded).await?;
    verdicts::keep(tx, app, order, &recorded).await?;
    Ok(recorded)
}

/// Appends the event to the journal and queues its jobs.
pub(crate) async fn write_down(
    tx: &Tx,
    app: &App,
    order: &Order,
    recorded: &Recorded,
) -> Result<(), Failure> {
    tx.append(&Entry::of_event(order, recorded)).await?;
    for kind in recorded.event.jobs() {
        tx.enqueue(&job_of(app, order, recorded, *kind)).await?;
    }
    Ok(())
}

fn job_of(app: &App, order: &Order, recorded: &Recorded, kind: JobKind) -> NewJob {
    NewJob {
        id: app.id(),
        kind,
        // One job of a kind for one version of one order, however often it is asked for.
        key: Some(format!("{}:{}:{}", kind.slug(), order.id, order.version)),
        account: Some(order.account),
        order: Some(order.id),
        payload: json!({ "event": recorded.event.slug(), "at": recorded.at }),
        run_at: due(app, order, recorded, kind),
        max_attempts: app.settings().work.max_attempts,
    }
}

/// Most jobs are due at once; a filing waits for company, and the phone check is looked after when its time and
/// the grace are over.
fn due(app: &App, order: &Order, recorded: &Recorded, kind: JobKind) -> DateTime<Utc> {
    if let (JobKind::WatchPhoneCheck, Event::PhoneCheckStarted { until, .. }) = (kind, &recorded.event) {
        return *until + GRACE;
    }
    let link = province(&order.answers.subject.province).and_then(|province| app.link_of(province));
    match link {
        Some(link) if kind == JobKind::Upload => recorded.at + link.batch.wait,
        Some(_) | None => recorded.at,
    }
}
