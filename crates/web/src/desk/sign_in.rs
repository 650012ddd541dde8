//! `/desk/sign-in`: the staff's own door.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use beian_app::{Failure, accounts};
use maud::{Markup, html};
use serde::Deserialize;

use crate::csrf::{Checked, Pairs};
use crate::flash::go;
use crate::frame;
use crate::i18n::local;
use crate::limit;
use crate::problem::Problem;
use crate::say;
use crate::session::Door;
use crate::state::Web;
use crate::ui::{Button, Field, Form, FormErrors, Heading, Input, Page, Width};
use crate::visit::{Visit, Visitor, append};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Next {
    /// Where to go afterwards.
    next: String,
}

pub(super) async fn show(
    State(web): State<Web>,
    Visitor(visit): Visitor,
    Query(next): Query<Next>,
) -> Response {
    if visit.staff.is_some() {
        return go(onwards(&next.next));
    }
    page(&web, &visit, &next.next, "", &FormErrors::new()).into_response()
}

pub(super) async fn sign_in(
    State(web): State<Web>,
    Visitor(visit): Visitor,
    Checked(typed): Checked<Pairs>,
) -> Result<Response, Problem> {
    web.limiters().knock(limit::Door::SignIn, visit.address)?;
    let (email, next) = (typed.one("email"), typed.one("next"));
    let address = visit.address.to_string();
    // Blanks around a password are part of it.
    let password = typed.0.iter().find(|(name, _)| name == "password").map(|(_, value)| value.clone());
    let signed =
        accounts::sign_in(web.app(), accounts::Door::Staff, &email, password.unwrap_or_default(), &address)
            .await;
    let (status, errors) = match signed {
        Ok(session) => {
            let mut response = go(onwards(&next));
            append(&mut response, &Door::Staff.cookie(&web, &session));
            return Ok(response);
        }
        Err(Failure::Invalid(problems)) => {
            let said = problems.iter().map(|p| (p.field.clone(), say::field_problem(visit.words, p)));
            (StatusCode::UNPROCESSABLE_ENTITY, said.collect())
        }
        Err(Failure::Busy { retry_after }) => {
            let minutes = retry_after.as_secs().div_ceil(60).max(1);
            let mut errors = FormErrors::new();
            errors.push("password", visit.words.with("desk-sign-in-locked", &[("n", minutes.into())]));
            (StatusCode::TOO_MANY_REQUESTS, errors)
        }
        Err(other) => return Err(other.into()),
    };
    Ok((status, page(&web, &visit, &next, &email, &errors)).into_response())
}

/// Only pages of the desk: the door leads nowhere else.
fn onwards(next: &str) -> &str {
    let next = local(next);
    if next.starts_with("/desk") && !next.starts_with("/desk/sign-in") { next } else { "/desk" }
}

fn page(web: &Web, visit: &Visit, next: &str, email: &str, errors: &FormErrors) -> Markup {
    let words = visit.words;
    let frame = frame::of_door(web, visit, Door::Staff);
    let form = html! {
        input type="hidden" name="next" value=(next);
        (Field::new(words, "email", words.t("desk-sign-in-email")).value(email).among(errors).autocomplete("username").text(Input::Mail))
        (Field::new(words, "password", words.t("desk-sign-in-password")).among(errors).autocomplete("current-password").text(Input::Password))
        (Button::new(words.t("desk-sign-in-go")))
    };
    let body = html! {
        (errors.summary(words))
        (Heading::new(words.t("desk-sign-in-title")).lead(words.t("desk-sign-in-lead")))
        (Form::post("/desk/sign-in", frame.csrf.as_str()).holds(&form))
        p { a href="/sign-in" { (words.t("desk-sign-in-customer")) } }
    };
    Page::new(&frame, words.t("desk-sign-in-title")).width(Width::Form).errors(errors).show(&body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_door_leads_to_the_desk_only() {
        assert_eq!(onwards("/desk/orders/01JC?x=1"), "/desk/orders/01JC?x=1");
        for elsewhere in ["", "/console", "//evil.example/desk", "/desk/sign-in?next=/desk"] {
            assert_eq!(onwards(elsewhere), "/desk", "{elsewhere}");
        }
    }
}
