//! The optimistic lock: an order's version as `ETag`, and as `If-Match` of those who change it.

use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::problem::Problem;

/// The version the caller has seen. A version that is none of ours is never current.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct IfMatch(pub(super) i64);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let told = parts.headers.get(header::IF_MATCH).ok_or_else(Problem::version_needed)?;
        Ok(Self(told.to_str().map(read).unwrap_or_default()))
    }
}

fn read(text: &str) -> i64 {
    let quoted = text.trim().strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    quoted.and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// An answer with its version.
pub(super) fn versioned(status: StatusCode, version: i64, document: &impl Serialize) -> Response {
    let mut response = (status, Json(document)).into_response();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{version}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_quoted_number_is_a_version() {
        assert_eq!(read("\"7\""), 7);
        for text in ["7", "W/\"7\"", "\"x\"", "*", ""] {
            assert_eq!(read(text), 0, "{text}");
        }
    }
}
