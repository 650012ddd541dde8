//! Probes: `/health` says that the process answers, `/ready` that it can do its work.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;

use crate::state::Web;

pub(crate) fn router() -> Router<Web> {
    Router::new().route("/health", get(|| async { "ok\n" })).route("/ready", get(ready))
}

async fn ready(State(web): State<Web>) -> (StatusCode, &'static str) {
    match web.app().ready().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(failure) => {
            tracing::warn!(%failure, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
        }
    }
}
