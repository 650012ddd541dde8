//! The provider's own people.

use beian_domain::access::{Action, Actor};
use beian_domain::account::{Staff, StaffRole};
use beian_domain::contact::Email;
use beian_domain::id::StaffId;
use beian_domain::text::Line;
use beian_store::{StoreError, Unique};

use super::password;
use crate::app::App;
use crate::failure::{Failure, FieldProblem};
use crate::rights::allow;

/// A new member of staff, as typed.
#[derive(Clone)]
pub struct NewStaff {
    /// Sign-in name.
    pub email: String,
    /// What colleagues and the customer's history call the person.
    pub name: String,
    /// What the person may do.
    pub role: StaffRole,
    /// The first password.
    pub password: String,
}

/// Adds a member of staff.
///
/// # Errors
/// [`Failure::Invalid`] on `email` (also `email-taken`), `name`, `password`.
pub async fn add_staff(app: &App, actor: Actor, new: NewStaff) -> Result<StaffId, Failure> {
    allow(actor, Action::ManageStaff)?;
    insert(app, new).await
}

/// Adds a member of staff for the person who runs the platform, from the command line; no page leads here.
///
/// # Errors
/// As [`add_staff`].
pub async fn add_staff_as_operator(app: &App, new: NewStaff) -> Result<StaffId, Failure> {
    insert(app, new).await
}

/// Adds the first administrator, when there is no staff yet: somebody must be able to add the others. For the
/// person who installs the platform, not for any page.
///
/// # Errors
/// Refused with `staff-exists` when somebody is there already.
pub async fn first_admin(app: &App, new: NewStaff) -> Result<StaffId, Failure> {
    if !app.store().staff_list().await?.is_empty() {
        return Err(Failure::refused("staff-exists"));
    }
    insert(app, NewStaff { role: StaffRole::Admin, ..new }).await
}

/// Lists the staff.
pub async fn list_staff(app: &App, actor: Actor) -> Result<Vec<Staff>, Failure> {
    allow(actor, Action::ManageStaff)?;
    Ok(app.store().staff_list().await?)
}

async fn insert(app: &App, new: NewStaff) -> Result<StaffId, Failure> {
    let invalid = |field: &'static str| move |e| Failure::field(FieldProblem::from_invalid(field, &e));
    let email = Email::parse(&new.email).map_err(invalid("email"))?;
    let name = Line::<64>::parse(&new.name).map_err(invalid("name"))?;
    password::judge("password", &new.password, email.as_str()).map_err(Failure::field)?;
    let hash = password::hash(app, new.password).await?;
    let staff = Staff { id: app.id(), email, name: name.to_string(), role: new.role };
    let tx = app.store().begin().await?;
    match tx.insert_staff(&staff, &hash, app.now()).await {
        Err(StoreError::Conflict(Unique::StaffSignInName)) => {
            return Err(Failure::field(FieldProblem::new("email", "email-taken")));
        }
        other => other?,
    }
    tx.commit().await?;
    Ok(staff.id)
}
