//! Delivering one notice by mail or SMS.
//!
//! At least once: a process that dies between the provider's answer and our note sends again, under the same
//! message id, by which mail programs and SMS providers see that it is the same.

use beian_domain::id::NoticeId;
use beian_store::{Channel, Job};
use serde::Deserialize;

use super::attempt::Ended;
use crate::app::App;
use crate::exchange::Setback;
use crate::failure::Failure;
use crate::notices::{Letter, NotSent};

/// Which notice the job is about.
#[derive(Deserialize)]
struct About {
    notice: NoticeId,
}

/// Delivers the job's notice.
pub(super) async fn run(app: &App, job: &Job) -> Result<Ended, Setback> {
    let about: About = serde_json::from_value(job.payload.clone()).map_err(Failure::fault)?;
    let Some(notice) = app.store().notice(about.notice).await? else { return Ok(Ended::Done) };
    if notice.delivered_at.is_some() {
        return Ok(Ended::Done);
    }
    let text = (app.wording())(Letter {
        template: &notice.template,
        channel: notice.channel,
        language: &app.settings().notice_language,
        facts: &notice.facts,
    });
    let sent = match notice.channel {
        Channel::Inbox => Ok("inbox".to_owned()),
        Channel::Mail => app.mail().send(notice.id, &notice.to, text).await,
        Channel::Sms => app.sms().send(notice.id, &notice.to, &text, notice.at).await,
    };
    let receipt = sent.map_err(|not_sent| match not_sent {
        NotSent::Later(_) => Setback::Later(not_sent.to_string()),
        NotSent::Address(_) | NotSent::Settings(_) => Setback::Alarm(not_sent.to_string()),
    })?;
    let tx = app.store().begin().await?;
    tx.mark_delivered(notice.id, app.now(), &receipt).await?;
    tx.finish(job.id, &job.lease).await?;
    app.commit(tx).await?;
    Ok(Ended::Settled)
}
