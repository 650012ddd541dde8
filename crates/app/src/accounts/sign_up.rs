//! Signing up: an account, its owner, and the owner's first session.

use beian_domain::Invalid;
use beian_domain::access::Actor;
use beian_domain::account::{Account, AccountKind, Role, User};
use beian_domain::contact::Email;
use beian_domain::text::Line;
use beian_store::{Entry, StoreError, Tx, Unique, Who};
use serde_json::json;

use super::password;
use super::session::{SignedIn, open_session};
use crate::app::App;
use crate::failure::{Failure, FieldProblem};

/// What is typed to sign up.
#[derive(Clone, Default)]
pub struct SignUp {
    /// Sign-in name and address for notices.
    pub email: String,
    /// At least ten characters.
    pub password: String,
    /// What people call the person.
    pub name: String,
    /// What people call the account.
    pub account_name: String,
    /// `organisation` or `person`.
    pub kind: String,
}

/// Makes the account and signs its owner in.
///
/// # Errors
/// [`Failure::Invalid`] on `email` (also `email-taken`), `password`, `name`, `account-name`, `kind`.
pub async fn sign_up(app: &App, sign_up: SignUp) -> Result<SignedIn, Failure> {
    let (account, owner) = read(app, &sign_up)?;
    let hash = password::hash(app, sign_up.password).await?;
    let tx = app.store().begin().await?;
    let session = match insert(&tx, app, &account, &owner, &hash).await {
        Err(StoreError::Conflict(Unique::SignInName)) => {
            return Err(Failure::field(FieldProblem::new("email", "email-taken")));
        }
        Err(error) => return Err(error.into()),
        Ok(()) => open_session(&tx, app, Who::User(owner.id)).await?,
    };
    tx.append(&Entry {
        account: Some(account.id),
        order: None,
        at: app.now(),
        by: Actor::Customer { account: account.id, user: owner.id, role: owner.role },
        name: "account-opened".to_owned(),
        payload: json!({ "kind": account.kind, "user": owner.id }),
    })
    .await?;
    tx.commit().await?;
    Ok(session)
}

async fn insert(tx: &Tx, app: &App, account: &Account, owner: &User, hash: &str) -> Result<(), StoreError> {
    tx.insert_account(account, app.now()).await?;
    tx.insert_user(owner, hash, app.now()).await
}

fn read(app: &App, sign_up: &SignUp) -> Result<(Account, User), Failure> {
    let mut problems = Vec::new();
    let email = take(&mut problems, "email", Email::parse(&sign_up.email));
    let name = take(&mut problems, "name", Line::<64>::parse(&sign_up.name));
    let account_name = take(&mut problems, "account-name", Line::<255>::parse(&sign_up.account_name));
    let kind = AccountKind::from_slug(&sign_up.kind).ok_or_else(|| Invalid::new("answer-choice"));
    let kind = take(&mut problems, "kind", kind);
    if let Err(problem) = password::judge("password", &sign_up.password, &sign_up.email) {
        problems.push(problem);
    }
    match (email, name, account_name, kind) {
        (Some(email), Some(name), Some(account_name), Some(kind)) if problems.is_empty() => {
            let account =
                Account { id: app.id(), name: account_name.to_string(), kind, real_name_verified: false };
            let owner =
                User { id: app.id(), account: account.id, email, name: name.to_string(), role: Role::Owner };
            Ok((account, owner))
        }
        _ => Err(Failure::Invalid(problems)),
    }
}

fn take<T>(problems: &mut Vec<FieldProblem>, field: &str, read: Result<T, Invalid>) -> Option<T> {
    read.map_err(|invalid| problems.push(FieldProblem::from_invalid(field, &invalid))).ok()
}
