//! Poll: fetches what the authority has for us: store, apply, acknowledge, ask again.

use beian_authority::client::DownloadReply;
use beian_authority::message::download::DownloadDocument;
use beian_authority::packing::{Packed, UnpackError, unpack};
use beian_authority::reply::DeliveredFile;
use beian_domain::order::event::JobKind;
use beian_store::{Download, Job, NewJob};
use chrono::{DateTime, TimeDelta, Utc};
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

/// How long a file may come as an archive that cannot be read, and be asked for again. Nothing else comes
/// meanwhile; after that it is taken to be so at the authority's end, and set aside.
const DAMAGED: TimeDelta = TimeDelta::minutes(10);

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
    let Some(file) = reply.file else {
        nothing_left(app, link).await?;
        return Ok(None);
    };
    // What cannot be opened was damaged on its way, or meant for another key: it is not kept, so that it can
    // come again as it should be.
    let packed = opened(link, &file)?;
    let download = Download {
        authority: link.name.clone(),
        file_name: file.name.clone(),
        bytes: packed.zip,
        at: app.now(),
    };
    let mut set_aside_for = None;
    let first_came = keep(app, &download).await?;
    let applied = match read(&download).await? {
        Ok(document) => apply::document(app, &download, &document).await,
        // Damaged before it got its hash. Once acknowledged it would not come again.
        Err(error @ UnpackError::Archive(_)) if app.now() - first_came < DAMAGED => {
            return Err(unreadable(&download, &error));
        }
        Err(error) => Err(unreadable(&download, &error)),
    };
    match applied {
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

/// Keeps a file, whole where it came damaged before; tells when it came first.
async fn keep(app: &App, download: &Download) -> Result<DateTime<Utc>, Setback> {
    if app.store().insert_download(download).await? {
        return Ok(download.at);
    }
    let before = app.store().download(&download.authority, &download.file_name).await?;
    let Some(before) = before else { return Ok(download.at) };
    if before.applied_at.is_none() && before.download.bytes != download.bytes {
        let tx = app.store().begin().await?;
        tx.replace_download(download).await?;
        tx.commit().await?;
    }
    Ok(before.download.at)
}

/// The authority has nothing for us: so it knows that we have all it gave us, even where its answer to our
/// acknowledgement was lost.
async fn nothing_left(app: &App, link: &AuthorityLink) -> Result<(), Setback> {
    if app.store().download_backlog(&link.name).await?.oldest_unacknowledged.is_none() {
        return Ok(());
    }
    let tx = app.store().begin().await?;
    tx.mark_all_acknowledged(&link.name, app.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// Reads a kept file.
async fn read(download: &Download) -> Result<Result<DownloadDocument, UnpackError>, Setback> {
    let packed = Packed::from_zip(download.bytes.clone());
    let read = blocking(move || unpack(&packed)).await?;
    Ok(read.map(|(document, warnings)| {
        if !warnings.is_empty() {
            let (file, warnings) = (&download.file_name, warnings.len());
            tracing::warn!(file, warnings, "holds what we do not understand");
        }
        document
    }))
}

fn unreadable(download: &Download, error: &UnpackError) -> Setback {
    Setback::Alarm(format!("download {}: {error}", download.file_name))
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
    let document = read(&found.download).await?.map_err(|error| unreadable(&found.download, &error))?;
    apply::document(app, &found.download, &document).await
}
