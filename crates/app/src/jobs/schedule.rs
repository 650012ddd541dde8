//! Jobs that come back by themselves: one poll per authority account.

use beian_domain::order::event::JobKind;
use beian_store::{Job, NewJob};
use chrono::{DateTime, Utc};
use serde_json::json;

use crate::app::App;
use crate::failure::Failure;

/// Sees to it that each authority account is polled. Harmless when it is already.
pub async fn ensure_scheduled(app: &App) -> Result<(), Failure> {
    for link in app.links() {
        let tx = app.store().begin().await?;
        tx.enqueue(&poll_job(app, &link.name, app.now())).await?;
        app.commit(tx).await?;
    }
    Ok(())
}

/// The poll of one authority account at `at`.
pub(super) fn poll_job(app: &App, authority: &str, at: DateTime<Utc>) -> NewJob {
    NewJob {
        id: app.id(),
        kind: JobKind::PollAuthority,
        key: Some(poll_key(authority)),
        account: None,
        order: None,
        payload: json!({ "authority": authority }),
        run_at: at,
        max_attempts: app.settings().work.max_attempts,
    }
}

/// What the polls of one authority account have in common.
pub(crate) fn poll_key(authority: &str) -> String {
    format!("poll:{authority}")
}

/// The authority account a poll is about.
pub(super) fn authority_of(job: &Job) -> Option<&str> {
    job.payload.get("authority").and_then(serde_json::Value::as_str)
}
