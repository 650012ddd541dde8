//! `GET /orders/{id}`: one order, whole.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use beian_app::orders;
use beian_domain::id::OrderId;

use crate::api::auth::Caller;
use crate::api::document::OrderDocument;
use crate::api::endings::{NotSignedIn, NotThere, Troubles};
use crate::api::version::versioned;
use crate::problem::Problem;
use crate::state::Web;

/// Shows an order
///
/// Where it stands, who must act and until when, what was typed, what is missing, what was found.
#[utoipa::path(
    get,
    path = "/orders/{id}",
    operation_id = "read-order",
    tag = "orders",
    params(("id" = String, Path, description = "The order", example = "01JC3K2M7Q4XA")),
    responses(
        (status = 200, description = "The order", body = OrderDocument, headers(
            ("ETag" = String, description = "The version, for If-Match")
        )),
        NotSignedIn, NotThere, Troubles
    )
)]
pub(in crate::api::v1) async fn view(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OrderId>,
) -> Result<Response, Problem> {
    let view = orders::view(web.app(), caller.actor, id).await?;
    Ok(versioned(StatusCode::OK, view.version, &OrderDocument::new(caller.words, &view)))
}
