//! How a failure becomes an answer: a page for people, problem details for the API, and its line in the log.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use beian_app::{Failure, Refused};
use maud::{Markup, html};
use serde_json::json;

use crate::frame;
use crate::say;
use crate::session::Door;
use crate::state::Web;
use crate::ui;
use crate::visit::Visit;

/// Something other than what was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    what: What,
    /// Where the thing in question can be seen as it is now.
    href: Option<String>,
}

#[derive(Clone, Debug)]
enum What {
    Failed(Arc<Failure>),
    /// The form token was not the one this browser was given.
    Forged,
    /// The request could not be taken apart at all.
    Unreadable,
    /// Too many requests from one address.
    TooMany(Duration),
    /// The API was called without a session.
    NotSignedIn,
    /// The API was not told which version is to be changed.
    VersionNeeded,
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Self { what: What::Failed(Arc::new(failure)), href: None }
    }
}

impl Problem {
    /// The same, telling where the thing can be seen as it is now.
    #[must_use]
    pub(crate) fn at(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// A form that did not come from our own page.
    pub(crate) const fn forged() -> Self {
        Self { what: What::Forged, href: None }
    }

    /// A request that cannot be taken apart.
    pub(crate) const fn unreadable() -> Self {
        Self { what: What::Unreadable, href: None }
    }

    /// Too many requests from one address.
    pub(crate) const fn too_many(wait: Duration) -> Self {
        Self { what: What::TooMany(wait), href: None }
    }

    /// A call of the API without a session.
    pub(crate) const fn not_signed_in() -> Self {
        Self { what: What::NotSignedIn, href: None }
    }

    /// A change through the API that names no version (RFC 6585).
    pub(crate) const fn version_needed() -> Self {
        Self { what: What::VersionNeeded, href: None }
    }

    pub(crate) fn status(&self) -> StatusCode {
        match &self.what {
            What::Forged => StatusCode::FORBIDDEN,
            What::Unreadable => StatusCode::BAD_REQUEST,
            What::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            What::NotSignedIn => StatusCode::UNAUTHORIZED,
            What::VersionNeeded => StatusCode::PRECONDITION_REQUIRED,
            What::Failed(failure) => match &**failure {
                Failure::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
                Failure::Refused(_) | Failure::Stale => StatusCode::CONFLICT,
                Failure::Forbidden => StatusCode::FORBIDDEN,
                Failure::Missing => StatusCode::NOT_FOUND,
                Failure::Busy { .. } => StatusCode::SERVICE_UNAVAILABLE,
                Failure::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
            },
        }
    }

    /// The stable code of the problem, for the API.
    pub(crate) fn code(&self) -> String {
        match &self.what {
            What::Forged => "form-token".to_owned(),
            What::Unreadable => "unreadable".to_owned(),
            What::TooMany(_) => "too-many-requests".to_owned(),
            What::NotSignedIn => "not-signed-in".to_owned(),
            What::VersionNeeded => "version-needed".to_owned(),
            What::Failed(failure) => match &**failure {
                Failure::Invalid(_) => "invalid".to_owned(),
                Failure::Refused(refused) => refused.code.clone(),
                Failure::Forbidden => "forbidden".to_owned(),
                Failure::Missing => "missing".to_owned(),
                Failure::Stale => "stale".to_owned(),
                Failure::Busy { .. } => "busy".to_owned(),
                Failure::Fault(_) => "fault".to_owned(),
            },
        }
    }

    fn wait(&self) -> Option<u64> {
        let wait = match &self.what {
            What::TooMany(wait) => *wait,
            What::Failed(failure) => match &**failure {
                Failure::Busy { retry_after } => *retry_after,
                Failure::Invalid(_)
                | Failure::Refused(_)
                | Failure::Forbidden
                | Failure::Missing
                | Failure::Stale
                | Failure::Fault(_) => return None,
            },
            What::Forged | What::Unreadable | What::NotSignedIn | What::VersionNeeded => return None,
        };
        Some(wait.as_secs().max(1))
    }

    /// The fault is written down once, with its whole chain; the rest is for statistics.
    /// Which page it was stands in the span of the request, as a pattern: what stands in an address may be a
    /// secret.
    fn log(&self) {
        match &self.what {
            What::Failed(failure) => match &**failure {
                Failure::Fault(fault) => {
                    tracing::error!(reference = fault.reference(), chain = fault.chain(), "fault");
                }
                Failure::Refused(refused) => tracing::info!(code = refused.code, "refused"),
                Failure::Forbidden => tracing::info!("forbidden"),
                Failure::Busy { .. } => tracing::info!("busy"),
                Failure::Invalid(_) | Failure::Missing | Failure::Stale => {}
            },
            What::Forged => tracing::info!("form token not ours"),
            What::TooMany(_) => tracing::info!("too many requests"),
            What::Unreadable | What::NotSignedIn | What::VersionNeeded => {}
        }
    }

    /// The answer, when it is made before any handler ran.
    pub(crate) fn into_response_for(self, web: &Web, visit: &Visit) -> Response {
        shown(web, visit, self.into_response())
    }

    fn page(&self, web: &Web, visit: &Visit) -> Markup {
        let frame = frame::of_door(web, visit, Door::of_path(visit.bare_path()));
        match self.part(visit) {
            Some(part) => part.page(&frame),
            None => forged(visit, &frame),
        }
    }

    /// The part of the design system that shows it; `None` for a forged form.
    fn part(&self, visit: &Visit) -> Option<ui::Problem> {
        let words = visit.words;
        let seconds = u32::try_from(self.wait().unwrap_or(1)).unwrap_or(u32::MAX);
        let part = match &self.what {
            What::Forged => return None,
            What::Unreadable | What::VersionNeeded => {
                ui::Problem::Invalid { what: words.t("refused-unreadable") }
            }
            What::TooMany(_) => ui::Problem::Busy { seconds },
            What::NotSignedIn => ui::Problem::Forbidden { who_can: who_can(visit) },
            What::Failed(failure) => match &**failure {
                Failure::Invalid(problems) => {
                    let said: Vec<String> =
                        problems.iter().map(|problem| say::field_problem(words, problem)).collect();
                    ui::Problem::Invalid { what: said.join(words.pick("；", "; ")) }
                }
                Failure::Refused(refused) => refusal(visit, refused),
                Failure::Forbidden => ui::Problem::Forbidden { who_can: who_can(visit) },
                Failure::Missing => ui::Problem::Missing,
                Failure::Stale => ui::Problem::Stale {
                    what: words.t("refused-stale"),
                    href: self.href.clone().unwrap_or_else(|| above(visit.bare_path())),
                },
                Failure::Busy { .. } => ui::Problem::Busy { seconds },
                Failure::Fault(fault) => ui::Problem::Fault { reference: fault.reference().to_owned() },
            },
        };
        Some(part)
    }

    /// Problem details (RFC 9457) with our stable code.
    fn json(&self, visit: &Visit) -> Response {
        let status = self.status();
        let mut body = json!({
            "type": format!("/api/docs#problem-{}", self.code()),
            "title": status.canonical_reason(),
            "status": status.as_u16(),
            "code": self.code(),
        });
        if let What::Failed(failure) = &self.what {
            match &**failure {
                Failure::Invalid(problems) => {
                    let errors = problems.iter().map(|p| {
                        let message = say::field_problem(visit.words, p);
                        json!({ "field": p.field, "code": p.code, "facts": p.facts, "message": message })
                    });
                    body["errors"] = errors.collect();
                }
                Failure::Refused(refused) => {
                    let (what, remedy) = say::refused(visit.words, refused);
                    body["detail"] = format!("{what} {remedy}").into();
                    body["facts"] = json!(refused.facts);
                }
                Failure::Fault(fault) => body["reference"] = fault.reference().into(),
                Failure::Forbidden | Failure::Missing | Failure::Stale | Failure::Busy { .. } => {}
            }
        }
        let explained = format!("api-problem-{}", self.code());
        if body["detail"].is_null() && visit.words.has(&explained) {
            body["detail"] = visit.words.t(&explained).into();
        }
        let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"))];
        (status, kind, Json(body)).into_response()
    }
}

impl IntoResponse for Problem {
    /// Only marks the answer; [`shown`] draws it, since only there is known who reads it.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Draws marked answers, and those of the framework that have no words of their own.
pub(crate) fn shown(web: &Web, visit: &Visit, mut response: Response) -> Response {
    let problem = match response.extensions_mut().remove::<Problem>() {
        Some(problem) => problem,
        None => match unworded(&response) {
            Some(problem) => problem,
            None => return response,
        },
    };
    problem.log();
    let api = visit.bare_path().starts_with("/api/");
    let status = problem.status();
    let mut drawn = if api {
        problem.json(visit)
    } else if visit.partial {
        status.into_response()
    } else {
        (status, problem.page(web, visit)).into_response()
    };
    if let Some(seconds) = problem.wait() {
        drawn.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    drawn
}

/// Plain-text refusals of the framework: paths that do not parse, methods that are not there, bodies too long.
fn unworded(response: &Response) -> Option<Problem> {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let plain = kind.is_none_or(|kind| kind.starts_with("text/plain"));
    if !plain {
        return None;
    }
    match response.status() {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED | StatusCode::BAD_REQUEST => {
            Some(Failure::Missing.into())
        }
        StatusCode::PAYLOAD_TOO_LARGE
        | StatusCode::UNSUPPORTED_MEDIA_TYPE
        | StatusCode::UNPROCESSABLE_ENTITY => Some(Problem::unreadable()),
        _ => None,
    }
}

fn refusal(visit: &Visit, refused: &Refused) -> ui::Problem {
    let (what, remedy) = say::refused(visit.words, refused);
    ui::Problem::Refused { what, remedy }
}

fn who_can(visit: &Visit) -> String {
    let key = match Door::of_path(visit.bare_path()) {
        Door::Customer => "refused-who-customer",
        Door::Staff => "refused-who-staff",
    };
    visit.words.t(key)
}

/// The page above an address that only takes answers.
fn above(path: &str) -> String {
    path.rsplit_once('/').map_or("/", |(above, _)| if above.is_empty() { "/" } else { above }).to_owned()
}

fn forged(visit: &Visit, frame: &ui::Frame) -> Markup {
    let words = visit.words;
    let title = words.t("refused-form-token-title");
    let body = html! {
        div .problem {
            (ui::Heading::new(&title))
            p { (words.t("refused-form-token")) }
            p { a .btn href=(above(visit.bare_path())) { (words.t("refused-form-token-go")) } }
        }
    };
    ui::Page::new(frame, title).width(ui::Width::Reading).show(&body)
}

/// A handler that panicked: a fault like any other, with its message in the log only.
#[expect(clippy::needless_pass_by_value, reason = "what a panic carries is handed over as it is")]
pub(crate) fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response {
    let said = panic
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_else(|| "panic".to_owned());
    Problem::from(Failure::fault(said)).into_response()
}
