//! `POST /orders/{id}/abandon`: giving an order up.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use beian_app::orders;
use beian_domain::id::OrderId;

use crate::api::auth::Writer;
use crate::api::document::VersionDocument;
use crate::api::endings::{Moved, NotAllowed, NotSignedIn, NotThere, SaidNo, Troubles};
use crate::api::version::{IfMatch, versioned};
use crate::problem::Problem;
use crate::state::Web;

/// Gives an order up (放弃备案)
///
/// For good; its places on the resources are free again.
#[utoipa::path(
    post,
    path = "/orders/{id}/abandon",
    operation_id = "abandon-order",
    tag = "orders",
    params(
        ("id" = String, Path, description = "The order", example = "01JC3K2M7Q4XA"),
        ("If-Match" = String, Header, description = "The version as last seen", example = "\"3\""),
        ("X-CSRF-Token" = String, Header, description = "The token of the session")
    ),
    responses(
        (status = 200, description = "Given up", body = VersionDocument, headers(
            ("ETag" = String, description = "The new version, for If-Match")
        )),
        NotSignedIn, NotAllowed, NotThere, SaidNo, Moved, Troubles
    )
)]
pub(in crate::api::v1) async fn abandon(
    State(web): State<Web>,
    writer: Writer,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
) -> Result<Response, Problem> {
    let caller = writer.caller;
    let done = orders::abandon(web.app(), caller.actor, id, version).await;
    let version = done?;
    Ok(versioned(StatusCode::OK, version, &VersionDocument { id: id.to_string(), version }))
}
