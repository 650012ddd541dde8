//! Customers' accounts as staff see them, and the mark that their real name is verified (实名认证).

use beian_domain::access::{Action, Actor};
use beian_domain::account::{Account, User};
use beian_domain::id::AccountId;
use beian_store::Entry;
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
