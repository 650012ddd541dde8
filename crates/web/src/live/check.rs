//! `POST /check/{kind}`: what we think of a number when its field is left.
//!
//! The number is the body, not part of the address: addresses stand in logs. It changes nothing, so it needs no
//! form token.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use beian_app::filings;
use beian_domain::Invalid;
use beian_domain::contact::{Email, Landline, Mobile};
use beian_domain::identity::{ResidentId, UnifiedCode};
use beian_domain::network::DomainName;
use beian_domain::region::{RegionCode, Regions};

use super::by_rules::Asked;
use crate::i18n::Words;
use crate::limit;
use crate::problem::Problem;
use crate::say;
use crate::state::Web;
use crate::ui::CheckAnswer;
use crate::visit::Visitor;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/check/{kind}", post(check))
}

async fn check(
    State(web): State<Web>,
    Visitor(visit): Visitor,
    Path(kind): Path<String>,
    typed: String,
) -> Result<Response, Problem> {
    web.limiters().knock(limit::Door::Check, visit.address)?;
    let words = visit.words;
    let value = typed.trim();
    let answer = match kind.as_str() {
        "credit-code" => {
            judge(words, UnifiedCode::parse(value), |code| registered(words, code.region_code()))
        }
        "resident-id" => judge(words, ResidentId::parse(value), |id| registered(words, id.region_code())),
        "mobile" => mobile(words, value),
        "landline" => judge(words, Landline::parse(value), |_| words.t("form-check-form")),
        "email" => judge(words, Email::parse(value), |_| words.t("form-check-form")),
        "domain" => domain(&web, words, value).await?,
        // A certificate without a grammar of its own: nothing can be said.
        other => match Asked::of(other) {
            Some(asked) => asked.judge(&web, words, value),
            None => CheckAnswer { state: "", text: String::new() },
        },
    };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response())
}

fn judge<T>(words: Words, read: Result<T, Invalid>, good: impl FnOnce(&T) -> String) -> CheckAnswer {
    match read {
        Ok(value) => CheckAnswer { state: "done", text: good(&value) },
        Err(invalid) => no(words, &invalid),
    }
}

fn no(words: Words, invalid: &Invalid) -> CheckAnswer {
    let facts = invalid.facts.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    CheckAnswer { state: "no", text: say::invalid(words, invalid.code, &facts) }
}

/// The check digit fits; the place the number was first given at helps to see whose it is.
fn registered(words: Words, region: RegionCode) -> String {
    let regions = Regions::builtin();
    let place = regions.full_name(region).or_else(|| regions.full_name(region.city_code()));
    match place {
        Some(place) => words.with("form-check-number", &[("place", place.into())]),
        None => words.t("form-check-form"),
    }
}

fn mobile(words: Words, value: &str) -> CheckAnswer {
    match Mobile::parse(value) {
        Ok(mobile) if mobile.segment_warning().is_some() => {
            CheckAnswer { state: "do", text: words.t("form-check-segment") }
        }
        Ok(_) => CheckAnswer { state: "done", text: words.t("form-check-form") },
        Err(invalid) => no(words, &invalid),
    }
}

/// A domain can be well formed and still be the wrong one to file.
async fn domain(web: &Web, words: Words, value: &str) -> Result<CheckAnswer, Problem> {
    let name = match DomainName::parse(value) {
        Ok(name) => name,
        Err(invalid) => return Ok(no(words, &invalid)),
    };
    let registrable = name.registrable().map(|name| name.to_string());
    if !name.is_registrable() && !name.as_str().ends_with(".gov.cn") {
        let args = [("registrable", registrable.unwrap_or_default().into())];
        return Ok(CheckAnswer { state: "do", text: words.with("form-check-subdomain", &args) });
    }
    let filed = filings::public_query(web.app(), name.as_str()).await?;
    Ok(match filed.first() {
        Some(record) => {
            let args = [("number", record.service_number.as_str().into())];
            CheckAnswer { state: "no", text: words.with("form-check-filed", &args) }
        }
        None => CheckAnswer { state: "done", text: words.t("form-check-domain") },
    })
}
