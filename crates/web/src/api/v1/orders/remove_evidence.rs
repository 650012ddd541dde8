//! `DELETE /orders/{id}/evidence/{evidence}`: taking a picture out.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use beian_app::orders;
use beian_domain::id::{EvidenceId, OrderId};

use crate::api::auth::Writer;
use crate::api::document::VersionDocument;
use crate::api::endings::{NotAllowed, NotSignedIn, NotThere, SaidNo, Troubles};
use crate::api::version::versioned;
use crate::problem::Problem;
use crate::state::Web;

/// Removes a piece of evidence
#[utoipa::path(
    delete,
    path = "/orders/{id}/evidence/{evidence}",
    operation_id = "remove-evidence",
    tag = "evidence",
    params(
        ("id" = String, Path, description = "The order", example = "01JC3K2M7Q4XA"),
        ("evidence" = String, Path, description = "The piece", example = "01JC3K2M7Q4XB"),
        ("X-CSRF-Token" = String, Header, description = "The token of the session")
    ),
    responses(
        (status = 200, description = "Removed", body = VersionDocument, headers(
            ("ETag" = String, description = "The new version, for If-Match")
        )),
        NotSignedIn, NotAllowed, NotThere, SaidNo, Troubles
    )
)]
pub(in crate::api::v1) async fn remove_evidence(
    State(web): State<Web>,
    writer: Writer,
    Path((id, evidence)): Path<(OrderId, EvidenceId)>,
) -> Result<Response, Problem> {
    let caller = writer.caller;
    let done = orders::remove_evidence(web.app(), caller.actor, id, evidence).await;
    let version = done?;
    Ok(versioned(StatusCode::OK, version, &VersionDocument { id: id.to_string(), version }))
}
