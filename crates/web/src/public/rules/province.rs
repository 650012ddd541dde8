//! `/rules/<province>`: everything one province asks, by chapter, on a day.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use beian_app::Failure;
use beian_domain::region::Province;
use beian_domain::rulebook::{Chapter, ProvinceRules};
use maud::{Markup, html};
use serde::Deserialize;

use super::day::Day;
use super::standing::{self, Standing};
use super::telling::Telling;
use super::{HREF, chapter, name, with_status};
use crate::frame;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::session::Door;
use crate::state::Web;
use crate::ui::{self, Crumb, Field, Figure, FormErrors, Heading, Notice, Page, fold, notice};
use crate::visit::{Visit, Visitor};

pub(super) fn router() -> Router<Web> {
    Router::new().route("/rules/{province}", get(show))
}

#[derive(Deserialize)]
struct Asked {
    at: Option<String>,
}

async fn show(
    State(web): State<Web>,
    Visitor(visit): Visitor,
    Path(slug): Path<String>,
    Query(Asked { at }): Query<Asked>,
) -> Result<Response, Problem> {
    let province = Province::from_slug(&slug).ok_or(Failure::Missing)?;
    let mut errors = FormErrors::new();
    let day = Day::read(visit.words, at.as_deref(), web.app().today(), &mut errors);
    let page = page(&web, &visit, province, &day, &errors);
    Ok(with_status(&errors, page))
}

fn page(web: &Web, visit: &Visit, province: Province, day: &Day, errors: &FormErrors) -> Markup {
    let words = visit.words;
    let frame = frame::of_door(web, visit, Door::Customer);
    let title = words.with("rules-province-title", &[("province", name(words, province).into())]);
    let rulebook = web.app().rulebook();
    let telling = Telling { words, rules: rulebook.at(day.date) };
    let authority = province.authority_name();
    let body = html! {
        (errors.summary(words))
        (Heading::new(&title).term(words.pick("", &authority)).lead(lead(words, province)))
        (of_day(words, province, day, errors))
        @if errors.is_empty() { (everything(telling, day, telling.rules.province(province))) }
    };
    let crumbs = [Crumb::new(day.href(HREF, ""), words.t("rules-title")), Crumb::here(name(words, province))];
    Page::new(&frame, title).crumbs(crumbs).errors(errors).show(&body)
}

/// Whose demands these are, and whose words.
fn lead(words: Words, province: Province) -> Markup {
    let authority = province.authority_name();
    let number = format!("{}ICP备", province.prefix());
    let facts = [("authority", authority.as_str().into()), ("number", number.as_str().into())];
    html! { (words.with("rules-province-lead", &facts)) }
}

/// The day shown, and the way to another one.
fn of_day(words: Words, province: Province, day: &Day, errors: &FormErrors) -> Markup {
    let here = format!("{HREF}/{}", province.slug());
    let other = !day.typed.is_empty() && errors.is_empty();
    let told = Notice {
        go: Some((words.t("rules-day-today"), here.clone())),
        ..Notice::wait(words.with("rules-day-shown", &[("day", words.date(day.date).into())]))
    };
    html! {
        @if other { (notice(&told)) }
        form .filter method="get" action=(here) {
            (Field::new(words, "at", words.t("rules-day")).value(&day.typed).among(errors).date(None, None))
            div .go { button .btn.quiet type="submit" { (words.t("rules-day-do")) } }
        }
    }
}

fn everything(telling: Telling<'_>, day: &Day, rules: ProvinceRules<'_>) -> Markup {
    let words = telling.words;
    html! {
        (ui::figures(&figures(words, rules)))
        p .after-figures { small { (words.t("rules-honest")) } }
        nav aria-label=(words.t("rules-chapters")) {
            ul .chapters {
                @for chapter in chapter::own() { li { a href={ "#" (chapter.slug()) } { (telling.chapter(chapter)) } } }
                li { a href={ "#" (Chapter::National.slug()) } { (words.t("rules-national")) } }
            }
        }
        @for chapter in chapter::own() { (chapter::section(telling, day, rules, chapter)) }
        section .chapter id=(Chapter::National.slug()) {
            h2 { (words.t("rules-national")) }
            p { (words.t("rules-national-lead")) }
            (fold(&words.t("rules-national-open"), &chapter::body(telling, day, rules, Chapter::National)))
        }
    }
}

fn figures(words: Words, rules: ProvinceRules<'_>) -> Vec<Figure> {
    let figure = |(standing, count): (Standing, usize)| Figure {
        label: format!("{} {}", standing.sign(), standing.word(words)),
        value: count.to_string(),
        note: String::new(),
        href: String::new(),
    };
    standing::count(rules).into_iter().map(figure).collect()
}
