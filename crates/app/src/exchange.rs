//! The exchange with the authority (管局): what goes out, what comes in, and how nothing is lost or doubled.
//!
//! What is sent is packed, numbered and stored before a byte of it leaves ([`upload`]). A reply that was lost
//! is resolved by asking what the authority holds, never by guessing. What is downloaded is stored, then
//! applied together with the mark that it was applied, then acknowledged ([`poll`]).

mod account;
mod apply;
mod batch;
pub mod books;
pub(crate) mod codes;
mod deliver;
mod departure;
mod file_refusal;
mod filing;
mod gbk;
mod own_file;
pub mod poll;
mod resync;
mod retention;
mod sayable;
pub mod standing;
pub mod upload;
pub mod watch;

pub use account::{AccountStanding, standing_of_account};
pub use beian_store::{Backlog, Leader, OpenUpload};
pub use codes::{code_tables, tables_for};
pub(crate) use gbk::unencodable;
pub use own_file::{OwnFile, hand_in, send_now};
pub use poll::{Fetched, fetch_next, peek};
pub use resync::{Consent, OpenFile, Resync, resync};
pub use retention::sweep;

use std::time::Duration;

use beian_authority::client::CallError;
use beian_authority::codes::Retry;
use beian_authority::credentials::Nonce;

use crate::app::App;
use crate::failure::Failure;

/// Why something of the exchange did not end well.
#[derive(Debug, thiserror::Error)]
pub enum Setback {
    /// Nothing is wrong with us: the authority is down, busy or closed. Try again.
    #[error("later: {0}")]
    Later(String),
    /// Trying again will not help: a person must look at it.
    #[error("needs a person: {0}")]
    Alarm(String),
    /// Anything of our own.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Setback {
    /// What follows from a question the authority did not answer as it should.
    fn unanswered(error: &CallError) -> Self {
        match error.retry() {
            Retry::Alarm => Self::Alarm(error.to_string()),
            Retry::Done | Retry::Later | Retry::Resend(_) | Retry::FaultyFile => {
                Self::Later(error.to_string())
            }
        }
    }
}

impl From<beian_store::StoreError> for Setback {
    fn from(error: beian_store::StoreError) -> Self {
        Self::Failure(error.into())
    }
}

/// A fresh nonce for one call.
fn nonce(app: &App) -> Nonce {
    Nonce::from_bytes(app.chance().bytes())
}

/// Why a call has to wait while another process leads over the account.
pub const ANOTHER_SPEAKS: &str = "another process speaks for this authority account";

/// How long one worker speaks alone for an authority account before another may take over.
/// Longer than a call may take.
const LEAD: Duration = Duration::from_secs(150);

/// Makes this process the only one that speaks for `link`, or says to come back.
///
/// The interface counts uploads in one sequence per account, so two senders would break it.
async fn lead(app: &App, link: &str) -> Result<(), Setback> {
    let worker = &app.settings().work.name;
    if app.store().lead(link, worker, app.now(), LEAD).await? {
        Ok(())
    } else {
        Err(Setback::Later(ANOTHER_SPEAKS.into()))
    }
}
