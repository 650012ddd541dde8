//! `/console/orders/{id}/phone`: a QR code that hands the taking of pictures over to a phone.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use beian_app::orders::{OrderView, view};
use beian_domain::id::OrderId;
use beian_domain::order::field::Step;
use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::{is_there, pieces};
use crate::console::{crumbs, order_href, step_href};
use crate::flash::go;
use crate::phone::{Link, VALID_MINUTES};
use crate::problem::Problem;
use crate::session::Customer;
use crate::state::Web;
use crate::ui::{self, Accent, Handoff, HandoffState, Heading, Look, Page, Width, link_button};

pub(super) async fn show(
    State(web): State<Web>,
    me: Customer,
    Path(order): Path<OrderId>,
) -> Result<Response, Problem> {
    let view = view(web.app(), me.actor, order).await?;
    if !view.can.edit {
        return Ok(go(&order_href(order)));
    }
    Ok(page(&web, &me, &view).into_response())
}

/// The list of what has arrived, which asks for itself again.
pub(super) async fn state(
    State(web): State<Web>,
    me: Customer,
    Path(order): Path<OrderId>,
) -> Result<Response, Problem> {
    let view = view(web.app(), me.actor, order).await?;
    Ok(arrived(&me, &view).into_response())
}

fn arrived(me: &Customer, view: &OrderView) -> Markup {
    let words = me.words;
    let body = ui::card(Accent::None, &words.t("form-phone-arrived"), &pieces(words, view));
    ui::refresh(&format!("{}/phone/state", order_href(view.id)), 4, &body)
}

fn page(web: &Web, me: &Customer, view: &OrderView) -> Markup {
    let words = me.words;
    let title = words.t("form-evidence-phone");
    let now = web.app().now();
    let until: DateTime<Utc> = now + chrono::TimeDelta::minutes(VALID_MINUTES);
    let link = Link::new(view.id, me.actor, until);
    let url = link.map(|link| link.url(web)).unwrap_or_default();
    let done = view.needed.iter().all(|needed| !needed.required || is_there(view, needed));
    let handoff = Handoff {
        words,
        url,
        task: words.t("form-phone-task"),
        until: words.day_time(until),
        state: if done { HandoffState::Finished } else { HandoffState::Unopened },
        refresh_url: String::new(),
    };
    let back = link_button(Look::Main, &step_href(view.id, Step::Evidence), &words.t("form-phone-back"));
    let body = html! {
        (Heading::new(&title).lead(words.t("form-phone-lead")))
        (ui::card(Accent::None, "", &html! { (handoff) }))
        (arrived(me, view))
        div .actions { (back) }
    };
    let step = crate::say::step(words, Step::Evidence);
    let mut trail = crumbs(words, view, Some(&title));
    let here = trail.len() - 1;
    trail.insert(here, ui::Crumb::new(step_href(view.id, Step::Evidence), step));
    Page::new(&me.frame, title).crumbs(trail).width(Width::Reading).show(&body)
}
