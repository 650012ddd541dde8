//! `/console/orders/{order}`: where the order is, who acts until when, what to do now, what has happened.

mod about;
mod filed;
mod now;
mod phone_check;
mod returned;
mod steps;
mod submitted;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use beian_app::orders::{HistoryLine, OrderView, view};
use beian_domain::id::OrderId;
use beian_domain::order::event::Event;
use beian_domain::order::stage::StageName;
use beian_domain::order::waiting::Party;
use maud::{Markup, html};
use serde::Deserialize;

use super::line::{self, stops};
use super::{crumbs, order_href, title};
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::Customer;
use crate::state::Web;
use crate::ui::{self, Accent, Entry, Heading, Page, Width};

pub(super) use returned::finding_card;

/// Seconds between two looks at an order: while the system is at work, and while people are.
const SOON: u16 = 4;
const LATER: u16 = 20;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/console/orders/{order}", get(show))
        .route("/console/orders/{order}/state", get(state))
        .route("/console/orders/{order}/submitted", get(submitted::show))
}

/// What the parts of the page are drawn from.
struct Sheet<'a> {
    web: &'a Web,
    words: Words,
    view: &'a OrderView,
}

async fn show(State(web): State<Web>, me: Customer, Path(order): Path<OrderId>) -> Result<Markup, Problem> {
    let view = view(web.app(), me.actor, order).await?;
    let words = me.words;
    let sheet = Sheet { web: &web, words, view: &view };
    let body = if moves_by_itself(&view) {
        let seconds = if view.waiting.party == Party::System { SOON } else { LATER };
        ui::refresh(&sheet.href(&format!("state?version={}", view.version)), seconds, &sheet.inside())
    } else {
        sheet.inside()
    };
    let tab = words.with(
        "order-tab",
        &[("stage", say::stage(words, &view.stage).into()), ("title", title(&view).into())],
    );
    Ok(Page::new(&me.frame, tab).crumbs(crumbs(words, &view, None)).width(Width::Wide).show(&body))
}

#[derive(Deserialize)]
struct Shown {
    /// The version the open page was drawn from.
    version: i64,
}

/// The page's inside alone, for a page that asks again: nothing while nothing has changed.
async fn state(
    State(web): State<Web>,
    me: Customer,
    Path(order): Path<OrderId>,
    Query(shown): Query<Shown>,
) -> Result<Response, Problem> {
    let view = view(web.app(), me.actor, order).await?;
    if view.version == shown.version {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let inside = Sheet { web: &web, words: me.words, view: &view }.inside();
    Ok(if moves_by_itself(&view) {
        inside.into_response()
    } else {
        ([(HeaderName::from_static("x-refresh"), "done")], inside).into_response()
    })
}

/// Whether somebody else acts, so that the page may change while it is looked at.
fn moves_by_itself(view: &OrderView) -> bool {
    match view.stage.name() {
        StageName::Checking
        | StageName::InReview
        | StageName::Sending
        | StageName::PhoneCheck
        | StageName::WithAuthority => true,
        StageName::Draft | StageName::Returned | StageName::Filed | StageName::Abandoned => false,
    }
}

impl Sheet<'_> {
    fn inside(&self) -> Markup {
        let (words, view) = (self.words, self.view);
        html! {
            (self.heading())
            @if view.stage.name() != StageName::Abandoned { (ui::line(words, &stops(words, self.web.app(), view))) }
            div .columns {
                div {
                    (now::card(self))
                    (ui::card(Accent::None, &words.t("order-history"), &self.history()))
                }
                aside { (about::cards(self)) }
            }
        }
    }

    fn heading(&self) -> Heading {
        let (words, view) = (self.words, self.view);
        Heading::new(format!("{} · {}", say::order_kind(words, view.kind), title(view)))
            .badge(ui::badge(say::stage_meaning(&view.stage), &say::stage(words, &view.stage)))
            .lead(self.lead())
    }

    /// Who files, where, since when.
    fn lead(&self) -> String {
        let (words, view) = (self.words, self.view);
        let mut newest = view.history.iter().rev();
        let submitted = newest.find(|line| matches!(line.event, Event::Submitted { .. }));
        let when = match submitted {
            Some(line) => words.with("order-submitted-at", &[("at", words.moment(line.at).into())]),
            None => words.with("order-opened-at", &[("at", words.moment(view.opened_at).into())]),
        };
        let subject = view.answers.subject.name.trim().to_owned();
        let parts = [subject, say::place(words, &view.answers.subject.province), when];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// What happened, newest first.
    fn history(&self) -> Markup {
        let words = self.words;
        let entry = |line: &HistoryLine| {
            let told = say::event(words, &line.event);
            Entry {
                at: words.short_moment(line.at),
                who: say::who(words, &line.by),
                what: told.what,
                meaning: told.meaning,
                opinion: told.opinion,
            }
        };
        let entries: Vec<Entry> = self.view.history.iter().rev().map(entry).collect();
        ui::timeline(words, &entries)
    }

    /// How much time those who act have; `None` where no rule says so.
    fn deadline(&self) -> Option<String> {
        line::deadline(self.words, self.web.app(), &self.view.waiting)
    }

    /// The address of a page of this order.
    fn href(&self, below: &str) -> String {
        format!("{}/{below}", order_href(self.view.id))
    }
}
