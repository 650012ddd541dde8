//! The gate in front of every use case: who may do this, on whose things.

use beian_domain::access::{Action, Actor, may, may_on, reaches};
use beian_domain::id::AccountId;

use crate::failure::Failure;

/// Lets `actor` do `action` to a thing of `owner`; what the actor may not know of is missing.
pub(crate) fn allow_on(actor: Actor, action: Action, owner: AccountId) -> Result<(), Failure> {
    if !reaches(actor, owner) {
        return Err(Failure::Missing);
    }
    if may_on(actor, action, owner) { Ok(()) } else { Err(Failure::Forbidden) }
}

/// Lets `actor` do `action` that is about no single account.
pub(crate) fn allow(actor: Actor, action: Action) -> Result<(), Failure> {
    if may(actor, action) { Ok(()) } else { Err(Failure::Forbidden) }
}

/// The account a customer acts in, when the customer may do `action` there.
pub(crate) fn own_account(actor: Actor, action: Action) -> Result<AccountId, Failure> {
    match actor {
        Actor::Customer { account, .. } => allow_on(actor, action, account).map(|()| account),
        Actor::Staff { .. } | Actor::System | Actor::Authority => Err(Failure::Forbidden),
    }
}

/// Sees an order with everything typed into it: its own account only. The desk has a view of its own, which
/// hides what must be asked for.
pub(crate) fn allow_own(actor: Actor, owner: AccountId) -> Result<(), Failure> {
    match actor {
        Actor::Customer { .. } => allow_on(actor, Action::ViewOwn, owner),
        Actor::Staff { .. } => Err(Failure::Forbidden),
        Actor::System | Actor::Authority => Ok(()),
    }
}

/// Knows of an order: its own account, or the desk.
pub(crate) fn allow_seeing(actor: Actor, owner: AccountId) -> Result<(), Failure> {
    let action = match actor {
        Actor::Customer { .. } => Action::ViewOwn,
        Actor::Staff { .. } => Action::ViewDesk,
        Actor::System | Actor::Authority => return Ok(()),
    };
    allow_on(actor, action, owner)
}
