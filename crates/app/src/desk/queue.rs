//! Orders in line, the longest waiting first.

use beian_domain::access::{Action, Actor};
use beian_store::Page;

use crate::app::App;
use crate::failure::Failure;
use crate::orders::OrderPage;
use crate::rights::allow;

/// Which orders are wanted; see its fields.
pub use beian_store::QueueFilter as Filter;

/// Lists the orders that fit `filter`, the longest waiting first.
pub async fn queue(app: &App, actor: Actor, filter: &Filter, page: Page) -> Result<OrderPage, Failure> {
    allow(actor, Action::ViewDesk)?;
    let found = app.store().queue(filter, page).await?;
    Ok(OrderPage::new(app, found.rows, found.next))
}
