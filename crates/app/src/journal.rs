//! The journal as the auditor reads it, and the proof that nothing was taken out or changed.

use beian_domain::access::{Action, Actor};
use beian_domain::id::AccountId;
pub use beian_store::{Break, BreakKind, JournalFilter, JournalReport, JournalRow};
use beian_store::{Page, Paged};

use crate::app::App;
use crate::failure::Failure;
use crate::orders::{Who, names_of};
use crate::rights::allow;

/// An entry with the name of who did it.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalLine {
    /// The entry.
    pub row: JournalRow,
    /// Who.
    pub by: Who,
}

/// Lists entries, newest first.
pub async fn list(
    app: &App,
    actor: Actor,
    filter: JournalFilter,
    page: Page,
) -> Result<Paged<JournalLine>, Failure> {
    allow(actor, Action::ViewJournal)?;
    let found = app.store().journal(filter, page).await?;
    let actors: Vec<Actor> = found.rows.iter().map(|row| row.entry.by).collect();
    let names = names_of(app, actors).await?;
    let line = |row: JournalRow| JournalLine { by: names.who(row.entry.by), row };
    Ok(Paged { rows: found.rows.into_iter().map(line).collect(), next: found.next })
}

/// Verifies the chain of one account, or of what belongs to none.
pub async fn verify(app: &App, actor: Actor, account: Option<AccountId>) -> Result<JournalReport, Failure> {
    allow(actor, Action::ViewJournal)?;
    Ok(app.store().verify_journal(account).await?)
}

/// Verifies every chain.
pub async fn verify_all(app: &App, actor: Actor) -> Result<Vec<JournalReport>, Failure> {
    allow(actor, Action::ViewJournal)?;
    Ok(app.store().verify_all().await?)
}
