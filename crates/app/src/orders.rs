//! The customer's orders: opening, typing, bringing evidence, submitting, taking back, giving up.

mod abandon;
mod add_evidence;
mod changed;
mod checklist;
mod facts;
mod history;
pub(crate) mod keys;
mod list;
mod open;
mod preview;
mod problems;
mod prospect;
mod remove_evidence;
mod save_step;
mod start;
mod submit;
mod submitted;
mod thaw;
mod view;
mod withdraw;

pub use abandon::abandon;
pub use add_evidence::{Added, add_evidence};
pub use beian_store::OrderRow;
pub use checklist::Wanted;
pub(crate) use facts::{Reach, gather};
pub use history::{HistoryLine, Who};
pub(crate) use history::{names_of, told};
pub use list::{OrderLine, OrderPage, list_own};
pub use open::open;
pub use preview::{Preview, preview};
pub(crate) use problems::judge;
pub use prospect::{Prospect, prospect};
pub use remove_evidence::remove_evidence;
pub use save_step::{Saved, save_step};
pub use start::Start;
pub use submit::submit;
pub use submitted::{Submitted, submitted};
pub(crate) use thaw::thaw;
pub use view::{Completeness, OrderView, ResourceChoice, StepView, view};
pub use withdraw::withdraw;

use beian_domain::access::Actor;
use beian_domain::id::OrderId;
use beian_domain::order::Order;
use beian_store::Tx;

use crate::failure::Failure;
use crate::rights::allow_seeing;

/// Loads an order inside a change; what the actor may not know of is missing.
pub(crate) async fn load(tx: &Tx, actor: Actor, id: OrderId) -> Result<Order, Failure> {
    let order = tx.order(id).await?.ok_or(Failure::Missing)?;
    allow_seeing(actor, order.account)?;
    Ok(order)
}
