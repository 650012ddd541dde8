//! `/console/orders/{id}/answers`: check your answers, promise that they are true, submit.

mod summary;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use beian_app::orders::{OrderView, preview, submit, view};
use beian_app::{Failure, FieldProblem};
use beian_domain::finding::Finding;
use beian_domain::id::OrderId;
use beian_domain::order::field::FieldPath;
use maud::{Markup, Render as _, html};

use super::{crumbs, field_href, order_href};
use crate::csrf::{Checked, Pairs};
use crate::flash::Flash;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::Customer;
use crate::state::Web;
use crate::ui::{self, Button, Field, Form, FormErrors, Heading, Meaning, Notice, Page, Width, notice};

pub(super) use summary::label;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/console/orders/{order}/answers", get(show).post(send))
}

async fn show(State(web): State<Web>, me: Customer, Path(order): Path<OrderId>) -> Result<Markup, Problem> {
    let view = view(web.app(), me.actor, order).await?;
    let findings = findings(&web, &me, &view).await?;
    Ok(page(&me, &view, &findings, &FormErrors::new(), None))
}

/// While answers are open the check is run again; later what it found then is shown.
async fn findings(web: &Web, me: &Customer, view: &OrderView) -> Result<Vec<Finding>, Failure> {
    if view.can.edit {
        Ok(preview(web.app(), me.actor, view.id).await?.findings)
    } else {
        Ok(view.findings.clone())
    }
}

async fn send(
    State(web): State<Web>,
    me: Customer,
    Path(order): Path<OrderId>,
    Checked(pairs): Checked<Pairs>,
) -> Result<Response, Problem> {
    let words = me.words;
    let mut errors = FormErrors::new();
    if pairs.one("consent") != "yes" {
        errors.push("consent", words.t("form-answers-consent-missing"));
    }
    let result = if errors.is_empty() {
        submit(web.app(), me.actor, order, pairs.version()).await.map(Some)
    } else {
        Ok(None)
    };
    let (status, refused) = match result {
        Ok(Some(_)) => return Ok(Flash::done("submitted").go(&order_href(order))),
        Ok(None) => (StatusCode::UNPROCESSABLE_ENTITY, None),
        // What could not be read is among the findings of the page, each with its way to the field.
        Err(Failure::Invalid(problems)) => (StatusCode::UNPROCESSABLE_ENTITY, unlisted(words, &problems)),
        Err(Failure::Refused(refused)) => {
            let (what, remedy) = say::refused(words, &refused);
            (StatusCode::CONFLICT, Some(format!("{what}{}{remedy}", words.pick("", " "))))
        }
        Err(other) => return Err(Problem::from(other).at(order_href(order))),
    };
    let view = view(web.app(), me.actor, order).await?;
    let findings = findings(&web, &me, &view).await?;
    Ok((status, page(&me, &view, &findings, &errors, refused)).into_response())
}

/// Problems that have no field of the form.
fn unlisted(words: Words, problems: &[FieldProblem]) -> Option<String> {
    let said: Vec<String> = problems
        .iter()
        .filter(|problem| FieldPath::parse(&problem.field).is_err())
        .map(|problem| say::field_problem(words, problem))
        .collect();
    (!said.is_empty()).then(|| said.join(words.pick("；", "; ")))
}

fn page(
    me: &Customer,
    view: &OrderView,
    findings: &[Finding],
    errors: &FormErrors,
    refused: Option<String>,
) -> Markup {
    let words = me.words;
    let open = view.can.edit;
    let title = words.t(if open { "form-answers-title" } else { "form-answers-title-closed" });
    let blocks = findings.iter().filter(|finding| finding.blocks()).count();
    let body = html! {
        (errors.summary(words))
        @if let Some(refused) = refused { (notice(&Notice::no(refused))) }
        (Heading::new(&title).lead(words.t(if open { "form-answers-lead" } else { "form-answers-lead-closed" })))
        @if open { (to_mend(words, view, findings, blocks)) }
        (summary::sections(words, view, findings))
        @if open && view.can.submit && blocks == 0 { (promise(me, view, errors)) }
    };
    Page::new(&me.frame, title.clone())
        .crumbs(crumbs(words, view, Some(&title)))
        .width(Width::Reading)
        .errors(errors)
        .show(&body)
}

/// What stands in the way, and what is worth another look. What is only not there yet is a list of links.
fn to_mend(words: Words, view: &OrderView, findings: &[Finding], blocks: usize) -> Markup {
    let (missing, rest): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|found| is_missing(found));
    html! {
        @if blocks > 0 { h2 { (words.with("form-answers-blocked", &[("n", blocks.into())])) } }
        @else if !findings.is_empty() { h2 { (words.t("form-answers-reminders")) } }
        @if !missing.is_empty() {
            (ui::card(ui::Accent::Meaning(Meaning::Do), &words.t("form-answers-empty"), &html! {
                ul .many-links {
                    @for finding in missing {
                        li { a href=(field_href(view.id, finding.field)) { (label(words, finding.field)) } }
                    }
                }
            }))
        }
        @for finding in rest { (super::order::finding_card(words, view, finding)) }
    }
}

/// The answer or the picture is not there yet, so there is nothing wrong with it.
pub(super) fn is_missing(finding: &Finding) -> bool {
    finding.rule == "evidence-missing"
        || finding.facts.get("code").is_some_and(|code| code == "answer-missing")
}

/// The promise of truth (信息真实承诺), without which nothing is submitted.
fn promise(me: &Customer, view: &OrderView, errors: &FormErrors) -> Markup {
    let words = me.words;
    let consent = Field::new(words, "consent", words.t("form-answers-consent-label")).among(errors);
    let form = html! {
        input type="hidden" name="version" value=(view.version);
        (consent.tick(&words.t("form-answers-consent")))
        div .actions {
            (Button::new(words.t("form-answers-submit")))
            small { (words.t("form-answers-then")) }
        }
    };
    Form::post(format!("{}/answers", order_href(view.id)), &me.frame.csrf).holds(&form).render()
}
