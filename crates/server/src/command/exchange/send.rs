//! `exchange send`: files of the operator's own, under the next numbers of the platform's books.

use std::path::Path;
use std::time::Duration;

use beian_app::exchange::{ANOTHER_SPEAKS, OwnFile, Setback, hand_in, send_now, tables_for};
use beian_authority::codes::{CodeTables, MsgCode};
use beian_authority::message::upload::UploadDocument;
use beian_authority::packing::{Packed, Packing, unpack_upload};
use beian_domain::id::UploadId;
use beian_store::UploadState;

use super::contents::worded;
use super::pack::{entry_name, packed, tell};
use super::progress::Progress;
use super::{Stop, input, platform_with, stopped};
use crate::assemble::Platform;
use crate::cli::Send;
use crate::config::Source;
use crate::terminal::{explained, say};

/// How long a process that speaks for the account may take to bring the file.
const PATIENCE: u32 = 60;
/// How often is looked whether it did.
const LOOK: Duration = Duration::from_secs(2);

/// Checks every file, then sends one after the other.
pub async fn run(source: &Source, send: &Send) -> anyhow::Result<()> {
    let platform = platform_with(source, &send.authority).await?;
    let done = all(&platform, send).await;
    platform.close().await?;
    Ok(done?)
}

async fn all(platform: &Platform, send: &Send) -> Result<(), Stop> {
    let name = &send.authority;
    let tables = tables_for(&platform.app, name).await;
    let tables = tables.map_err(|failure| Stop::Unusable(explained(&failure)))?;
    let unit = platform.app.link(name).map_or(0, |link| link.client.unit());
    // Nothing gets a number before everything was checked.
    let files = send.files.iter().map(|file| Ok((file, ready(file, &tables, unit)?)));
    let files = files.collect::<Result<Vec<_>, Stop>>()?;
    let (progress, count) = (Progress::begin(send.telling), files.len());
    for (nth, (file, packed)) in files.into_iter().enumerate() {
        progress.step(nth + 1, count, file.display());
        one(platform, name, file, packed, &progress).await?;
    }
    Ok(())
}

/// A file that can leave.
fn ready(file: &Path, tables: &CodeTables, unit: i64) -> Result<Packed, Stop> {
    let is_zip = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    let (document, packed) = if is_zip {
        of_zip(file, tables)?
    } else {
        let packing = Packing { tables: Some(tables), ..Packing::default() };
        packed(file, packing)?.map_err(|violations| refused(file, &violations))?
    };
    if document.unit() == unit {
        return Ok(packed);
    }
    Err(Stop::Refused(format!(
        "{}: names unit {}, the account is {unit}; nothing was sent. 报备单位 ID 与账号不符。",
        file.display(),
        document.unit()
    )))
}

/// The bytes of a zip leave as they are; its document is checked all the same.
fn of_zip(file: &Path, tables: &CodeTables) -> Result<(UploadDocument, Packed), Stop> {
    let packed = Packed::from_zip(input::bytes(file)?);
    let (document, _) = unpack_upload(&packed).map_err(|error| {
        Stop::Unusable(format!("{}: no packed UploadData document: {error}", file.display()))
    })?;
    let violations = document.violations_with(tables);
    if violations.is_empty() { Ok((document, packed)) } else { Err(refused(file, &violations)) }
}

fn refused(file: &Path, violations: &[beian_authority::Violation]) -> Stop {
    tell(file, violations);
    let why = format!("{}: would be refused; nothing was sent. 未报送。", file.display());
    Stop::Refused(why)
}

async fn one(
    platform: &Platform,
    name: &str,
    file: &Path,
    packed: Packed,
    progress: &Progress,
) -> Result<(), Stop> {
    let own = OwnFile { entry_name: entry_name(file), packed };
    let upload = hand_in(&platform.app, name, own).await.map_err(|setback| stopped(setback, name))?;
    let number = upload.sequence;
    say(format!("{}: number {number} is stored. 序号 {number} 已入账。", file.display()));
    match send_now(&platform.app, name, upload.id).await {
        Ok(()) => {}
        // Whoever speaks for the account has the job by now.
        Err(Setback::Later(why)) if why == ANOTHER_SPEAKS => {
            brought(platform, upload.id, number, progress).await?;
        }
        Err(setback) => {
            let stop = stopped(setback, name);
            say(format!(
                "number {number} stays first in line: a running `beian serve` or `beian work` tries again by \
                 itself. 该文件保留序号，由后台任务继续报送。"
            ));
            return Err(stop);
        }
    }
    say(format!("number {number}: {}", worded(MsgCode::DONE)));
    say("The answer comes with a later download: `beian exchange fetch`. 结果随下载返回。");
    Ok(())
}

/// Waits until the process that speaks for the account has brought a file.
async fn brought(platform: &Platform, id: UploadId, number: i64, progress: &Progress) -> Result<(), Stop> {
    for look in 1..=PATIENCE {
        progress.step(look as usize, PATIENCE as usize, "another process brings it");
        let stored = platform.store.upload(id).await;
        let state = stored.map_err(|error| Stop::Unusable(error.to_string()))?.map(|upload| upload.state);
        match state {
            Some(UploadState::Accepted) => return Ok(()),
            Some(UploadState::Faulty) => {
                let why = format!("the authority refused file {number}; see /desk/exchange. 管局拒收。");
                return Err(Stop::Refused(why));
            }
            Some(UploadState::Prepared) | None => tokio::time::sleep(LOOK).await,
        }
    }
    Err(Stop::Refused(format!(
        "number {number} is stored, and the process that speaks for the account has not brought it yet; see \
         /desk/jobs and `beian exchange status`. 后台任务尚未送达。"
    )))
}
