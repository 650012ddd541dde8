//! Version 1 of the API: one file per operation.

mod filings;
mod orders;
mod query;
mod session;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouterExt as _};
use utoipa_axum::routes;

use crate::state::Web;

/// One byte above what a picture may have would do; the rest lets the use case say what is wrong with it.
const LARGEST_PICTURE: usize = 5 * 1024 * 1024;

/// Every operation, below the prefix of the version.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(session::session))
        .routes(routes!(query::query))
        .routes(routes!(filings::filings))
        .routes(routes!(orders::list, orders::open))
        .routes(routes!(orders::view))
        .routes(routes!(orders::save_answers))
        .routes(routes!(orders::add_evidence).layer(DefaultBodyLimit::max(LARGEST_PICTURE)))
        .routes(routes!(orders::remove_evidence))
        .routes(routes!(orders::submit))
        .routes(routes!(orders::withdraw))
        .routes(routes!(orders::abandon))
}
