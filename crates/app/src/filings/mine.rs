//! What the account has filed.

use beian_domain::access::{Action, Actor};
use beian_domain::filing::{FiledService, FiledSubject};

use crate::app::App;
use crate::failure::Failure;
use crate::rights::own_account;

/// A filed subject with its services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    /// The subject.
    pub subject: FiledSubject,
    /// Its services.
    pub services: Vec<FiledService>,
}

/// Lists the filings of the actor's account.
pub async fn mine(app: &App, actor: Actor) -> Result<Vec<Filing>, Failure> {
    let account = own_account(actor, Action::ViewOwn)?;
    let filings = app.store().filings_of(account).await?;
    Ok(filings.into_iter().map(|(subject, services)| Filing { subject, services }).collect())
}
