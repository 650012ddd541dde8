//! The exchange as the desk reads it: per authority account its numbers, files and code tables.

use beian_domain::access::{Action, Actor};
use beian_domain::region::Province;
use beian_store::{FetchedFile, OpenUpload, Page, Paged, SentFile};
use chrono::{DateTime, Utc};

use super::codes::table;
use super::nonce;
use crate::app::App;
use crate::failure::Failure;
use crate::rights::allow;

/// An authority account with its books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountBooks {
    /// Its name in the configuration.
    pub name: String,
    /// The provinces whose filings go there.
    pub provinces: Vec<Province>,
    /// Our unit there (报备单位ID).
    pub unit: i64,
    /// The last number we gave to a file; 0 before the first.
    pub our_last: i64,
    /// The last number the authority took, where it was asked.
    pub their_last: TheirLast,
    /// The file of which nothing is known yet.
    pub open: Option<OpenUpload>,
    /// Files sent, the highest number first.
    pub sent: Paged<SentFile>,
    /// Files fetched, newest first.
    pub fetched: Paged<FetchedFile>,
    /// The code tables it delivered.
    pub tables: Vec<DeliveredTable>,
}

/// What the authority says of its own counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TheirLast {
    /// It was not asked.
    NotAsked,
    /// The last number it took; 0 before the first.
    Number(i64),
    /// It did not answer.
    Silent,
}

/// A code table that was delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveredTable {
    /// Its name in Chinese; its stable name when it is of a newer program.
    pub zh: String,
    /// Its name in English; the same.
    pub en: String,
    /// How many rows.
    pub rows: u32,
    /// When it came.
    pub at: DateTime<Utc>,
    /// The file that brought it.
    pub file_name: String,
}

/// The names of the authority accounts.
pub fn accounts(app: &App, actor: Actor) -> Result<Vec<String>, Failure> {
    allow(actor, Action::ViewDesk)?;
    Ok(app.links().iter().map(|link| link.name.clone()).collect())
}

/// The books of one account. `ask` also asks the authority for its counter, which may take as long as a call may.
///
/// # Errors
/// [`Failure::Missing`] when no account has this name.
pub async fn books(
    app: &App,
    actor: Actor,
    name: &str,
    sent: Page,
    fetched: Page,
    ask: bool,
) -> Result<AccountBooks, Failure> {
    allow(actor, Action::ViewJobs)?;
    let link = app.link(name).ok_or(Failure::Missing)?;
    let store = app.store();
    let their_last = if ask {
        let answered = link.client.previous_upload(nonce(app)).await;
        answered.map_or(TheirLast::Silent, |previous| TheirLast::Number(previous.sequence))
    } else {
        TheirLast::NotAsked
    };
    let delivered = store.delivered_codes(name).await?.into_iter().map(|codes| {
        let table = table(&codes.name);
        DeliveredTable {
            zh: table.map_or_else(|| codes.name.clone(), |table| table.zh().to_owned()),
            en: table.map_or_else(|| codes.name.clone(), |table| table.en().to_owned()),
            rows: codes.rows,
            at: codes.at,
            file_name: codes.file_name,
        }
    });
    Ok(AccountBooks {
        name: link.name.clone(),
        provinces: link.provinces.clone(),
        unit: link.client.unit(),
        our_last: store.last_sequence(name).await?,
        their_last,
        open: store.open_upload(name).await?,
        sent: store.sent_files(name, sent).await?,
        fetched: store.fetched_files(name, fetched).await?,
        tables: delivered.collect(),
    })
}
