//! Jobs that gave up, and starting them again.

use beian_domain::access::{Action, Actor};
use beian_domain::id::JobId;
use beian_domain::order::event::JobKind;
use beian_store::{Entry, Job, Page, Paged};
use serde_json::json;

use crate::app::App;
use crate::failure::Failure;
use crate::rights::allow;

/// A page of jobs that gave up.
pub type StuckPage = Paged<Job>;

/// Lists jobs that gave up.
pub async fn stuck(app: &App, actor: Actor, page: Page) -> Result<StuckPage, Failure> {
    allow(actor, Action::ViewJobs)?;
    Ok(app.store().stuck_jobs(page).await?)
}

/// Starts a job again that gave up.
pub async fn restart(app: &App, actor: Actor, job: JobId) -> Result<(), Failure> {
    allow(actor, Action::RetryJob)?;
    let found = app.store().job(job).await?.ok_or(Failure::Missing)?;
    let tx = app.store().begin().await?;
    if found.kind == JobKind::PollAuthority {
        // Polls go on by themselves: this one only told that a person is needed, and a person has come.
        if tx.forget_stuck(found.key.as_deref().unwrap_or_default()).await? == 0 {
            return Err(Failure::Stale);
        }
    } else {
        tx.restart_job(job, app.now()).await?;
    }
    if let Some(account) = found.account {
        tx.append(&Entry {
            account: Some(account),
            order: found.order,
            at: app.now(),
            by: actor,
            name: "job-restarted".to_owned(),
            payload: json!({ "job": job, "kind": found.kind }),
        })
        .await?;
    }
    app.commit(tx).await
}
