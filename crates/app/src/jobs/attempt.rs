//! One attempt at one job: run it, and settle what becomes of it.

use std::time::Duration;

use beian_domain::access::Actor;
use beian_domain::order::event::JobKind;
use beian_store::{Entry, Job};
use chrono::{DateTime, Utc};
use serde_json::json;

use super::{deliver_notice, run_checks, schedule, tell_people};
use crate::app::App;
use crate::exchange::{Setback, poll, upload, watch};
use crate::failure::Failure;

/// How a job ended that ended well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// It is done and waits to be marked so.
    Done,
    /// It marked itself done together with what it changed.
    Settled,
}

/// Runs a claimed job and settles it. Fails only when even that cannot be written down.
pub(super) async fn attempt(app: &App, job: &Job) -> Result<(), Failure> {
    let outcome = match job.kind {
        JobKind::RunChecks => run_checks::run(app, job).await,
        JobKind::Upload => upload::run(app, job).await.map(|()| Ended::Done),
        JobKind::PollAuthority => poll::run(app, job).await.map(|()| Ended::Done),
        JobKind::ApplyDownload => poll::apply_kept(app, job).await.map(|()| Ended::Done),
        JobKind::TellPeople => tell_people::run(app, job).await,
        JobKind::DeliverNotice => deliver_notice::run(app, job).await,
        JobKind::WatchPhoneCheck => watch::run(app, job).await.map(|()| Ended::Done),
    };
    if job.kind == JobKind::PollAuthority {
        return settle_poll(app, job, outcome).await;
    }
    match outcome {
        Ok(Ended::Settled) => Ok(()),
        Ok(Ended::Done) => finish(app, job).await,
        Err(setback) => set_back(app, job, setback).await,
    }
}

async fn finish(app: &App, job: &Job) -> Result<(), Failure> {
    Ok(app.store().finish(job.id, &job.lease).await?)
}

/// A poll never ends: whatever came of it, the next one is due. One that needs a person stays where staff can
/// see it, until a later one goes well.
async fn settle_poll(app: &App, job: &Job, outcome: Result<Ended, Setback>) -> Result<(), Failure> {
    let authority = schedule::authority_of(job).filter(|name| app.link(name).is_some());
    let tx = app.store().begin().await?;
    if let Some(authority) = authority
        && !matches!(outcome, Err(Setback::Later(_)))
    {
        tx.forget_stuck(&schedule::poll_key(authority)).await?;
    }
    match outcome {
        Err(Setback::Alarm(why)) => {
            tracing::error!(job = %job.id, why, "polling needs a person");
            tx.give_up(job.id, &job.lease, &why, app.now()).await?;
        }
        Err(Setback::Later(why)) => {
            tracing::warn!(job = %job.id, why, "the authority cannot be polled now");
            tx.finish(job.id, &job.lease).await?;
        }
        Err(Setback::Failure(failure)) => {
            log(job, &failure);
            tx.finish(job.id, &job.lease).await?;
        }
        Ok(_) => tx.finish(job.id, &job.lease).await?,
    }
    if let Some(authority) = authority {
        let next = app.now() + app.settings().work.poll_every;
        tx.enqueue(&schedule::poll_job(app, authority, next)).await?;
    }
    app.commit(tx).await
}

/// Tries again later, or gives up where trying again cannot help.
async fn set_back(app: &App, job: &Job, setback: Setback) -> Result<(), Failure> {
    let error = setback.to_string();
    match setback {
        // The authority's outages last for days; an order must not be lost to one.
        Setback::Later(why) => {
            tracing::warn!(job = %job.id, kind = %job.kind, order = ?job.order, why, "will try again");
            postpone(app, job, &error).await
        }
        Setback::Alarm(why) => {
            tracing::error!(job = %job.id, kind = %job.kind, order = ?job.order, why, "needs a person");
            give_up(app, job, &error).await
        }
        // Nor is a database that is down, or somebody who was faster, a fault of the job.
        Setback::Failure(failure @ (Failure::Stale | Failure::Busy { .. })) => {
            log(job, &failure);
            postpone(app, job, &error).await
        }
        Setback::Failure(failure) => {
            log(job, &failure);
            if job.is_last_attempt() {
                give_up(app, job, &error).await
            } else {
                again(app, job, &error).await
            }
        }
    }
}

fn log(job: &Job, failure: &Failure) {
    match failure {
        Failure::Fault(fault) => {
            let (reference, chain) = (fault.reference(), fault.chain());
            tracing::error!(job = %job.id, kind = %job.kind, order = ?job.order, reference, chain, "job failed");
        }
        Failure::Stale | Failure::Busy { .. } => {
            tracing::info!(job = %job.id, kind = %job.kind, order = ?job.order, %failure, "will try again");
        }
        Failure::Invalid(_) | Failure::Refused(_) | Failure::Forbidden | Failure::Missing => {
            tracing::warn!(job = %job.id, kind = %job.kind, order = ?job.order, %failure, "job failed");
        }
    }
}

async fn again(app: &App, job: &Job, error: &str) -> Result<(), Failure> {
    Ok(app.store().retry(job.id, &job.lease, next_attempt(app, job), error).await?)
}

async fn postpone(app: &App, job: &Job, error: &str) -> Result<(), Failure> {
    Ok(app.store().postpone(job.id, &job.lease, next_attempt(app, job), error).await?)
}

fn next_attempt(app: &App, job: &Job) -> DateTime<Utc> {
    let work = &app.settings().work;
    app.now() + backoff(work.backoff, work.backoff_cap, job.lease.attempt)
}

/// Gives up where staff can see it, and writes it down.
async fn give_up(app: &App, job: &Job, error: &str) -> Result<(), Failure> {
    let tx = app.store().begin().await?;
    tx.give_up(job.id, &job.lease, error, app.now()).await?;
    if let Some(account) = job.account {
        tx.append(&Entry {
            account: Some(account),
            order: job.order,
            at: app.now(),
            by: Actor::System,
            name: "job-given-up".to_owned(),
            payload: json!({ "job": job.id, "kind": job.kind, "attempts": job.lease.attempt, "error": error }),
        })
        .await?;
    }
    app.commit(tx).await
}

/// The wait after the given number of attempts: doubles each time, up to the cap.
fn backoff(first: Duration, cap: Duration, attempts: u32) -> Duration {
    let doublings = attempts.saturating_sub(1).min(20);
    first.saturating_mul(1 << doublings).min(cap)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_cap() {
        let wait = |attempts| backoff(Duration::from_secs(5), Duration::from_mins(30), attempts).as_secs();
        assert_eq!([1, 2, 3, 4].map(wait), [5, 10, 20, 40]);
        assert_eq!([10, 100, u32::MAX].map(wait), [1800, 1800, 1800]);
    }
}
