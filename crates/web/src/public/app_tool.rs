//! `/tools/app`: anybody drops an App's file in and gets every value its filing asks for; nothing is kept.

mod form;
mod receive;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use beian_app::Failure;
use beian_inspect::{Asked, Facts, Limits, Refusal, Seeking, inspect, judge};
use maud::{Markup, html};

use crate::frame;
use crate::inspection;
use crate::limit;
use crate::problem::Problem;
use crate::session::Door;
use crate::state::Web;
use crate::ui::{Heading, Page, Width};
use crate::visit::{Visit, Visitor};
use form::{Shown, Typed};
use receive::{Handed, Received};

/// Where the page is.
const HREF: &str = "/tools/app";
/// When to come back after all places were taken.
const COME_BACK: Duration = Duration::from_mins(1);

/// The page. A package is large and lines are slow: its route has a limit of its own for size and time.
pub(crate) fn router() -> Router<Web> {
    Router::new().route(HREF, get(show).post(read)).layer(DefaultBodyLimit::disable())
}

async fn show(State(web): State<Web>, Visitor(visit): Visitor) -> Markup {
    page(&web, &visit, &Shown::of(&Typed::default()), &html! {})
}

async fn read(
    State(web): State<Web>,
    Visitor(visit): Visitor,
    request: Request,
) -> Result<Response, Problem> {
    web.limiters().knock(limit::Door::Inspect, visit.address)?;
    let Ok(place) = Arc::clone(web.readings()).try_acquire_owned() else {
        receive::let_pass(&web, request).await;
        return Err(Failure::Busy { retry_after: COME_BACK }.into());
    };
    let Handed { fields, file } = receive::take(&web, &visit, request).await?;
    let typed = Typed::of(&fields);
    let Some(Received { file, name, whole }) = file else {
        let mut shown = Shown::of(&typed);
        shown.errors.push("file", visit.words.t("public-app-none"));
        let page = page(&web, &visit, &shown, &html! {});
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let limits = Limits { file: web.settings().packages.most_bytes, ..Limits::default() };
    let asked = Asked { password: form::password(&fields), limits };
    let reading = move || {
        // The place is given back, and the file gone, when the reading ends, whoever still waits for it.
        let _place = place;
        if !whole {
            return Err(Refusal::TooMuch { part: "file".to_owned(), most: asked.limits.file });
        }
        let source = Seeking::new(file).map_err(|error| Refusal::Unreadable { what: error.to_string() })?;
        inspect(&source, &asked)
    };
    let outcome = tokio::task::spawn_blocking(reading).await.map_err(Failure::fault)?;
    Ok(told(&web, &visit, &typed, &name, &outcome))
}

/// The page with what was read, or why it was not.
fn told(web: &Web, visit: &Visit, typed: &Typed, name: &str, outcome: &Result<Facts, Refusal>) -> Response {
    let words = visit.words;
    match outcome {
        Ok(facts) => {
            let findings = judge(facts, &typed.expected(), web.app().now());
            let read = inspection::word(words, facts, &findings);
            let body = html! {
                (Heading::new(&read.title).lead(words.with("public-app-read", &[("name", name.into())])))
                (inspection::result(words, facts, &read, typed.is_anything(), "findings"))
            };
            page(web, visit, &Shown::of(typed), &body).into_response()
        }
        Err(refusal) => {
            let body = html! {
                (Heading::new(words.t("inspect-refused-title")).lead(name))
                (inspection::refused(words, refusal))
            };
            let locked = matches!(refusal, Refusal::PasswordNeeded | Refusal::PasswordWrong);
            let page = page(web, visit, &Shown { locked, ..Shown::of(typed) }, &body);
            (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
        }
    }
}

/// The page: what was read, if anything, then the form.
fn page(web: &Web, visit: &Visit, shown: &Shown<'_>, read: &Markup) -> Markup {
    let words = visit.words;
    let frame = frame::of_door(web, visit, Door::Customer);
    let most = web.settings().packages.most_bytes;
    let is_first = read.0.is_empty();
    let title = words.t("public-app-title");
    let body = html! {
        (shown.errors.summary(words))
        @if is_first { (Heading::new(&title).lead(words.t("public-app-lead"))) } @else { (read) }
        section .app-tool {
            @if !is_first { h2 { (words.t("public-app-again")) } }
            (form::form(words, &frame.csrf, most, shown))
            (form::promises(words))
        }
    };
    Page::new(&frame, title).width(Width::Reading).errors(&shown.errors).show(&body)
}
