//! Lists of resources with the places they still have.

use beian_domain::access::{Action, Actor};
use beian_domain::id::AccountId;
use beian_domain::resource::{Resource, Unfit};

use crate::app::App;
use crate::failure::Failure;
use crate::rights::{allow_seeing, own_account};

/// A resource in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceLine {
    /// The resource.
    pub resource: Resource,
    /// Places taken.
    pub used: u32,
    /// Why it cannot carry one more; empty when it can.
    pub unfit: Vec<Unfit>,
}

/// The resources of the actor's own account.
pub async fn list_own(app: &App, actor: Actor) -> Result<Vec<ResourceLine>, Failure> {
    let account = own_account(actor, Action::ViewOwn)?;
    lines(app, account).await
}

/// The resources of any account, for its people or for staff.
pub async fn list_of(app: &App, actor: Actor, account: AccountId) -> Result<Vec<ResourceLine>, Failure> {
    allow_seeing(actor, account)?;
    lines(app, account).await
}

async fn lines(app: &App, account: AccountId) -> Result<Vec<ResourceLine>, Failure> {
    let today = app.today();
    let line = |(resource, used): (Resource, u32)| {
        let unfit = resource.unfit(used, today);
        ResourceLine { resource, used, unfit }
    };
    Ok(app.store().resources_of(account).await?.into_iter().map(line).collect())
}
