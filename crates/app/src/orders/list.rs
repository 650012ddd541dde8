//! The account's orders, newest first.

use beian_domain::access::{Action, Actor};
use beian_domain::order::waiting::{Waiting, waiting};
use beian_store::{Cursor, OrderRow, Page};

use crate::app::App;
use crate::failure::Failure;
use crate::rights::own_account;

/// A line of a list of orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLine {
    /// The order as lists know it.
    pub row: OrderRow,
    /// Who must act and until when.
    pub waiting: Waiting,
}

/// A page of a list of orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderPage {
    /// The lines.
    pub lines: Vec<OrderLine>,
    /// Where the next page begins; `None` on the last.
    pub next: Option<Cursor>,
}

impl OrderPage {
    pub(crate) fn new(app: &App, rows: Vec<OrderRow>, next: Option<Cursor>) -> Self {
        let line = |row: OrderRow| {
            let waiting = waiting(&row.stage, row.since, app.calendar());
            OrderLine { row, waiting }
        };
        Self { lines: rows.into_iter().map(line).collect(), next }
    }
}

/// Lists the orders of the actor's account, newest first.
pub async fn list_own(app: &App, actor: Actor, page: Page) -> Result<OrderPage, Failure> {
    let account = own_account(actor, Action::ViewOwn)?;
    let found = app.store().orders_of(account, page).await?;
    Ok(OrderPage::new(app, found.rows, found.next))
}
