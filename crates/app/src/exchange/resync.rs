//! Resync: brings our numbers and the authority's level, for an account that was used before, or after a backup
//! was restored on either side.

use beian_authority::client::PreviousUpload;
use beian_authority::packing::Packed;
use beian_domain::access::Actor;
use beian_store::{Entry, Upload};
use serde_json::json;

use super::account::configured;
use super::{Setback, deliver, lead, nonce};
use crate::app::App;
use crate::settings::AuthorityLink;

/// What an operator agrees to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// To nothing: look, and send again what is ours and missing there.
    None,
    /// To go on from the authority's number, when it is ahead of ours.
    Adopt(OpenFile),
}

/// What becomes of our open file when the authority's number is adopted: its number is used by now, and the
/// authority tells only its last file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenFile {
    /// It never arrived: it gets the next free number and is sent again.
    SendAgain,
    /// It arrived, as when our database was restored from before: it is not sent again.
    Arrived,
}

/// How the numbers compare, and what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resync {
    /// Both sides had the same last number.
    InStep {
        /// The number; 0 when nothing was ever sent.
        last: i64,
    },
    /// Our open file had arrived: its members were received.
    Arrived {
        /// Its number.
        last: i64,
    },
    /// The authority is ahead and nothing was changed: somebody else used the account, or our database was
    /// restored from before.
    Ahead {
        /// Our last settled number.
        ours: i64,
        /// The authority's.
        theirs: i64,
        /// The number of our open file.
        open: Option<i64>,
    },
    /// The last number is the same but the file is not: somebody else used the account.
    Differs {
        /// The number.
        last: i64,
    },
    /// The authority's number was adopted.
    Adopted {
        /// Our last settled number before.
        from: i64,
        /// The number we go on from.
        to: i64,
        /// The new number of our open file.
        renumbered: Option<i64>,
    },
    /// The authority was behind: these files were sent again.
    Resent {
        /// The first of them.
        first: i64,
        /// The last.
        last: i64,
    },
}

/// Compares our last number with the authority's, sends again what is missing there, and adopts its number when
/// it is ahead and `consent` says so.
///
/// # Errors
/// [`Setback::Later`] while another process speaks for the account or the authority does not answer;
/// [`Setback::Alarm`] when there is no such account or a number is missing there that we do not have.
pub async fn resync(app: &App, name: &str, consent: Consent) -> Result<Resync, Setback> {
    let link = configured(app, name)?;
    let _turn = app.turn(name).await;
    lead(app, name).await?;
    let open = open_file(app, name).await?;
    let previous =
        link.client.previous_upload(nonce(app)).await.map_err(|error| Setback::unanswered(&error))?;
    if let Some(file) = &open
        && previous.is(file.sequence, &Packed::from_zip(file.bytes.clone()))
    {
        deliver::accepted(app, link, file).await?;
        return Ok(Resync::Arrived { last: file.sequence });
    }
    let last = app.store().last_sequence(name).await?;
    let ours = open.as_ref().map_or(last, |file| file.sequence - 1);
    let theirs = previous.sequence;
    if theirs < ours {
        let missing: Vec<i64> = (theirs + 1..=ours).collect();
        deliver::resend(app, link, &missing).await?;
        return Ok(Resync::Resent { first: theirs + 1, last: ours });
    }
    if theirs == ours {
        let same = is_ours(app, name, &previous).await?;
        return Ok(if same { Resync::InStep { last: ours } } else { Resync::Differs { last: ours } });
    }
    match consent {
        Consent::None => Ok(Resync::Ahead { ours, theirs, open: open.map(|file| file.sequence) }),
        Consent::Adopt(what) => adopt(app, link, ours, theirs, open.map(|file| (file, what))).await,
    }
}

async fn open_file(app: &App, name: &str) -> Result<Option<Upload>, Setback> {
    match app.store().open_upload(name).await? {
        Some(open) => Ok(app.store().upload(open.id).await?),
        None => Ok(None),
    }
}

/// Whether the authority's last file is the one we sent under that number, as far as both still know.
async fn is_ours(app: &App, name: &str, previous: &PreviousUpload) -> Result<bool, Setback> {
    let stored = app.store().upload_by_sequence(name, previous.sequence).await?;
    Ok(match (stored, &previous.file) {
        (Some(stored), Some(file)) => stored.md5 == beian_authority::packing::hex(&file.hash),
        (None, _) | (_, None) => true,
    })
}

async fn adopt(
    app: &App,
    link: &AuthorityLink,
    ours: i64,
    theirs: i64,
    open: Option<(Upload, OpenFile)>,
) -> Result<Resync, Setback> {
    let name = &link.name;
    let again = open.as_ref().filter(|(_, what)| *what == OpenFile::SendAgain).map(|(file, _)| file);
    let renumbered = again.map(|_| theirs + 1);
    let tx = app.store().begin().await?;
    // Locks the counter, so that no number is given meanwhile.
    tx.next_sequence(name).await?;
    tx.set_last_sequence(name, renumbered.unwrap_or(theirs)).await?;
    if let Some(file) = again {
        tx.renumber_upload(file.id, theirs + 1).await?;
    }
    tx.append(&Entry {
        account: None,
        order: None,
        at: app.now(),
        by: Actor::System,
        name: "sequence-adopted".to_owned(),
        payload: json!({ "authority": name, "from": ours, "to": theirs, "renumbered": renumbered }),
    })
    .await?;
    app.commit(tx).await?;
    if let Some((file, OpenFile::Arrived)) = &open {
        deliver::accepted(app, link, file).await?;
    }
    Ok(Resync::Adopted { from: ours, to: theirs, renumbered })
}
