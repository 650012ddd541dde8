//! `/rules`: the provinces on a map, and one question put to all of them.

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use beian_domain::region::Province;
use beian_domain::rulebook::Parameter;
use maud::{Markup, html};
use serde::Deserialize;

use super::answers::Answers;
use super::day::Day;
use super::narrow::LIST;
use super::standing::Standing;
use super::telling::Telling;
use super::{HREF, ask, side_by_side, standing, testimony, tile_map, with_status};
use crate::frame;
use crate::i18n::Words;
use crate::session::Door;
use crate::state::Web;
use crate::ui::{self, Accent, FormErrors, Heading, Look, Notice, Page, link_button, notice};
use crate::visit::{Visit, Visitor};

pub(super) fn router() -> Router<Web> {
    Router::new().route(HREF, get(show))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    ask: String,
    at: Option<String>,
}

async fn show(State(web): State<Web>, Visitor(visit): Visitor, Query(asked): Query<Asked>) -> Response {
    let mut errors = FormErrors::new();
    let day = Day::read(visit.words, asked.at.as_deref(), web.app().today(), &mut errors);
    let rulebook = web.app().rulebook();
    let telling = Telling { words: visit.words, rules: rulebook.at(day.date) };
    let parameter = ask::read(telling, asked.ask.trim(), &mut errors);
    let page = page(&web, &visit, telling, parameter, &asked.ask, &day, &errors);
    with_status(&errors, page)
}

fn page(
    web: &Web,
    visit: &Visit,
    telling: Telling<'_>,
    parameter: Option<Parameter>,
    ask: &str,
    day: &Day,
    errors: &FormErrors,
) -> Markup {
    let words = visit.words;
    let frame = frame::of_door(web, visit, Door::Customer);
    let title = words.t("rules-title");
    let tab = parameter.map_or_else(|| title.clone(), |one| format!("{} · {title}", telling.parameter(one)));
    let told = Notice::wait(words.with("rules-day-shown", &[("day", words.date(day.date).into())]));
    let body = html! {
        (errors.summary(words))
        (Heading::new(&title).lead(words.t("rules-lead")).beside(to_list(words, day)))
        (ask::form(telling, ask, day, errors))
        p { small { (words.t("rules-honest")) } }
        @if errors.is_empty() {
            @if !day.typed.is_empty() { (notice(&told)) }
            @match parameter {
                Some(parameter) => (answered(telling, day, parameter)),
                None => (known(telling, day)),
            }
        }
    };
    Page::new(&frame, tab).errors(errors).show(&body)
}

/// The way to the rules of the automatic check.
fn to_list(words: Words, day: &Day) -> Markup {
    link_button(Look::Quiet, &day.href(LIST, ""), &words.t("rules-list-link"))
}

/// What is known of each province.
fn known(telling: Telling<'_>, day: &Day) -> Markup {
    let words = telling.words;
    html! {
        section {
            h2 { (words.t("rules-map-known")) }
            p { small { (words.t("rules-map-known-text")) } }
            (tile_map::of_known(telling, day))
        }
        section {
            h2 { (words.t("rules-side-by-side")) }
            (standing::legend(words, &all(telling)))
            (side_by_side::of_known(telling, day))
        }
    }
}

/// How many answers of all provinces stand how.
fn all(telling: Telling<'_>) -> [(Standing, usize); 4] {
    let mut all = Standing::ALL.map(|standing| (standing, 0));
    for &province in Province::ALL {
        for ((_, sum), (_, count)) in all.iter_mut().zip(standing::count(telling.rules.province(province))) {
            *sum += count;
        }
    }
    all
}

/// One question, answered by all.
fn answered(telling: Telling<'_>, day: &Day, parameter: Parameter) -> Markup {
    let words = telling.words;
    let answers = Answers::of(telling, parameter);
    html! {
        section {
            h2 { (telling.parameter(parameter)) }
            (national(telling, parameter))
            (standing::legend(words, &answers.count()))
            div .columns {
                (tile_map::of_answers(telling, day, &answers))
                (ui::card(Accent::None, &words.t("rules-answers"), &answers.list(telling)))
            }
        }
        section {
            h2 { (words.t("rules-side-by-side")) }
            (side_by_side::of_answers(telling, day, &answers))
        }
    }
}

/// What holds where a province says nothing.
fn national(telling: Telling<'_>, parameter: Parameter) -> Markup {
    let words = telling.words;
    html! {
        p {
            @match telling.rules.national(parameter) {
                Some(entry) => {
                    (words.with("rules-default-is", &[("answer", telling.value(&entry.value, parameter.shape()).into())]))
                    " " small { (testimony::as_of(telling, &entry.testimony)) }
                },
                None => (words.t("rules-default-none")),
            }
        }
    }
}
