//! `/rules/rule/<code>`: one rule, with what is said when it is broken, who says so, and examples.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use beian_app::Failure;
use beian_domain::rulebook::{Entry, Rule};
use maud::{Markup, html};
use serde::Deserialize;

use super::day::Day;
use super::narrow::LIST;
use super::telling::Telling;
use super::{HREF, asked, examples, facts, sentence, with_status};
use crate::frame;
use crate::problem::Problem;
use crate::session::Door;
use crate::state::Web;
use crate::ui::{Crumb, FormErrors, Heading, Notice, Page, notice};
use crate::visit::{Visit, Visitor};

pub(super) fn router() -> Router<Web> {
    Router::new().route("/rules/rule/{code}", get(show))
}

#[derive(Deserialize)]
struct Asked {
    at: Option<String>,
}

async fn show(
    State(web): State<Web>,
    Visitor(visit): Visitor,
    Path(code): Path<String>,
    Query(Asked { at }): Query<Asked>,
) -> Result<Response, Problem> {
    let mut errors = FormErrors::new();
    let day = Day::read(visit.words, at.as_deref(), web.app().today(), &mut errors);
    let rulebook = web.app().rulebook();
    let telling = Telling { words: visit.words, rules: rulebook.at(day.date) };
    // A rule of other days is shown as the newest of its code, and says when it holds.
    let newest = || rulebook.all_rules().filter(|entry| entry.value.code == code).last();
    let rule = telling.rules.rule(&code).or_else(newest).ok_or(Failure::Missing)?;
    let page = page(&web, &visit, telling, rule, &day, &errors);
    Ok(with_status(&errors, page))
}

fn page(
    web: &Web,
    visit: &Visit,
    telling: Telling<'_>,
    rule: &Entry<Rule>,
    day: &Day,
    errors: &FormErrors,
) -> Markup {
    let words = visit.words;
    let frame = frame::of_door(web, visit, Door::Customer);
    let title = telling.pick(&rule.value.title);
    let body = html! {
        (errors.summary(words))
        (Heading::new(title))
        @if errors.is_empty() {
            @if let Some(told) = told(telling, rule, day) { (notice(&told)) }
            (sentence::card(telling, rule))
            (facts::table(telling, rule))
            (asked::section(telling, day, rule))
            (examples::section(telling, rule))
            p { small { (words.t("rules-honest")) } }
        } @else { p { a href={ (HREF) "/rule/" (rule.value.code) } { (words.t("rules-day-today")) } } }
    };
    let crumbs = [
        Crumb::new(day.href(HREF, ""), words.t("rules-title")),
        Crumb::new(day.href(LIST, ""), words.t("rules-list-title")),
        Crumb::here(title),
    ];
    Page::new(&frame, title).crumbs(crumbs).errors(errors).show(&body)
}

/// Which day is shown, if not today's; and that the rule is not in force on it.
fn told(telling: Telling<'_>, rule: &Entry<Rule>, day: &Day) -> Option<Notice> {
    let words = telling.words;
    let date = || [("day", words.date(day.date).into())];
    let go = Some((words.t("rules-day-today"), format!("{HREF}/rule/{}", rule.value.code)));
    if !rule.in_force(day.date) {
        return Some(Notice::act(words.with("rules-one-not-in-force", &date())));
    }
    (!day.typed.is_empty()).then(|| Notice { go, ..Notice::wait(words.with("rules-day-shown", &date())) })
}
