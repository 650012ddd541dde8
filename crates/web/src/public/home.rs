//! `/`: what this is, how long it takes, and the ways in.

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use beian_domain::order::waiting::{AUTHORITY_WORKING_DAYS, REVIEW_WORKING_DAYS};
use maud::{Markup, html};

use super::query;
use crate::frame;
use crate::i18n::Words;
use crate::say;
use crate::session::Door;
use crate::state::Web;
use crate::ui::{self, Accent, FormErrors, Look, Page, Stop, StopState, Width, link_button};
use crate::visit::{Visit, Visitor};

pub(super) fn router() -> Router<Web> {
    Router::new().route("/", get(show))
}

async fn show(State(web): State<Web>, Visitor(visit): Visitor) -> Markup {
    page(&web, &visit)
}

fn page(web: &Web, visit: &Visit) -> Markup {
    let words = visit.words;
    let frame = frame::of_door(web, visit, Door::Customer);
    let provider = web.app().settings().provider.name.as_str();
    let body = html! {
        section .hero {
            h1 { (words.t("public-home-title")) }
            p .lead { (words.with("public-home-lead", &[("provider", provider.into())])) }
            p .actions { (ways(words, visit.customer.is_some())) }
        }
        section {
            h2 { (words.t("public-home-line")) }
            (ui::line(words, &stops(words)))
        }
        div .halves {
            div {
                (ui::card(Accent::None, &words.t("public-home-need"), &needs(words)))
                (ui::card(Accent::None, &words.t("rules-home"), &html! {
                    p { (words.t("rules-home-text")) }
                    (link_button(Look::Quiet, "/rules", &words.t("rules-home-do")))
                }))
            }
            div {
                (ui::card(Accent::None, &words.t("public-home-query"), &query::search(words, "", &FormErrors::new())))
                (ui::card(Accent::None, &words.t("public-home-app"), &html! {
                    p { (words.t("public-home-app-text")) }
                    (link_button(Look::Quiet, "/tools/app", &words.t("public-home-app-do")))
                }))
            }
        }
    };
    Page::new(&frame, words.t("public-home-tab")).width(Width::Wide).show(&body)
}

fn ways(words: Words, signed_in: bool) -> Markup {
    html! {
        @if signed_in {
            (link_button(Look::Main, "/console/orders/new", &words.t("public-home-start")))
            (link_button(Look::Quiet, "/console", &words.t("console-nav-home")))
        } @else {
            (link_button(Look::Main, "/sign-up?next=/console/orders/new", &words.t("public-home-start")))
            (link_button(Look::Quiet, "/sign-in", &words.t("public-nav-sign-in")))
        }
    }
}

/// The way of a filing with how long each part takes.
fn stops(words: Words) -> Vec<Stop> {
    let notes = [
        words.t("public-home-time-fill"),
        words.t("public-home-time-check"),
        words.with("public-home-time-review", &[("n", REVIEW_WORKING_DAYS.into())]),
        words.t("public-home-time-phone"),
        words.with("public-home-time-authority", &[("n", AUTHORITY_WORKING_DAYS.into())]),
        String::new(),
    ];
    let who = [
        "public-home-who-you",
        "public-home-who-system",
        "public-home-who-reviewer",
        "public-home-who-persons",
        "public-home-who-authority",
        "public-home-who-done",
    ];
    say::line_stops(words)
        .into_iter()
        .zip(who)
        .zip(notes)
        .map(|((label, who), note)| Stop::new(label, StopState::Future, words.t(who), note))
        .collect()
}

fn needs(words: Words) -> Markup {
    let keys = [
        "public-home-need-licence",
        "public-home-need-cards",
        "public-home-need-photo",
        "public-home-need-domain",
        "public-home-need-server",
    ];
    html! { ul { @for key in keys { li { (words.t(key)) } } } small { (words.t("public-home-need-law")) } }
}
