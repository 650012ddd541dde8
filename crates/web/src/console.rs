//! The customer's console: what is filed, orders from the first question to the number, the account.

mod account;
mod answers;
pub(crate) mod evidence;
mod giving_up;
mod home;
mod line;
mod order;
mod orders;
mod start;
mod step;
mod steps;

use axum::Router;
use beian_app::orders::OrderView;
use beian_domain::id::OrderId;
use beian_domain::order::field::{FieldPath, Step};

use crate::i18n::Words;
use crate::say;
use crate::state::Web;
use crate::ui::{Crumb, field_id};

pub(crate) use evidence::pieces;

pub(crate) fn router() -> Router<Web> {
    Router::new()
        .merge(home::router())
        .merge(orders::router())
        .merge(start::router())
        .merge(order::router())
        .merge(step::router())
        .merge(evidence::router())
        .merge(answers::router())
        .merge(giving_up::router())
        .merge(account::router())
}

/// The page of an order.
fn order_href(order: OrderId) -> String {
    format!("/console/orders/{order}")
}

/// The page of a step of an order.
fn step_href(order: OrderId, step: Step) -> String {
    format!("/console/orders/{order}/{}", step.slug())
}

/// The way to a field.
fn field_href(order: OrderId, path: FieldPath) -> String {
    format!("{}#{}", step_href(order, path.field().step()), field_id(&say::control(path)))
}

/// What people call an order: its domain, else its subject, else its number.
fn title(view: &OrderView) -> String {
    let service = view.answers.service(0);
    let named = [service.domain.trim(), view.answers.subject.name.trim()];
    named.into_iter().find(|name| !name.is_empty()).map_or_else(|| view.id.to_string(), ToOwned::to_owned)
}

/// The way back from a page of an order; `here` is the page itself.
fn crumbs(words: Words, view: &OrderView, here: Option<&str>) -> Vec<Crumb> {
    let mut crumbs = vec![Crumb::new("/console/orders", words.t("console-nav-orders"))];
    match here {
        Some(here) => {
            crumbs.push(Crumb::new(order_href(view.id), title(view)));
            crumbs.push(Crumb::here(here));
        }
        None => crumbs.push(Crumb::here(title(view))),
    }
    crumbs
}
