//! Around every request: its number, its line in the log, and headers that keep browsers out of trouble.

use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use beian_app::Failure;
use tracing::Instrument as _;

use crate::assets::CONTENT_SECURITY_POLICY;
use crate::problem::Problem;
use crate::state::Web;

/// How long a request may take; a picture over a slow line takes a minute.
pub(crate) const LONGEST_REQUEST: Duration = Duration::from_mins(2);
/// How long a package of an App may take: 4 GB over a home line.
pub(crate) const LONGEST_PACKAGE: Duration = Duration::from_hours(3);
/// When to try again what took too long.
const COME_BACK: Duration = Duration::from_secs(5);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Gives the request a number and writes one line when it is answered. Paths are written as their pattern:
/// what stands in an address may be personal or a secret.
pub(crate) async fn over(State(web): State<Web>, request: Request, next: Next) -> Response {
    let id = request_id(&web, &request);
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", id, %method, route);
    let begun = Instant::now();
    async move {
        let mut response = next.run(request).await;
        let millis = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        tracing::info!(status = response.status().as_u16(), millis, "answered");
        if let Ok(value) = HeaderValue::from_str(&id) {
            response.headers_mut().insert(REQUEST_ID, value);
        }
        guard(&web, &mut response);
        response
    }
    .instrument(span)
    .await
}

/// Ends what takes too long, such as a form that trickles in: whoever keeps us waiting keeps others waiting too.
pub(crate) async fn in_time(State(longest): State<Duration>, request: Request, next: Next) -> Response {
    match tokio::time::timeout(longest, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::from(Failure::Busy { retry_after: COME_BACK }).into_response(),
    }
}

/// The number a trusted proxy gave, else a fresh one.
fn request_id(web: &Web, request: &Request) -> String {
    let given = request.headers().get(REQUEST_ID).and_then(|value| value.to_str().ok());
    let given = given.filter(|id| web.settings().trusted_proxy && id.len() <= 64);
    given
        .map_or_else(|| format!("{:016x}", u64::from_le_bytes(web.app().chance().bytes())), ToOwned::to_owned)
}

fn guard(web: &Web, response: &mut Response) {
    let headers = response.headers_mut();
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "geolocation=(), microphone=(), payment=()"),
    ];
    for (name, value) in fixed {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if web.settings().secure_cookies {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::http::StatusCode;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use tower::ServiceExt as _;

    use super::*;

    #[tokio::test]
    async fn what_takes_too_long_is_ended() {
        let limit = from_fn_with_state(Duration::from_millis(1), in_time);
        let never = Router::new().route("/", get(std::future::pending::<()>)).layer(limit);
        let response = never.oneshot(Request::new(Body::empty())).await.unwrap();
        assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
    }
}
