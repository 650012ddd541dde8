//! What a call carries besides its path: a query and a JSON body. What cannot be taken apart is a problem with
//! a code, not the framework's plain text.

use axum::Json;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::problem::Problem;

/// The query of the address.
pub(super) struct Asked<T>(pub(super) T);

/// The JSON body.
pub(super) struct Sent<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Query(asked) =
            Query::from_request_parts(parts, state).await.map_err(|_| Problem::unreadable())?;
        Ok(Self(asked))
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Sent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let Json(sent) = Json::from_request(request, state).await.map_err(|_| Problem::unreadable())?;
        Ok(Self(sent))
    }
}
