//! `POST /orders/{id}/withdraw`: taking an order back.

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

/// Takes a submitted order back (撤销备案)
///
/// Until it has left for the authority; then it can be edited and submitted again.
#[utoipa::path(
    post,
    path = "/orders/{id}/withdraw",
    operation_id = "withdraw-order",
    tag = "orders",
    params(
        ("id" = String, Path, description = "The order", example = "01JC3K2M7Q4XA"),
        ("If-Match" = String, Header, description = "The version as last seen", example = "\"3\""),
        ("X-CSRF-Token" = String, Header, description = "The token of the session")
    ),
    responses(
        (status = 200, description = "Taken back", body = VersionDocument, headers(
            ("ETag" = String, description = "The new version, for If-Match")
        )),
        NotSignedIn, NotAllowed, NotThere, SaidNo, Moved, Troubles
    )
)]
pub(in crate::api::v1) async fn withdraw(
    State(web): State<Web>,
    writer: Writer,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
) -> Result<Response, Problem> {
    let caller = writer.caller;
    let done = orders::withdraw(web.app(), caller.actor, id, version).await;
    let version = done?;
    Ok(versioned(StatusCode::OK, version, &VersionDocument { id: id.to_string(), version }))
}
