//! `/console/orders/{order}/withdraw` and `/abandon`: taking an order back, giving it up, each asked twice.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use beian_app::orders::{OrderView, abandon, view, withdraw};
use beian_domain::id::OrderId;
use maud::{Markup, html};

use super::{crumbs, order_href};
use crate::csrf::{Checked, Pairs};
use crate::flash::{Flash, go};
use crate::problem::Problem;
use crate::session::Customer;
use crate::state::Web;
use crate::ui::{Button, Form, Heading, Look, Page, Width, link_button};

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/console/orders/{order}/withdraw", get(ask_withdraw).post(do_withdraw))
        .route("/console/orders/{order}/abandon", get(ask_abandon).post(do_abandon))
}

/// What is about to be done.
#[derive(Clone, Copy)]
enum Act {
    Withdraw,
    Abandon,
}

impl Act {
    const fn slug(self) -> &'static str {
        match self {
            Self::Withdraw => "withdraw",
            Self::Abandon => "abandon",
        }
    }
}

async fn ask_withdraw(
    State(web): State<Web>,
    me: Customer,
    Path(order): Path<OrderId>,
) -> Result<Response, Problem> {
    let view = view(web.app(), me.actor, order).await?;
    Ok(if view.can.withdraw {
        page(&me, &view, Act::Withdraw).into_response()
    } else {
        go(&order_href(order))
    })
}

async fn ask_abandon(
    State(web): State<Web>,
    me: Customer,
    Path(order): Path<OrderId>,
) -> Result<Response, Problem> {
    let view = view(web.app(), me.actor, order).await?;
    Ok(if view.can.abandon { page(&me, &view, Act::Abandon).into_response() } else { go(&order_href(order)) })
}

async fn do_withdraw(
    State(web): State<Web>,
    me: Customer,
    Path(order): Path<OrderId>,
    Checked(pairs): Checked<Pairs>,
) -> Result<Response, Problem> {
    let href = order_href(order);
    let done = withdraw(web.app(), me.actor, order, pairs.version()).await;
    done.map_err(|failure| Problem::from(failure).at(&href))?;
    Ok(Flash::done("withdrawn").go(&href))
}

async fn do_abandon(
    State(web): State<Web>,
    me: Customer,
    Path(order): Path<OrderId>,
    Checked(pairs): Checked<Pairs>,
) -> Result<Response, Problem> {
    let href = order_href(order);
    let done = abandon(web.app(), me.actor, order, pairs.version()).await;
    done.map_err(|failure| Problem::from(failure).at(&href))?;
    Ok(Flash::done("abandoned").go("/console/orders"))
}

fn page(me: &Customer, view: &OrderView, act: Act) -> Markup {
    let words = me.words;
    let say = |part: &str| words.t(&format!("order-{}{part}", act.slug()));
    let title = say("-title");
    let look = match act {
        Act::Withdraw => Look::Main,
        Act::Abandon => Look::Grave,
    };
    let form = html! {
        input type="hidden" name="version" value=(view.version);
        div .actions {
            (Button::new(say("-do")).look(look))
            (link_button(Look::Quiet, &order_href(view.id), &words.t("order-leave-it")))
        }
    };
    let body = html! {
        (Heading::new(&title).lead(say("-lead")))
        (Form::post(format!("{}/{}", order_href(view.id), act.slug()), &me.frame.csrf).holds(&form))
    };
    Page::new(&me.frame, title.clone())
        .crumbs(crumbs(words, view, Some(&title)))
        .width(Width::Form)
        .show(&body)
}
