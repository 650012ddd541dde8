//! `/sign-up`: an organisation or a person opens an account, with its first user as the owner.

use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use beian_app::accounts::{SignUp, sign_up};
use beian_app::{Failure, FieldProblem};
use beian_domain::account::AccountKind;
use maud::{Markup, html};
use serde::Deserialize;

use crate::csrf::Checked;
use crate::flash::{self, Flash};
use crate::forms::errors_of;
use crate::frame;
use crate::i18n::local;
use crate::limit;
use crate::problem::Problem;
use crate::session::Door;
use crate::state::Web;
use crate::ui::{Button, Choice, Field, Form, FormErrors, Heading, Input, Page, Width};
use crate::visit::{Visit, Visitor, append};

pub(super) fn router() -> Router<Web> {
    Router::new().route("/sign-up", get(show).post(open))
}

#[derive(Clone, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct Answers {
    kind: String,
    account_name: String,
    name: String,
    email: String,
    password: String,
    next: String,
}

async fn show(State(web): State<Web>, Visitor(visit): Visitor, Query(answers): Query<Answers>) -> Response {
    if visit.customer.is_some() {
        return flash::go("/console");
    }
    let answers = Answers { kind: "organisation".to_owned(), next: answers.next, ..Answers::default() };
    page(&web, &visit, &answers, &FormErrors::new()).into_response()
}

async fn open(
    State(web): State<Web>,
    Visitor(visit): Visitor,
    Checked(answers): Checked<Answers>,
) -> Result<Response, Problem> {
    web.limiters().knock(limit::Door::SignUp, visit.address)?;
    match sign_up(web.app(), asked(&answers)).await {
        Ok(session) => {
            let next = if answers.next.is_empty() { "/console" } else { local(&answers.next) };
            let mut response = Flash::done("signed-up").go(next);
            append(&mut response, &Door::Customer.cookie(&web, &session));
            Ok(response)
        }
        Err(Failure::Invalid(problems)) => {
            let errors = errors_of(visit.words, &in_form_order(problems));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&web, &visit, &answers, &errors)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// A person's account is called like the person.
fn asked(answers: &Answers) -> SignUp {
    let person = answers.kind == AccountKind::Person.slug();
    let account_name = if person && answers.account_name.trim().is_empty() {
        answers.name.clone()
    } else {
        answers.account_name.clone()
    };
    SignUp {
        email: answers.email.clone(),
        password: answers.password.clone(),
        name: answers.name.clone(),
        account_name,
        kind: answers.kind.clone(),
    }
}

fn in_form_order(mut problems: Vec<FieldProblem>) -> Vec<FieldProblem> {
    const ORDER: [&str; 5] = ["kind", "account-name", "name", "email", "password"];
    problems.sort_by_key(|problem| ORDER.iter().position(|field| *field == problem.field));
    problems
}

fn page(web: &Web, visit: &Visit, answers: &Answers, errors: &FormErrors) -> Markup {
    let words = visit.words;
    let frame = frame::of_door(web, visit, Door::Customer);
    let title = words.t("public-sign-up-title");
    let field = |name: &str, label: &str| Field::new(words, name, words.t(label)).among(errors);
    let kinds = AccountKind::ALL.iter().map(|kind| {
        let slug = kind.slug();
        Choice::new(slug, crate::say::account_kind(words, *kind))
            .hint(words.t(&format!("public-sign-up-kind-{slug}")))
    });
    let form = html! {
        input type="hidden" name="next" value=(answers.next);
        (field("kind", "public-sign-up-kind").value(&answers.kind).radio_cards(&kinds.collect::<Vec<_>>()))
        (field("account-name", "public-sign-up-account").hint(words.t("public-sign-up-account-hint"))
            .value(&answers.account_name).autocomplete("organization").text(Input::Text))
        (field("name", "public-sign-up-name").value(&answers.name).autocomplete("name").text(Input::Text))
        (field("email", "public-email").hint(words.t("public-sign-up-email-hint"))
            .value(&answers.email).autocomplete("username").text(Input::Mail))
        (field("password", "public-password").hint(words.t("public-sign-up-password-hint"))
            .autocomplete("new-password").text(Input::Password))
        div .actions {
            (Button::new(words.t("public-sign-up-do")))
            a href="/sign-in" { (words.t("public-sign-up-to-sign-in")) }
        }
    };
    let body = html! {
        (errors.summary(words))
        (Heading::new(&title).lead(words.t("public-sign-up-lead")))
        (Form::post("/sign-up", &frame.csrf).holds(&form))
    };
    Page::new(&frame, title).width(Width::Form).errors(errors).show(&body)
}
