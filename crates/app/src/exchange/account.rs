//! An authority account as operators see it: where its numbers, files and jobs stand, on both sides.

use beian_authority::client::CallError;
use beian_store::{Backlog, Leader, OpenUpload};
use chrono::{DateTime, Utc};

use super::{Setback, nonce};
use crate::app::App;
use crate::jobs::poll_key;
use crate::settings::AuthorityLink;

/// Where an account stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountStanding {
    /// Its name in the configuration.
    pub name: String,
    /// Our unit id there (报备单位ID).
    pub unit: i64,
    /// The last number we gave to a file; 0 before the first.
    pub our_last: i64,
    /// The last number the authority accepted, by its own word; 0 before the first.
    pub their_last: Result<i64, CallError>,
    /// The file that is on its way, of which it is not known whether it arrived.
    pub open: Option<OpenUpload>,
    /// How many orders wait to be packed.
    pub waiting: usize,
    /// What was fetched and is not finished here. How much waits at the authority, it does not tell.
    pub downloads: Backlog,
    /// Who speaks for the account, while somebody does.
    pub leader: Option<Leader>,
    /// When the authority is asked next for news; `None` while that is being done.
    pub next_poll: Option<DateTime<Utc>>,
}

/// Where the account of this name stands. Asks the authority; changes nothing.
///
/// # Errors
/// [`Setback::Alarm`] when no account has this name. An authority that does not answer is no error.
pub async fn standing_of_account(app: &App, name: &str) -> Result<AccountStanding, Setback> {
    let link = configured(app, name)?;
    let store = app.store();
    let their_last = link.client.previous_upload(nonce(app)).await.map(|previous| previous.sequence);
    Ok(AccountStanding {
        name: link.name.clone(),
        unit: link.client.unit(),
        our_last: store.last_sequence(name).await?,
        their_last,
        open: store.open_upload(name).await?,
        waiting: store.waiting_orders(&link.provinces, u64::from(u32::MAX)).await?.len(),
        downloads: store.download_backlog(name).await?,
        leader: store.leader(name).await?.filter(|leader| leader.until > app.now()),
        next_poll: store.job_by_key(&poll_key(name)).await?.map(|job| job.run_at),
    })
}

/// The account of this name.
pub(super) fn configured<'a>(app: &'a App, name: &str) -> Result<&'a AuthorityLink, Setback> {
    app.link(name).ok_or_else(|| Setback::Alarm(format!("no authority account {name:?} is configured")))
}
