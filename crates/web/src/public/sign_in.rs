//! `/sign-in`: a customer comes in.

use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use beian_app::{Failure, accounts};
use maud::{Markup, html};
use serde::Deserialize;

use crate::csrf::Checked;
use crate::flash;
use crate::forms::errors_of;
use crate::frame;
use crate::i18n::{escaped, local};
use crate::kept;
use crate::limit;
use crate::problem::Problem;
use crate::session::Door;
use crate::state::Web;
use crate::ui::{Button, Field, Form, FormErrors, Heading, Input, Notice, Page, Width, notice};
use crate::visit::{Visit, Visitor, append};

pub(super) fn router() -> Router<Web> {
    Router::new().route("/sign-in", get(show).post(sign_in))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
struct Answers {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
    /// Answers that came after the session had ended.
    #[serde(default)]
    kept: String,
}

async fn show(State(web): State<Web>, Visitor(visit): Visitor, Query(asked): Query<Asked>) -> Response {
    if visit.customer.is_some() {
        return flash::go(after(&asked.next));
    }
    page(&web, &visit, &Shown { next: &asked.next, ..Shown::default() }).into_response()
}

/// The page, shown instead of one that needs a session; `kept` is carried along.
pub(crate) fn sign_in_page(web: &Web, visit: &Visit, next: &str, kept: &str) -> Response {
    (StatusCode::UNAUTHORIZED, page(web, visit, &Shown { next, kept, ..Shown::default() })).into_response()
}

/// What the form is shown with.
#[derive(Default)]
struct Shown<'a> {
    email: &'a str,
    next: &'a str,
    kept: &'a str,
    errors: FormErrors,
}

async fn sign_in(
    State(web): State<Web>,
    Visitor(visit): Visitor,
    Checked(answers): Checked<Answers>,
) -> Result<Response, Problem> {
    web.limiters().knock(limit::Door::SignIn, visit.address)?;
    let Answers { email, password, next, kept } = answers;
    let address = visit.address.to_string();
    let words = visit.words;
    match accounts::sign_in(web.app(), accounts::Door::Customer, &email, password, &address).await {
        Ok(session) => {
            let mut response = onwards(&web, &visit, &session.token, &next, &kept).await?;
            append(&mut response, &Door::Customer.cookie(&web, &session));
            Ok(response)
        }
        Err(Failure::Invalid(problems)) => {
            let errors = errors_of(words, &problems);
            let shown = Shown { email: &email, next: &next, kept: &kept, errors };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&web, &visit, &shown)).into_response())
        }
        Err(Failure::Busy { retry_after }) => {
            let minutes = retry_after.as_secs().div_ceil(60);
            let mut errors = FormErrors::new();
            errors.push("email", words.with("public-sign-in-locked", &[("n", minutes.into())]));
            let page = page(&web, &visit, &Shown { email: &email, next: &next, kept: &kept, errors });
            let wait = [(header::RETRY_AFTER, HeaderValue::from(retry_after.as_secs()))];
            Ok((StatusCode::TOO_MANY_REQUESTS, wait, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// To the page that was wanted; answers that were kept are first offered to be saved.
async fn onwards(web: &Web, visit: &Visit, token: &str, next: &str, kept: &str) -> Result<Response, Problem> {
    let Some(pairs) = kept::unpack(kept).await.filter(|pairs| !pairs.0.is_empty()) else {
        return Ok(flash::go(after(next)));
    };
    let mut visit = visit.clone();
    visit.customer = accounts::session(web.app(), token).await?;
    let frame = frame::of_door(web, &visit, Door::Customer);
    Ok(kept::page(&frame, after(next), &pairs).into_response())
}

/// Where people go once they are in.
fn after(next: &str) -> &str {
    if next.is_empty() { "/console" } else { local(next) }
}

fn page(web: &Web, visit: &Visit, shown: &Shown<'_>) -> Markup {
    let words = visit.words;
    let Shown { email, next, kept, errors } = shown;
    let frame = frame::of_door(web, visit, Door::Customer);
    let title = words.t("public-sign-in-title");
    let sign_up =
        if next.is_empty() { "/sign-up".to_owned() } else { format!("/sign-up?next={}", escaped(next)) };
    let form = html! {
        input type="hidden" name="next" value=(next);
        @if !kept.is_empty() { input type="hidden" name="kept" value=(kept); }
        (Field::new(words, "email", words.t("public-email")).value(*email).among(errors)
            .autocomplete("username").text(Input::Mail))
        (Field::new(words, "password", words.t("public-password")).among(errors)
            .autocomplete("current-password").text(Input::Password))
        div .actions {
            (Button::new(words.t("public-sign-in-do")))
            a href=(sign_up) { (words.t("public-sign-in-to-sign-up")) }
        }
    };
    let body = html! {
        @if !kept.is_empty() { (notice(&Notice::act(words.t("public-sign-in-kept")))) }
        (errors.summary(words))
        (Heading::new(&title).lead(words.t("public-sign-in-lead")))
        (Form::post("/sign-in", &frame.csrf).holds(&form))
    };
    Page::new(&frame, title).width(Width::Form).errors(errors).show(&body)
}
