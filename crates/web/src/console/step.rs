//! `/console/orders/{id}/{step}`: one page of the form. What was typed is kept even when it is wrong.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use beian_app::Failure;
use beian_app::orders::{Completeness, OrderView, save_step, view};
use beian_domain::finding::{Finding, Severity};
use beian_domain::id::OrderId;
use beian_domain::order::answers::Answers;
use beian_domain::order::field::Step;
use maud::{Markup, html};

use super::steps::{self, Sheet};
use super::{crumbs, evidence, field_href, order_href, step_href};
use crate::csrf::{Checked, Pairs};
use crate::flash::{Flash, go};
use crate::forms::errors_of_findings;
use crate::problem::Problem;
use crate::say;
use crate::session::Customer;
use crate::state::Web;
use crate::ui::{self, Button, Form, FormErrors, Heading, Look, Notice, Page, Width, notice};

pub(super) fn router() -> Router<Web> {
    Router::new().route("/console/orders/{order}/{step}", get(show).post(save))
}

/// A step with what it is shown with.
struct Shown<'a> {
    me: &'a Customer,
    view: &'a OrderView,
    step: Step,
    answers: &'a Answers,
    errors: FormErrors,
    /// What is worth another look but stops nothing.
    reminders: Vec<&'a Finding>,
    /// Somebody else saved meanwhile.
    overtaken: bool,
}

fn step_of(slug: &str) -> Result<Step, Problem> {
    Step::from_slug(slug).ok_or_else(|| Failure::Missing.into())
}

async fn show(
    State(web): State<Web>,
    me: Customer,
    Path((order, slug)): Path<(OrderId, String)>,
) -> Result<Response, Problem> {
    let step = step_of(&slug)?;
    let view = view(web.app(), me.actor, order).await?;
    if !view.can.edit {
        return Ok(go(&order_href(order)));
    }
    if step == Step::Evidence {
        return Ok(evidence::page(&web, &me, &view, &FormErrors::new()).into_response());
    }
    let found = view.step(step);
    // A page nobody has touched yet is not full of errors.
    let begun = found.completeness != Completeness::Empty;
    let errors = if begun { errors_of_findings(me.words, &found.problems) } else { FormErrors::new() };
    let reminders = if begun { reminders(&found.problems) } else { Vec::new() };
    let shown =
        Shown { me: &me, view: &view, step, answers: &view.answers, errors, reminders, overtaken: false };
    Ok(page(&shown).into_response())
}

async fn save(
    State(web): State<Web>,
    me: Customer,
    Path((order, slug)): Path<(OrderId, String)>,
    Checked(pairs): Checked<Pairs>,
) -> Result<Response, Problem> {
    let step = step_of(&slug)?;
    let before = view(web.app(), me.actor, order).await?;
    let mut typed = before.answers.clone();
    steps::read(step, &pairs, &mut typed);
    let act = pairs.one("act");
    if step == Step::Access {
        steps::access::complete(&mut typed, &before.resources, act == "from-resource");
    }
    if !pairs.one("choose").is_empty() {
        return Ok(again(&me, &before, step, &typed, false, StatusCode::OK));
    }
    match save_step(web.app(), me.actor, order, pairs.version(), step, typed.clone()).await {
        Ok(saved) => {
            let wrong = saved.problems.iter().any(Finding::blocks);
            match act.as_str() {
                "same-person" | "from-resource" => Ok(Flash::done("saved").go(&step_href(order, step))),
                "later" if wrong => Ok(Flash::act("saved-problems").go(&order_href(order))),
                "later" => Ok(Flash::done("saved-later").go(&order_href(order))),
                _ if wrong => {
                    let after = view(web.app(), me.actor, order).await?;
                    Ok(with_errors(&me, &after, step, &saved.problems))
                }
                _ => Ok(Flash::done("saved").go(&next_href(order, step))),
            }
        }
        // Nothing typed is lost: it is shown over the answers that came in between.
        Err(Failure::Stale) => Ok(again(&me, &before, step, &typed, true, StatusCode::CONFLICT)),
        Err(other) => Err(Problem::from(other).at(order_href(order))),
    }
}

fn with_errors(me: &Customer, view: &OrderView, step: Step, problems: &[Finding]) -> Response {
    let errors = errors_of_findings(me.words, problems);
    let answers = &view.answers;
    let reminders = reminders(problems);
    let shown = Shown { me, view, step, answers, errors, reminders, overtaken: false };
    (StatusCode::UNPROCESSABLE_ENTITY, page(&shown)).into_response()
}

fn again(
    me: &Customer,
    view: &OrderView,
    step: Step,
    answers: &Answers,
    overtaken: bool,
    status: StatusCode,
) -> Response {
    let shown =
        Shown { me, view, step, answers, errors: FormErrors::new(), reminders: Vec::new(), overtaken };
    (status, page(&shown)).into_response()
}

fn reminders(problems: &[Finding]) -> Vec<&Finding> {
    problems.iter().filter(|finding| finding.severity != Severity::Block).collect()
}

/// The page after a step.
fn next_href(order: OrderId, step: Step) -> String {
    let place = Step::ALL.iter().position(|other| *other == step).unwrap_or_default();
    match Step::ALL.get(place + 1) {
        Some(next) => step_href(order, *next),
        None => format!("{}/answers", order_href(order)),
    }
}

fn page(shown: &Shown<'_>) -> Markup {
    let Shown { me, view, step, answers, errors, .. } = shown;
    let words = me.words;
    let title = say::step(words, *step);
    let sheet = Sheet { words, errors, answers, view };
    let form = html! {
        input type="hidden" name="version" value=(view.version);
        // Pressing Enter in a field presses the first button of the form: this one.
        button .vh type="submit" tabindex="-1" aria-hidden="true" {}
        (steps::fields(*step, &sheet))
        div .actions {
            (Button::new(words.t("form-step-save")))
            (Button::new(words.t("form-step-later")).look(Look::Quiet).sends("act", "later"))
        }
    };
    let body = html! {
        @if shown.overtaken { (notice(&Notice::act(words.t("form-step-overtaken")))) }
        (errors.summary(words))
        (progress(words, *step))
        (Heading::new(&title).lead(words.t(&format!("form-step-lead-{}", step.slug()))))
        (reminder_list(shown))
        (Form::post(step_href(view.id, *step), &me.frame.csrf).holds(&form))
    };
    Page::new(&me.frame, title.clone())
        .crumbs(crumbs(words, view, Some(&title)))
        .width(Width::Form)
        .errors(errors)
        .show(&body)
}

/// Which of the steps this is.
pub(super) fn progress(words: crate::i18n::Words, step: Step) -> Markup {
    let place = Step::ALL.iter().position(|other| *other == step).unwrap_or_default() + 1;
    let args = [("n", place.into()), ("all", Step::ALL.len().into())];
    html! { p .step-count { (words.with("form-step-count", &args)) } }
}

fn reminder_list(shown: &Shown<'_>) -> Markup {
    let words = shown.me.words;
    html! {
        @for finding in &shown.reminders {
            @let told = say::finding(words, finding);
            @let label = say::field(words, finding.field.field());
            (notice(&Notice {
                meaning: ui::Meaning::Wait,
                text: format!("{label}{}{}{}{}", words.pick("：", ": "), told.what, words.pick("", " "), told.remedy),
                go: Some((words.t("form-step-look"), field_href(shown.view.id, finding.field))),
            }))
        }
    }
}
