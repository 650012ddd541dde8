//! `exchange resync`: brings numbers level after a restored backup or with an account that was used before.

use beian_app::exchange::{
    AccountStanding, Consent, OpenFile, Resync as Outcome, resync, standing_of_account,
};

use super::{Stop, platform_with, stopped};
use crate::assemble::Platform;
use crate::cli::{self, Resync};
use crate::config::Source;
use crate::terminal::say;

/// Compares and, where that was agreed to, brings level.
pub async fn run(source: &Source, asked: &Resync) -> anyhow::Result<()> {
    let platform = platform_with(source, &asked.authority).await?;
    let done = level(&platform, asked).await;
    platform.close().await?;
    Ok(done?)
}

async fn level(platform: &Platform, asked: &Resync) -> Result<(), Stop> {
    let name = &asked.authority;
    let stop = |setback| stopped(setback, name);
    if asked.dry_run {
        let standing = standing_of_account(&platform.app, name).await.map_err(stop)?;
        return compared(&standing);
    }
    let consent = if asked.adopt { Consent::Adopt(open_file(platform, asked).await?) } else { Consent::None };
    outcome(resync(&platform.app, name, consent).await.map_err(stop)?, name)
}

/// What the operator says of our open file; it must be said where there is one.
async fn open_file(platform: &Platform, asked: &Resync) -> Result<OpenFile, Stop> {
    match asked.open_file {
        Some(cli::OpenFile::SendAgain) => return Ok(OpenFile::SendAgain),
        Some(cli::OpenFile::Arrived) => return Ok(OpenFile::Arrived),
        None => {}
    }
    let standing = standing_of_account(&platform.app, &asked.authority).await;
    let standing = standing.map_err(|setback| stopped(setback, &asked.authority))?;
    match standing.open {
        None => Ok(OpenFile::SendAgain),
        Some(open) => Err(Stop::Refused(format!(
            "file {} is on its way, and whether it arrived only you can find out. Say so: \
             --open-file send-again, or --open-file arrived. 请说明该文件是否已送达。",
            open.sequence
        ))),
    }
}

/// What a resync would find, without one.
fn compared(standing: &AccountStanding) -> Result<(), Stop> {
    let theirs = match &standing.their_last {
        Ok(theirs) => *theirs,
        Err(error) => {
            let why = format!("{}: the authority does not answer: {error}. 管局没有应答。", standing.name);
            return Err(Stop::Refused(why));
        }
    };
    let open = standing.open.map(|open| open.sequence);
    let settled = open.map_or(standing.our_last, |open| open - 1);
    say(format!("{}: our last number {}, the authority's {theirs}", standing.name, standing.our_last));
    if let Some(open) = open {
        say(format!("file {open} is on its way; whether it arrived is not known"));
    }
    if Some(theirs) == open {
        say("`resync` would compare that file and record its arrival if it is the same.");
        return Ok(());
    }
    match theirs.cmp(&settled) {
        std::cmp::Ordering::Equal => say("The numbers are level. 序号一致。"),
        std::cmp::Ordering::Less => {
            let first = theirs + 1;
            say(format!("`resync` would send {first} to {settled} again. 将重报缺失的文件。"));
        }
        std::cmp::Ordering::Greater => {
            say("`resync --adopt` would go on from the authority's number. 可用 --adopt 采用管局序号。");
            return Err(Stop::Refused("nothing was changed".to_owned()));
        }
    }
    Ok(())
}

/// Tells what was found and done.
fn outcome(outcome: Outcome, name: &str) -> Result<(), Stop> {
    match outcome {
        Outcome::InStep { last } => say(format!("{name}: both sides had {last} last. 序号一致。")),
        Outcome::Arrived { last } => {
            say(format!("{name}: file {last} had arrived; that is recorded now. 文件已送达。"));
        }
        Outcome::Resent { first, last } => {
            say(format!("{name}: files {first} to {last} were sent again. 已重报。"));
        }
        Outcome::Adopted { from, to, renumbered } => {
            say(format!(
                "{name}: our number went from {from} to {to}, which the journal tells. 已采用管局序号。"
            ));
            if let Some(number) = renumbered {
                say(format!("The open file has number {number} now and is sent by the next upload."));
            }
        }
        Outcome::Ahead { ours, theirs, open } => {
            let open = open.map_or_else(String::new, |open| {
                format!(" File {open} of ours is open: say what became of it with --open-file.")
            });
            return Err(Stop::Refused(format!(
                "{name}: the authority has {theirs}, we have {ours}: somebody else used the account, or our \
                 database was restored from before. Nothing was changed. If nobody else sends through this \
                 account now, --adopt goes on from {theirs}.{open} 管局序号超前，确认后用 --adopt。"
            )));
        }
        Outcome::Differs { last } => {
            return Err(Stop::Refused(format!(
                "{name}: both sides have {last}, but the file is not ours: somebody else used the account. \
                 Find out who, before anything more is sent. 序号相同但文件不同，请先查明。"
            )));
        }
    }
    Ok(())
}
