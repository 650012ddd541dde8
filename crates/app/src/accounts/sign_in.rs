//! Signing in, by one of two doors: the customer's console or the staff desk.

use beian_domain::contact::Email;
use beian_store::Who;

use super::lock_out::Attempt;
use super::password;
use super::session::{SignedIn, open_session};
use crate::app::App;
use crate::failure::{Failure, FieldProblem};

/// Which door somebody comes in by. Staff are never in a customer's account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// The customer's console.
    Customer,
    /// The staff desk.
    Staff,
}

/// Opens a session for the right password. `address` is the network address the request came from.
///
/// # Errors
/// [`Failure::Invalid`] with `sign-in-failed` on `password`, whether the person is unknown or the password
/// wrong; [`Failure::Busy`] after too many wrong ones.
pub async fn sign_in(
    app: &App,
    door: Door,
    email: &str,
    password: String,
    address: &str,
) -> Result<SignedIn, Failure> {
    let email = Email::parse(email)
        .map_err(|invalid| Failure::field(FieldProblem::from_invalid("email", &invalid)))?;
    let name = match door {
        Door::Customer => "customer",
        Door::Staff => "staff",
    };
    let attempt = Attempt::begin(app, name, &email, address).await?;
    let (who, hash) = match find(app, door, &email).await? {
        Some((who, hash)) => (Some(who), Some(hash)),
        None => (None, None),
    };
    let right = password::verify(app, password, hash).await?;
    let Some(who) = who.filter(|_| right) else {
        attempt.failed(app).await?;
        return Err(Failure::field(FieldProblem::new("password", "sign-in-failed")));
    };
    attempt.succeeded(app).await?;
    let tx = app.store().begin().await?;
    let signed_in = open_session(&tx, app, who).await?;
    tx.commit().await?;
    Ok(signed_in)
}

async fn find(app: &App, door: Door, email: &Email) -> Result<Option<(Who, String)>, Failure> {
    Ok(match door {
        Door::Customer => {
            let found = app.store().user_by_email(email).await?;
            found.map(|(user, hash, _)| (Who::User(user.id), hash))
        }
        Door::Staff => {
            let found = app.store().staff_by_email(email).await?;
            found.map(|(staff, hash)| (Who::Staff(staff.id), hash))
        }
    })
}
