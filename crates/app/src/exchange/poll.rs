//! Poll: fetches what the authority has for us: store, apply, acknowledge, ask again.

use beian_authority::client::DownloadReply;
use beian_authority::codes::Retry;
use beian_authority::packing::unpack;
use beian_store::{Download, Job};

use super::upload::blocking;
use super::{Setback, apply, lead, nonce};
use crate::app::App;
use crate::settings::AuthorityLink;

/// Files fetched in one run; the rest waits for the next, so that other work gets its turn.
const FILES_PER_RUN: usize = 200;

/// Fetches everything that waits at the job's authority.
pub(crate) async fn run(app: &App, job: &Job) -> Result<(), Setback> {
    let name = job.payload.get("authority").and_then(serde_json::Value::as_str).unwrap_or_default();
    // An account that was taken out of the configuration is not asked any more.
    let Some(link) = app.link(name) else { return Ok(()) };
    let _turn = app.turn(&link.name).await;
    lead(app, &link.name).await?;
    for _ in 0..FILES_PER_RUN {
        let reply = link.client.download(nonce(app)).await.map_err(|error| match error.retry() {
            Retry::Alarm => Setback::Alarm(error.to_string()),
            Retry::Done | Retry::Later | Retry::Resend(_) | Retry::FaultyFile => {
                Setback::Later(error.to_string())
            }
        })?;
        if !take(app, link, reply).await? {
            break;
        }
    }
    Ok(())
}

/// Takes one file; tells whether to ask for another.
async fn take(app: &App, link: &AuthorityLink, reply: DownloadReply) -> Result<bool, Setback> {
    let Some(file) = reply.file else { return Ok(false) };
    let opened = link.client.open(&file);
    let download = Download {
        authority: link.name.clone(),
        file_name: file.name.clone(),
        // What cannot be opened is kept as it came, for a person to look at.
        bytes: opened.as_ref().map_or_else(|_| file.body.clone(), |packed| packed.zip.clone()),
        at: app.now(),
    };
    app.store().insert_download(&download).await?;
    let packed = opened.map_err(|error| Setback::Alarm(format!("download {}: {error}", file.name)))?;
    let (document, warnings) = blocking(move || unpack(&packed))
        .await?
        .map_err(|error| Setback::Alarm(format!("download {}: {error}", file.name)))?;
    if !warnings.is_empty() {
        tracing::warn!(file = %file.name, ?warnings, "the document holds what we do not understand");
    }
    apply::document(app, &download, &document).await?;
    link.client
        .acknowledge(&file.name, nonce(app))
        .await
        .map_err(|error| Setback::Later(error.to_string()))?;
    let tx = app.store().begin().await?;
    tx.mark_acknowledged(&link.name, &file.name, app.now()).await?;
    tx.commit().await?;
    Ok(reply.more)
}
