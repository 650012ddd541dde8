//! `POST /orders`: opening an order.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use beian_app::orders;

use crate::api::auth::Writer;
use crate::api::document::{StartDocument, VersionDocument};
use crate::api::endings::{NotAllowed, NotReadable, NotSignedIn, SaidNo, Troubles};
use crate::api::extract::Sent;
use crate::api::version::versioned;
use crate::limit::Door;
use crate::problem::Problem;
use crate::state::Web;
use crate::visit::Visitor;

/// Opens an order
///
/// The kind of order (备案类型) is derived from the certificate and the domain. A subject has at most one
/// running order, so sending this twice opens one order: the second is refused with `already-running` and
/// the id of the first in the fact `order`.
#[utoipa::path(
    post,
    path = "/orders",
    operation_id = "open-order",
    tag = "orders",
    request_body = StartDocument,
    params(("X-CSRF-Token" = String, Header, description = "The token of the session")),
    responses(
        (status = 201, description = "Opened", body = VersionDocument, headers(
            ("ETag" = String, description = "The version, for If-Match"),
            ("Location" = String, description = "Where the order is")
        )),
        NotReadable, NotSignedIn, NotAllowed, SaidNo, Troubles
    )
)]
pub(in crate::api::v1) async fn open(
    State(web): State<Web>,
    writer: Writer,
    Visitor(visit): Visitor,
    Sent(start): Sent<StartDocument>,
) -> Result<Response, Problem> {
    web.limiters().knock(Door::Query, visit.address)?;
    let caller = writer.caller;
    let id = orders::open(web.app(), caller.actor, start.into()).await?;
    let view = orders::view(web.app(), caller.actor, id).await?;
    let mut response = versioned(
        StatusCode::CREATED,
        view.version,
        &VersionDocument { id: id.to_string(), version: view.version },
    );
    let location = format!("/api/v1/orders/{id}").parse().expect("an id is plain text");
    response.headers_mut().insert(axum::http::header::LOCATION, location);
    Ok(response)
}
