//! `/rules/list`: every rule in force on a day, by the step of the form it is about.

use std::collections::BTreeSet;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use beian_domain::finding::Severity;
use beian_domain::order::field::{Field, Step};
use beian_domain::rulebook::{Entry, Rule};
use maud::{Markup, html};

use super::day::Day;
use super::narrow::{LIST, Narrow, Typed, form};
use super::telling::Telling;
use super::testimony::{self, layer_mark, weight};
use super::{HREF, applies, field_name, rule_href, with_status};
use crate::frame;
use crate::say;
use crate::session::Door;
use crate::state::Web;
use crate::ui::{
    Column, Crumb, FormErrors, Heading, Look, Notice, Page, Pages, Row, Table, empty, link_button, notice,
};
use crate::visit::{Visit, Visitor};

pub(super) fn router() -> Router<Web> {
    Router::new().route(LIST, get(show))
}

async fn show(State(web): State<Web>, Visitor(visit): Visitor, Query(typed): Query<Typed>) -> Response {
    let mut errors = FormErrors::new();
    let day = Day::read(visit.words, typed.at.as_deref(), web.app().today(), &mut errors);
    let rulebook = web.app().rulebook();
    let telling = Telling { words: visit.words, rules: rulebook.at(day.date) };
    let narrow = Narrow::read(telling, &typed, &mut errors);
    let page = page(&web, &visit, telling, &typed, narrow, &day, &errors);
    with_status(&errors, page)
}

fn page(
    web: &Web,
    visit: &Visit,
    telling: Telling<'_>,
    typed: &Typed,
    narrow: Narrow,
    day: &Day,
    errors: &FormErrors,
) -> Markup {
    let words = visit.words;
    let frame = frame::of_door(web, visit, Door::Customer);
    let title = words.t("rules-list-title");
    let told = Notice::wait(words.with("rules-day-shown", &[("day", words.date(day.date).into())]));
    let to_provinces = words.t("rules-list-to-provinces");
    let provinces = link_button(Look::Quiet, &day.href(HREF, ""), &to_provinces);
    let body = html! {
        (errors.summary(words))
        (Heading::new(&title).lead(words.t("rules-list-lead")).beside(provinces))
        (form(telling, typed, day, errors))
        @if errors.is_empty() {
            @if !day.typed.is_empty() { (notice(&told)) }
            (steps(telling, narrow, day))
        }
    };
    let crumbs = [Crumb::new(day.href(HREF, ""), words.t("rules-title")), Crumb::here(&title)];
    Page::new(&frame, title.clone()).crumbs(crumbs).errors(errors).show(&body)
}

/// A rule that is listed, with what a breach weighs.
struct Listed<'r> {
    rule: &'r Entry<Rule>,
    weights: BTreeSet<Severity>,
}

fn steps(telling: Telling<'_>, narrow: Narrow, day: &Day) -> Markup {
    let words = telling.words;
    let weighed = telling.rules.rules().map(|rule| Listed { rule, weights: narrow.weights(telling, rule) });
    let mut listed: Vec<Listed<'_>> = weighed.filter(|one| !one.weights.is_empty()).collect();
    if listed.is_empty() {
        return empty(&words.t("rules-list-none"), &words.t("rules-list-none-text"), &html! {});
    }
    listed.sort_by_key(|one| one.rule.value.field());
    let of = |step: Step| listed.iter().filter(move |one| step_of(&one.rule.value) == step);
    html! {
        p { (words.with("rules-list-count", &[("n", listed.len().into())])) }
        nav aria-label=(words.t("rules-list-steps")) {
            ul .chapters {
                @for step in Step::ALL {
                    @let count = of(step).count();
                    @if count > 0 {
                        li { a href={ "#" (step.slug()) } { (say::step(words, step)) } " " small .num { (count) } }
                    }
                }
            }
        }
        @for step in Step::ALL {
            @if of(step).next().is_some() {
                section .chapter id=(step.slug()) {
                    h2 { (say::step(words, step)) }
                    div .rules-listed { (table(telling, day, &say::step(words, step), of(step))) }
                }
            }
        }
    }
}

/// The step of the form; a rule that looks at no field of its own is about the whole, which the first step begins.
fn step_of(rule: &Rule) -> Step {
    rule.field().map_or(Step::Basics, Field::step)
}

fn table<'r>(
    telling: Telling<'_>,
    day: &Day,
    caption: &str,
    listed: impl Iterator<Item = &'r Listed<'r>>,
) -> Table {
    let words = telling.words;
    let columns = ["rules-column-rule", "rules-column-weight", "rules-column-who"];
    Table {
        words,
        caption: caption.to_owned(),
        columns: columns.map(|key| Column::text(words.t(key))).to_vec(),
        rows: listed.map(|one| row(telling, day, one)).collect(),
        pages: Pages::default(),
    }
}

fn row(telling: Telling<'_>, day: &Day, one: &Listed<'_>) -> Row {
    let words = telling.words;
    let rule = &one.rule.value;
    let field = rule.field().map(|field| field_name(words, field));
    let about: Vec<String> = field.into_iter().chain(applies::lines(telling, &rule.applies)).collect();
    let what = html! {
        div {
            a href=(rule_href(day, &rule.code)) { (telling.pick(&rule.title)) }
            p { small { (about.join(" · ")) } }
        }
    };
    let heaviest = one.weights.last().copied().unwrap_or(one.rule.testimony.severity);
    let weighs = html! {
        div {
            (weight(telling, heaviest))
            @if one.weights.len() > 1 { p { small { (words.t("rules-weight-differs")) } } }
        }
    };
    Row::new([
        what,
        weighs,
        html! { div { small { (who(telling, one.rule)) } (layer_mark(telling, one.rule)) } },
    ])
}

/// Who says it: the provinces, to a question, or sources.
fn who(telling: Telling<'_>, entry: &Entry<Rule>) -> Markup {
    let asks = &entry.value.asks;
    let questions: Vec<String> = asks.iter().map(|parameter| telling.parameter(*parameter)).collect();
    html! {
        @if entry.value.check.speaks_for_clauses() {
            (telling.words.t("rules-asks-clauses"))
        } @else if asks.is_empty() {
            ul .sources {
                @for source in telling.sources(&entry.testimony.sources) { li { (testimony::name(telling, source)) } }
            }
        } @else if asks.iter().any(|parameter| parameter.of_provinces()) {
            (telling.words.with("rules-asks-provinces", &[("questions", telling.list(&questions).into())]))
        } @else {
            (telling.words.with("rules-asks-nation", &[("questions", telling.list(&questions).into())]))
        }
    }
}
