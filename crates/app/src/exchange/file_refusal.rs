//! A whole file that the authority refused (5001, 5003, 5004, …): which file it was, and back to review with
//! everyone in it.
//!
//! Such a result names no record of ours. The authority may give the name of the file; otherwise it is known
//! only when exactly one file is unanswered. What cannot be matched is set aside for a person, and looked at again
//! when the person says so.

use beian_authority::message::download::bajg::{Outcome as Answer, OutcomeKind};
use beian_domain::access::Actor;
use beian_domain::id::UploadId;
use beian_domain::order::command::Command;
use beian_domain::order::event::JobKind;
use beian_domain::order::stage::Stage;
use beian_store::{Download, NewJob, Tx, UploadState};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Setback, departure};
use crate::app::App;
use crate::change::change;
use crate::failure::Failure;

/// What was said about a file that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileRefusal {
    /// The authority account.
    authority: String,
    /// The downloaded file that says it.
    file: String,
    /// When that was fetched.
    at: DateTime<Utc>,
    /// Whether it is a refusal at all.
    refused: bool,
    /// Result codes of the interface.
    codes: Vec<u32>,
    /// The authority's own words, in which the name of our file may stand.
    words: String,
}

impl FileRefusal {
    pub(super) fn new(download: &Download, answer: &Answer) -> Self {
        let codes = answer.lines.iter().filter_map(|line| u32::try_from(line.code).ok()).collect();
        let words: Vec<&str> = answer.lines.iter().filter_map(|line| line.text.as_deref()).collect();
        let mut words = words.join("；");
        if let OutcomeKind::Refused { opinion: Some(opinion), .. } = &answer.kind {
            words = if words.is_empty() { opinion.clone() } else { format!("{words}；{opinion}") };
        }
        let refused = matches!(answer.kind, OutcomeKind::Refused { .. });
        let (authority, file) = (download.authority.clone(), download.file_name.clone());
        Self { authority, file, at: download.at, refused, codes, words }
    }
}

/// Applies what was said about a whole file, or sets it aside.
pub(super) async fn apply(app: &App, tx: &Tx, refusal: &FileRefusal) -> Result<(), Setback> {
    match find(tx, refusal).await? {
        Some(upload) => refuse(app, tx, upload, refusal).await,
        None => set_aside(app, tx, refusal).await,
    }
}

/// Looks again which file was meant.
pub(super) async fn look_again(app: &App, refusal: &FileRefusal) -> Result<(), Setback> {
    let tx = app.store().begin().await?;
    let found = find(&tx, refusal).await?;
    let upload = found.ok_or_else(|| {
        let FileRefusal { authority, file, codes, words, .. } = refusal;
        Setback::Alarm(format!(
            "{file} of {authority} speaks of a whole file ({codes:?} {words}), and which of ours cannot be told"
        ))
    })?;
    refuse(app, &tx, upload, refusal).await?;
    Ok(app.commit(tx).await?)
}

/// The file that is meant: by its name, else the only one that had arrived and is unanswered.
async fn find(tx: &Tx, refusal: &FileRefusal) -> Result<Option<UploadId>, Setback> {
    if !refusal.refused {
        return Ok(None);
    }
    let names = names(&refusal.words);
    if let [upload] = tx.uploads_named(&refusal.authority, &names).await?[..] {
        return Ok(Some(upload));
    }
    match tx.unanswered_uploads(&refusal.authority, refusal.at).await?[..] {
        [upload] => Ok(Some(upload)),
        _ => Ok(None),
    }
}

/// What may be the name of a file in the words of the authority, with the ending we give it.
fn names(words: &str) -> Vec<String> {
    let part_of_name = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '_');
    words
        .split(|character| !part_of_name(character))
        .map(|word| word.trim_matches('.'))
        .filter(|word| word.chars().any(|character| character.is_ascii_digit()))
        .map(|word| format!("{}.xml", word.strip_suffix(".xml").unwrap_or(word)))
        .collect()
}

/// Everyone in the file who still stands with the authority goes back to review.
async fn refuse(app: &App, tx: &Tx, upload: UploadId, refusal: &FileRefusal) -> Result<(), Setback> {
    let code = refusal.codes.first().copied().unwrap_or_default();
    let any = [UploadState::Prepared, UploadState::Accepted];
    tx.settle_upload(upload, &any, UploadState::Faulty, code.into(), app.now()).await?;
    let items = tx.upload_items(upload).await?;
    tracing::error!(%upload, filings = items.len(), codes = ?refusal.codes, "the authority refused a whole file");
    for (mut order, item) in departure::lock(tx, &items).await? {
        let there = match &order.stage {
            Stage::Sending { snapshot, departed } => *snapshot == item.snapshot && *departed == Some(upload),
            Stage::PhoneCheck { snapshot, .. } | Stage::WithAuthority { snapshot } => {
                *snapshot == item.snapshot
            }
            Stage::Draft
            | Stage::Checking { .. }
            | Stage::InReview { .. }
            | Stage::Returned { .. }
            | Stage::Filed { .. }
            | Stage::Abandoned => false,
        };
        if there {
            let version = order.version;
            let (codes, words) = (refusal.codes.clone(), refusal.words.clone());
            let command = Command::RecordFileRefusal { codes, words };
            change(tx, app, &mut order, version, command, app.stamp(Actor::Authority)).await?;
        }
    }
    Ok(())
}

async fn set_aside(app: &App, tx: &Tx, refusal: &FileRefusal) -> Result<(), Setback> {
    tracing::error!(?refusal, "which of our files is meant cannot be told; set aside");
    let codes: Vec<String> = refusal.codes.iter().map(u32::to_string).collect();
    tx.enqueue(&NewJob {
        id: app.id(),
        kind: JobKind::ApplyDownload,
        key: Some(format!("refusal:{}:{}:{}", refusal.authority, refusal.file, codes.join("-"))),
        account: None,
        order: None,
        payload: serde_json::json!({ "refusal": serde_json::to_value(refusal).map_err(Failure::fault)? }),
        run_at: app.now(),
        max_attempts: app.settings().work.max_attempts,
    })
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_in_whatever_words_it_stands() {
        let name = "202611230900001001742.xml";
        assert_eq!(names(name), [name]);
        assert_eq!(names("202611230900001001742"), [name]);
        assert_eq!(names("文件202611230900001001742.xml不符合接口格式。"), [name]);
        assert_eq!(names(r"D:\in\202611230900001001742.xml: cvc-type"), [name]);
        assert!(names("接口版本错误").is_empty());
    }
}
