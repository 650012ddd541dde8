//! Telling people: writes the notices of one event and queues those that must leave the house.

use beian_domain::order::event::{Event, JobKind, Recorded};
use beian_store::{Channel, Job, NewJob, Notice, Tx};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::json;

use super::attempt::Ended;
use crate::app::App;
use crate::exchange::Setback;
use crate::failure::Failure;
use crate::notices::{Draft, compose};

/// Which event of the order the job is about.
#[derive(Deserialize)]
struct About {
    event: String,
    at: DateTime<Utc>,
}

/// Writes the notices. All and the end of the job in one transaction, so nobody is told twice.
pub(super) async fn run(app: &App, job: &Job) -> Result<Ended, Setback> {
    let id = job.order.ok_or_else(|| Setback::Alarm("a job without an order".to_owned()))?;
    let about: About = serde_json::from_value(job.payload.clone()).map_err(Failure::fault)?;
    let Some(order) = app.store().order(id).await? else { return Ok(Ended::Done) };
    let history = app.store().order_history(id).await?;
    let is_it = |recorded: &&Recorded| recorded.event.slug() == about.event && recorded.at == about.at;
    let Some(recorded) = history.iter().find(is_it) else {
        return Err(Setback::Alarm(format!("order {id} has no event {} at {}", about.event, about.at)));
    };
    let snapshot = match Event::stage(&recorded.event).snapshot() {
        Some(snapshot) => app.store().snapshot(snapshot).await?,
        None => None,
    };
    let users = app.store().users_of(order.account).await?;
    let drafts = compose(&recorded.event, &order, snapshot.as_ref(), &users, app.settings());

    let tx = app.store().begin().await?;
    for draft in drafts {
        write(&tx, app, job, draft).await?;
    }
    tx.finish(job.id, &job.lease).await?;
    app.commit(tx).await?;
    Ok(Ended::Settled)
}

async fn write(tx: &Tx, app: &App, job: &Job, draft: Draft) -> Result<(), Failure> {
    let leaves = match draft.channel {
        Channel::Inbox => false,
        Channel::Mail if app.mail().is_on() => true,
        Channel::Sms if app.sms().is_on() => true,
        Channel::Mail | Channel::Sms => return Ok(()),
    };
    let now = app.now();
    let notice = Notice {
        id: app.id(),
        account: job.account,
        order: job.order,
        channel: draft.channel,
        to: draft.to,
        template: draft.template.to_owned(),
        facts: draft.facts,
        at: now,
        // What lies in the inbox is delivered by lying there.
        delivered_at: (!leaves).then_some(now),
        receipt: None,
    };
    tx.insert_notice(&notice).await?;
    if leaves {
        tx.enqueue(&NewJob {
            id: app.id(),
            kind: JobKind::DeliverNotice,
            key: Some(format!("notice:{}", notice.id)),
            account: job.account,
            order: job.order,
            payload: json!({ "notice": notice.id }),
            run_at: now,
            max_attempts: app.settings().work.max_attempts,
        })
        .await?;
    }
    Ok(())
}
