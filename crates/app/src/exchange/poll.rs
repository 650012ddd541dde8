//! Poll: fetches what the authority has for us: store, apply, acknowledge, ask again.

use beian_authority::client::DownloadReply;
use beian_authority::packing::{Packed, unpack};
use beian_authority::reply::DeliveredFile;
use beian_domain::order::event::JobKind;
use beian_store::{Download, Job, NewJob};
use serde::{Deserialize, Serialize};

use super::account::configured;
use super::file_refusal::{self, FileRefusal};
use super::upload::blocking;
use super::{Setback, apply, lead, nonce};
use crate::app::App;
use crate::failure::Failure;
use crate::settings::AuthorityLink;

/// Files fetched in one run; the rest waits for the next, so that other work gets its turn.
const FILES_PER_RUN: usize = 200;

/// Attempts at a file that was set aside. It has failed before, so a person is soon called.
const ATTEMPTS: u32 = 3;

/// Whether the authority has more for us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    Nothing,
    More,
}

/// Which kept file a job is about.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    authority: String,
    file: String,
}

/// Fetches what waits at the job's authority.
pub(crate) async fn run(app: &App, job: &Job) -> Result<(), Setback> {
    let name = job.payload.get("authority").and_then(serde_json::Value::as_str).unwrap_or_default();
    // An account that was taken out of the configuration is not asked any more.
    let Some(link) = app.link(name) else { return Ok(()) };
    fetch(app, link).await.map(|_| ())
}

/// Fetches what waits at an authority.
pub(super) async fn fetch(app: &App, link: &AuthorityLink) -> Result<Left, Setback> {
    let _turn = app.turn(&link.name).await;
    for _ in 0..FILES_PER_RUN {
        // Anew for each file: many slow ones must not outlast the lead.
        lead(app, &link.name).await?;
        let reply = link.client.download(nonce(app)).await.map_err(|error| Setback::unanswered(&error))?;
        if !take(app, link, reply).await?.is_some_and(|fetched| fetched.more) {
            return Ok(Left::Nothing);
        }
    }
    Ok(Left::More)
}

/// A file that was fetched: stored, applied or set aside, and acknowledged.
#[derive(Debug)]
pub struct Fetched {
    /// What the authority calls it.
    pub file_name: String,
    /// Its bytes, a plain zip.
    pub zip: Vec<u8>,
    /// Why it could not be applied and waits for a person, where it could not.
    pub set_aside: Option<String>,
    /// Whether the authority has more.
    pub more: bool,
}

/// Fetches the next file that waits at the account of this name; `None` when nothing does.
///
/// # Errors
/// [`Setback::Later`] while another process speaks for the account or the authority does not answer;
/// [`Setback::Alarm`] when there is no such account or the file cannot be opened.
pub async fn fetch_next(app: &App, name: &str) -> Result<Option<Fetched>, Setback> {
    let link = configured(app, name)?;
    let _turn = app.turn(name).await;
    lead(app, name).await?;
    let reply = link.client.download(nonce(app)).await.map_err(|error| Setback::unanswered(&error))?;
    take(app, link, reply).await
}

/// Looks at the next file that waits at the account of this name; nothing is stored or acknowledged, so the same
/// file comes again. Its name and its bytes, a plain zip.
///
/// # Errors
/// As [`fetch_next`].
pub async fn peek(app: &App, name: &str) -> Result<Option<(String, Packed)>, Setback> {
    let link = configured(app, name)?;
    let _turn = app.turn(name).await;
    lead(app, name).await?;
    let reply = link.client.download(nonce(app)).await.map_err(|error| Setback::unanswered(&error))?;
    let Some(file) = reply.file else { return Ok(None) };
    let packed = opened(link, &file)?;
    Ok(Some((file.name, packed)))
}

fn opened(link: &AuthorityLink, file: &DeliveredFile) -> Result<Packed, Setback> {
    link.client.open(file).map_err(|error| Setback::Alarm(format!("download {}: {error}", file.name)))
}

/// Takes one file; `None` when none came.
async fn take(app: &App, link: &AuthorityLink, reply: DownloadReply) -> Result<Option<Fetched>, Setback> {
    let Some(file) = reply.file else { return Ok(None) };
    // What cannot be opened was damaged on its way, or meant for another key: it is not kept, so that it can
    // come again as it should be.
    let packed = opened(link, &file)?;
    let download = Download {
        authority: link.name.clone(),
        file_name: file.name.clone(),
        bytes: packed.zip,
        at: app.now(),
    };
    app.store().insert_download(&download).await?;
    let mut set_aside_for = None;
    match apply(app, &download).await {
        Ok(()) => {}
        // Not the file's fault: it comes again.
        Err(setback @ (Setback::Later(_) | Setback::Failure(Failure::Stale | Failure::Busy { .. }))) => {
            return Err(setback);
        }
        Err(setback @ (Setback::Alarm(_) | Setback::Failure(_))) => {
            set_aside_for = Some(setback.to_string());
            set_aside(app, &download, setback).await?;
        }
    }
    link.client
        .acknowledge(&file.name, nonce(app))
        .await
        .map_err(|error| Setback::Later(error.to_string()))?;
    let tx = app.store().begin().await?;
    tx.mark_acknowledged(&link.name, &file.name, app.now()).await?;
    tx.commit().await?;
    Ok(Some(Fetched {
        file_name: file.name,
        zip: download.bytes,
        set_aside: set_aside_for,
        more: reply.more,
    }))
}

/// Reads a kept file and applies it.
async fn apply(app: &App, download: &Download) -> Result<(), Setback> {
    let packed = Packed::from_zip(download.bytes.clone());
    let (document, warnings) = blocking(move || unpack(&packed))
        .await?
        .map_err(|error| Setback::Alarm(format!("download {}: {error}", download.file_name)))?;
    if !warnings.is_empty() {
        tracing::warn!(file = %download.file_name, warnings = warnings.len(), "holds what we do not understand");
    }
    apply::document(app, download, &document).await
}

/// Leaves a file that cannot be applied to a job of its own, which ends before a person if need be. It is kept;
/// the authority gives out one file after the other and would not go on before this one is acknowledged.
async fn set_aside(app: &App, download: &Download, setback: Setback) -> Result<(), Setback> {
    tracing::error!(file = %download.file_name, %setback, "cannot be applied; set aside");
    let kept = Kept { authority: download.authority.clone(), file: download.file_name.clone() };
    let tx = app.store().begin().await?;
    tx.enqueue(&NewJob {
        id: app.id(),
        kind: JobKind::ApplyDownload,
        key: Some(format!("apply:{}:{}", kept.authority, kept.file)),
        account: None,
        order: None,
        payload: serde_json::to_value(&kept).map_err(Failure::fault)?,
        run_at: app.now(),
        max_attempts: ATTEMPTS,
    })
    .await?;
    Ok(app.commit(tx).await?)
}

/// Applies the kept file of the job, or what was set aside of it.
pub(crate) async fn apply_kept(app: &App, job: &Job) -> Result<(), Setback> {
    if let Some(refusal) = job.payload.get("refusal") {
        let refusal: FileRefusal = serde_json::from_value(refusal.clone()).map_err(Failure::fault)?;
        return file_refusal::look_again(app, &refusal).await;
    }
    let kept: Kept = serde_json::from_value(job.payload.clone()).map_err(Failure::fault)?;
    let found = app.store().download(&kept.authority, &kept.file).await?;
    let found = found.ok_or_else(|| Setback::Alarm(format!("download {} is gone", kept.file)))?;
    apply(app, &found.download).await
}
