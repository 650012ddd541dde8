//! A file of the operator's own: it carries none of our orders, but takes part in the numbering like every other.
//!
//! Number and bytes are stored together with the job that brings the file, so that it leaves exactly once,
//! whichever process comes first and whatever is killed meanwhile.

use beian_authority::packing::Packed;
use beian_domain::access::Actor;
use beian_domain::id::UploadId;
use beian_domain::order::event::JobKind;
use beian_store::{Entry, Job, NewJob, OpenUpload, Upload, UploadState};
use serde_json::json;

use super::account::configured;
use super::upload::bring;
use super::{Setback, lead};
use crate::app::App;

/// A file that was packed outside of the platform.
#[derive(Debug)]
pub struct OwnFile {
    /// The name of the document in it, by which the authority may speak of it.
    pub entry_name: String,
    /// Its bytes, checked already.
    pub packed: Packed,
}

/// Stores a file under the next number of the account of this name, with the job that brings it.
///
/// # Errors
/// [`Setback::Later`] while another file is on its way; [`Setback::Alarm`] when there is no such account.
pub async fn hand_in(app: &App, name: &str, file: OwnFile) -> Result<Upload, Setback> {
    configured(app, name)?;
    let id: UploadId = app.id();
    let tx = app.store().begin().await?;
    // The number is locked first: whoever else prepares a file of this account waits here.
    let sequence = tx.next_sequence(name).await?;
    if let Some(open) = tx.open_upload(name).await? {
        return Err(Setback::Later(format!("file {} is on its way and goes first", open.sequence)));
    }
    let upload = Upload {
        id,
        authority: name.to_owned(),
        sequence,
        entry_name: Some(file.entry_name),
        first: None,
        others: Vec::new(),
        md5: file.packed.md5_hex(),
        bytes: file.packed.zip,
        state: UploadState::Prepared,
        code: None,
        at: app.now(),
        settled_at: None,
    };
    tx.insert_upload(&upload).await?;
    tx.enqueue(&NewJob {
        id: app.id(),
        kind: JobKind::Upload,
        key: Some(key(id)),
        account: None,
        order: None,
        payload: json!({ "authority": name, "upload": id.as_i64() }),
        run_at: app.now(),
        max_attempts: app.settings().work.max_attempts,
    })
    .await?;
    tx.append(&Entry {
        account: None,
        order: None,
        at: app.now(),
        by: Actor::System,
        name: "own-file-handed-in".to_owned(),
        payload: json!({ "authority": name, "sequence": sequence, "md5": upload.md5 }),
    })
    .await?;
    app.commit(tx).await?;
    Ok(upload)
}

/// Brings a file that was handed in to the authority now, unless it is there. Ends well when it is.
///
/// # Errors
/// [`Setback::Later`] while another process speaks for the account, which then brings it, or the authority does
/// not take it now; [`Setback::Alarm`] when only a person can help. Its job goes on trying.
pub async fn send_now(app: &App, name: &str, id: UploadId) -> Result<(), Setback> {
    let link = configured(app, name)?;
    let _turn = app.turn(name).await;
    lead(app, name).await?;
    let gone = || Setback::Alarm("the file is gone".to_owned());
    let upload = app.store().upload(id).await?.ok_or_else(gone)?;
    match upload.state {
        UploadState::Accepted => Ok(()),
        UploadState::Faulty => Err(Setback::Alarm(format!("the authority refused file {}", upload.sequence))),
        UploadState::Prepared => {
            let (sequence, at) = (upload.sequence, upload.at);
            bring(app, link, &OpenUpload { id, sequence, carrier: None, at }).await
        }
    }
}

/// Brings the file of the job.
pub(super) async fn run(app: &App, job: &Job) -> Result<(), Setback> {
    let nothing = || Setback::Alarm("an upload job without order and file".to_owned());
    let name = job.payload.get("authority").and_then(serde_json::Value::as_str).ok_or_else(nothing)?;
    let id = job.payload.get("upload").and_then(serde_json::Value::as_i64).ok_or_else(nothing)?;
    send_now(app, name, UploadId::from_i64(id).map_err(|_| nothing())?).await
}

/// The key of the job that brings a file.
pub(super) fn key(id: UploadId) -> String {
    format!("own-file:{id}")
}
