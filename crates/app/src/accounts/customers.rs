//! Customers' accounts as staff see them, and the mark that their real name is verified (实名认证).

use beian_domain::access::{Action, Actor};
use beian_domain::account::{Account, User};
use beian_domain::contact::Email;
use beian_domain::id::AccountId;
use beian_store::{Entry, Page, Paged};
use serde_json::json;

use crate::app::App;
use crate::failure::Failure;
use crate::rights::{allow, allow_seeing};

/// An account with its people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerAccount {
    /// The account.
    pub account: Account,
    /// Its users.
    pub users: Vec<User>,
}

/// Shows an account to its people, or to staff.
pub async fn account(app: &App, actor: Actor, id: AccountId) -> Result<CustomerAccount, Failure> {
    allow_seeing(actor, id)?;
    let account = app.store().account(id).await?.ok_or(Failure::Missing)?;
    let users = app.store().users_of(id).await?;
    Ok(CustomerAccount { account, users })
}

/// Lists accounts for the desk, newest first.
pub async fn list_accounts(app: &App, actor: Actor, page: Page) -> Result<Paged<Account>, Failure> {
    allow(actor, Action::ViewDesk)?;
    Ok(app.store().accounts(page).await?)
}

/// Finds an account for the desk by its id or by the e-mail address of one of its users.
pub async fn find_account(app: &App, actor: Actor, text: &str) -> Result<Option<Account>, Failure> {
    allow(actor, Action::ViewDesk)?;
    account_named(app, text).await
}

/// The account with this id, or with a user of this e-mail address.
pub(crate) async fn account_named(app: &App, text: &str) -> Result<Option<Account>, Failure> {
    if let Ok(id) = AccountId::parse(text.trim()) {
        return Ok(app.store().account(id).await?);
    }
    let Ok(email) = Email::parse(text) else { return Ok(None) };
    Ok(app.store().user_by_email(&email).await?.map(|(_, _, account)| account))
}

/// Marks whether staff has verified who owns the account. Those who approve orders judge this too.
pub async fn verify_account(app: &App, actor: Actor, id: AccountId, verified: bool) -> Result<(), Failure> {
    allow(actor, Action::ApproveOrder)?;
    app.store().account(id).await?.ok_or(Failure::Missing)?;
    let tx = app.store().begin().await?;
    tx.set_real_name_verified(id, verified).await?;
    tx.append(&Entry {
        account: Some(id),
        order: None,
        at: app.now(),
        by: actor,
        name: "account-verified".to_owned(),
        payload: json!({ "verified": verified }),
    })
    .await?;
    Ok(tx.commit().await?)
}
