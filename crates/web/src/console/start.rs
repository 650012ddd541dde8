//! `/console/orders/new`: two questions, the basics, and what the filing will be, before anything is opened.

mod outlook;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use beian_app::orders::{Start, open, prospect};
use beian_app::{Failure, Refused};
use beian_domain::order::answers::Answers;
use beian_domain::order::field::Step;
use beian_domain::tables::{CertificateType, SubjectNature};
use maud::{Markup, html};
use serde::Deserialize;

use super::steps::basics;
use super::{order_href, step_href};
use crate::csrf::{Checked, Pairs};
use crate::flash::Flash;
use crate::forms::errors_of;
use crate::i18n::Words;
use crate::limit;
use crate::problem::Problem;
use crate::say;
use crate::session::Customer;
use crate::state::Web;
use crate::ui::{Button, Choice, Crumb, Field, Form, FormErrors, Heading, Notice, Page, Width, notice};
use crate::visit::Visitor;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/console/orders/new", get(show).post(answer))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    who: String,
    what: String,
}

async fn show(me: Customer, Query(asked): Query<Asked>) -> Markup {
    match (asked.who.as_str(), asked.what.as_str()) {
        ("organisation" | "person", "website") => {
            let person = asked.who == "person";
            basics_page(&me, person, &first_guess(person), &FormErrors::new(), None)
        }
        _ => questions_page(&me, &asked),
    }
}

/// What most people will answer.
fn first_guess(person: bool) -> Answers {
    let (nature, certificate) = if person {
        (SubjectNature::Individual, CertificateType::ResidentId)
    } else {
        (SubjectNature::Enterprise, CertificateType::BusinessLicence)
    };
    let mut answers = Answers::default();
    nature.slug().clone_into(&mut answers.subject.nature);
    certificate.slug().clone_into(&mut answers.subject.certificate_type);
    answers
}

async fn answer(
    State(web): State<Web>,
    me: Customer,
    Visitor(visit): Visitor,
    Checked(pairs): Checked<Pairs>,
) -> Result<Response, Problem> {
    // The authority is asked on our account: nobody may use that up.
    web.limiters().knock(limit::Door::Query, visit.address)?;
    let mut answers = Answers::default();
    basics::read(&pairs, &mut answers);
    let person = answers.subject.nature == SubjectNature::Individual.slug();
    let words = me.words;
    let again = |errors: &FormErrors, refused: Option<&Refused>, status| {
        (status, basics_page(&me, person, &answers, errors, refused)).into_response()
    };
    let start = start_of(&answers);
    let result = match pairs.one("act").as_str() {
        "open" => open(web.app(), me.actor, start)
            .await
            .map(|order| Flash::done("order-opened").go(&step_href(order, Step::Subject))),
        "change" => Ok(again(&FormErrors::new(), None, StatusCode::OK)),
        _ => prospect(web.app(), me.actor, &start)
            .await
            .map(|found| outlook::page(&me, &answers, &found).into_response()),
    };
    match result {
        Ok(response) => Ok(response),
        Err(Failure::Invalid(problems)) => {
            Ok(again(&errors_of(words, &problems), None, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(Failure::Refused(refused)) => Ok(again(&FormErrors::new(), Some(&refused), StatusCode::CONFLICT)),
        Err(other) => Err(other.into()),
    }
}

fn start_of(answers: &Answers) -> Start {
    let subject = &answers.subject;
    Start {
        nature: subject.nature.clone(),
        name: subject.name.clone(),
        certificate_type: subject.certificate_type.clone(),
        certificate_number: subject.certificate_number.clone(),
        province: subject.province.clone(),
        domain: answers.service(0).domain,
    }
}

fn way_back(words: Words) -> [Crumb; 2] {
    [Crumb::new("/console", words.t("console-nav-home")), Crumb::here(words.t("form-start"))]
}

fn questions_page(me: &Customer, asked: &Asked) -> Markup {
    let words = me.words;
    let choice =
        |value: &str, label: &str, hint: &str| Choice::new(value, words.t(label)).hint(words.t(hint));
    let who = [
        choice("organisation", "form-start-organisation", "form-start-organisation-hint"),
        choice("person", "form-start-person", "form-start-person-hint"),
    ];
    let what = [
        choice("website", "form-start-website", "form-start-website-hint"),
        choice("app", "form-start-app", "form-start-app-hint"),
    ];
    let chosen_who = if asked.who.is_empty() { "organisation" } else { &asked.who };
    let chosen_what = if asked.what.is_empty() { "website" } else { &asked.what };
    let title = words.t("form-start-title");
    let body = html! {
        (Heading::new(&title).lead(words.t("form-start-lead")))
        @if asked.what == "app" { (notice(&Notice::act(words.t("form-start-app-not-yet")))) }
        form .form method="get" action="/console/orders/new" {
            (Field::new(words, "who", words.t("form-start-who")).value(chosen_who).radio_cards(&who))
            (Field::new(words, "what", words.t("form-start-what")).value(chosen_what).radio_cards(&what))
            div .actions { (Button::new(words.t("form-start-next"))) small { (words.t("form-start-free")) } }
        }
    };
    Page::new(&me.frame, title).crumbs(way_back(words)).width(Width::Form).show(&body)
}

fn basics_page(
    me: &Customer,
    person: bool,
    answers: &Answers,
    errors: &FormErrors,
    refused: Option<&Refused>,
) -> Markup {
    let words = me.words;
    let title = words.t("form-start-basics");
    let form = html! {
        (basics::fields(words, errors, answers, person))
        div .actions {
            (Button::new(words.t("form-start-look")).sends("act", "look"))
            small { (words.t("form-start-look-hint")) }
        }
    };
    let body = html! {
        (errors.summary(words))
        @if let Some(refused) = refused { (refusal(words, refused)) }
        (Heading::new(&title).lead(words.t("form-start-basics-lead")))
        (Form::post("/console/orders/new", &me.frame.csrf).holds(&form))
    };
    Page::new(&me.frame, title).crumbs(way_back(words)).width(Width::Form).errors(errors).show(&body)
}

/// Why no order can be opened, with the way to the order that is in the way if it is the account's own.
fn refusal(words: Words, refused: &Refused) -> Markup {
    let (what, remedy) = say::refused(words, refused);
    let mut said = Notice::no(format!("{what}{}{remedy}", words.pick("", " ")));
    if let Some(order) = refused.facts.get("order").and_then(|id| beian_domain::id::OrderId::parse(id).ok()) {
        said.go = Some((words.t("form-start-running"), order_href(order)));
    }
    notice(&said)
}
