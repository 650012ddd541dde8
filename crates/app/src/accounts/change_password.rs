//! Changing the own password, which ends every session but the new one.

use beian_domain::access::Actor;
use beian_store::Who;

use super::lock_out::Attempt;
use super::password;
use super::session::{SignedIn, open_session};
use crate::app::App;
use crate::failure::{Failure, FieldProblem};

/// Changes the actor's password when `old` is the present one.
///
/// # Errors
/// [`Failure::Invalid`] on `old-password` (`password-wrong`) or `password`; [`Failure::Busy`] after too many wrong
/// ones.
pub async fn change_password(app: &App, actor: Actor, old: String, new: String) -> Result<SignedIn, Failure> {
    let (who, email) = match actor {
        Actor::Customer { user, .. } => {
            let user = app.store().user(user).await?.ok_or(Failure::Missing)?;
            (Who::User(user.id), user.email)
        }
        Actor::Staff { staff, .. } => {
            let staff = app.store().staff(staff).await?.ok_or(Failure::Missing)?;
            (Who::Staff(staff.id), staff.email)
        }
        Actor::System | Actor::Authority => return Err(Failure::Forbidden),
    };
    password::judge("password", &new, email.as_str()).map_err(Failure::field)?;
    // Who finds a session open must not find out the password by it.
    let attempt = Attempt::begin(app, "change", &email, "a session").await?;
    let present = app.store().password_hash(who).await?;
    if !password::verify(app, old, present).await? {
        return Err(Failure::field(FieldProblem::new("old-password", "password-wrong")));
    }
    attempt.succeeded(app).await?;
    let hash = password::hash(app, new).await?;
    let tx = app.store().begin().await?;
    tx.set_password(who, &hash).await?;
    tx.delete_sessions_of(who).await?;
    let session = open_session(&tx, app, who).await?;
    tx.commit().await?;
    Ok(session)
}
