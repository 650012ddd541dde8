//! `/query`: anybody looks up a filing by domain, number or the subject's name.

use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use beian_app::{Failure, filings};
use beian_domain::filing::PublicRecord;
use beian_domain::tables::SubjectNature;
use maud::{Markup, html};
use serde::Deserialize;

use crate::forms::errors_of;
use crate::frame;
use crate::i18n::Words;
use crate::limit;
use crate::problem::Problem;
use crate::say;
use crate::session::Door;
use crate::state::Web;
use crate::ui::{self, Field, FormErrors, Heading, Input, Page, SummaryRow, Width};
use crate::visit::{Visit, Visitor};

pub(super) fn router() -> Router<Web> {
    Router::new().route("/query", get(show))
}

#[derive(Deserialize)]
struct Asked {
    q: Option<String>,
}

async fn show(
    State(web): State<Web>,
    Visitor(visit): Visitor,
    Query(Asked { q }): Query<Asked>,
) -> Result<Response, Problem> {
    let Some(asked) = q else {
        return Ok(page(&web, &visit, "", None, &FormErrors::new()).into_response());
    };
    web.limiters().knock(limit::Door::Query, visit.address)?;
    match filings::public_query(web.app(), &asked).await {
        Ok(found) => Ok(page(&web, &visit, &asked, Some(&found), &FormErrors::new()).into_response()),
        Err(Failure::Invalid(mut problems)) => {
            for problem in &mut problems {
                "q".clone_into(&mut problem.field);
            }
            let errors = errors_of(visit.words, &problems);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&web, &visit, &asked, None, &errors)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// The box to ask with; also on the home page.
pub(super) fn search(words: Words, asked: &str, errors: &FormErrors) -> Markup {
    html! {
        form .form.query method="get" action="/query" role="search" {
            (Field::new(words, "q", words.t("public-query-label")).hint(words.t("public-query-hint"))
                .value(asked).among(errors).text(Input::Text))
            button .btn type="submit" { (words.t("public-query-do")) }
        }
    }
}

fn page(
    web: &Web,
    visit: &Visit,
    asked: &str,
    found: Option<&[PublicRecord]>,
    errors: &FormErrors,
) -> Markup {
    let words = visit.words;
    let frame = frame::of_door(web, visit, Door::Customer);
    let title = words.t("public-query-title");
    let body = html! {
        (errors.summary(words))
        (Heading::new(&title).lead(words.t("public-query-lead")))
        (search(words, asked, errors))
        @if let Some(found) = found { (results(words, asked, found)) }
    };
    Page::new(&frame, title).width(Width::Reading).errors(errors).show(&body)
}

fn results(words: Words, asked: &str, found: &[PublicRecord]) -> Markup {
    if found.is_empty() {
        let ministry = html! {
            a .btn.quiet href="https://beian.miit.gov.cn/" rel="noreferrer" { (words.t("public-query-ministry")) }
        };
        let title = words.with("public-query-none", &[("asked", asked.trim().into())]);
        return ui::empty(&title, &words.t("public-query-none-text"), &ministry);
    }
    html! {
        p role="status" { (words.with("public-query-found", &[("n", found.len().into())])) }
        @for record in found { (result(words, record)) }
    }
}

fn result(words: Words, record: &PublicRecord) -> Markup {
    let row = |key: &str, value: &str| SummaryRow::new(words.t(key), value, "");
    let nature = SubjectNature::from_slug(&record.subject_nature);
    let nature = nature.map_or_else(|| record.subject_nature.clone(), |nature| say::nature(words, nature));
    let number = record.service_number.to_string();
    let rows = [
        row("public-query-subject", &record.subject_name),
        row("public-query-nature", &nature),
        row("public-query-subject-number", record.subject_number.as_str()),
        row("public-query-service", &record.service_name),
        row("public-query-domain", &record.domain),
        row("public-query-granted", &words.date(crate::i18n::beijing(record.granted_at).date_naive())),
    ];
    let body = html! {
        (ui::big_number(words, &words.t("public-query-service-number"), &number))
        (ui::summary(words, "", &rows))
    };
    ui::card(ui::Accent::None, "", &body)
}
