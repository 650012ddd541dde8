//! `POST /orders/{id}/evidence`: bringing a picture.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use beian_app::orders;
use beian_app::{Failure, FieldProblem};
use beian_domain::evidence::EvidenceKind;
use beian_domain::id::OrderId;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::auth::Writer;
use crate::api::document::EvidenceAddedDocument;
use crate::api::endings::{NotAllowed, NotReadable, NotSignedIn, NotThere, SaidNo, Troubles};
use crate::api::extract::Asked;
use crate::api::version::versioned;
use crate::problem::Problem;
use crate::state::Web;

/// What the picture proves.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::api::v1) struct What {
    /// The kind of evidence, a slug as in `needed` of the order.
    #[param(example = "subject-certificate")]
    kind: String,
    /// Which document it is, a code as in `needed` of the order, where the kind does not say it all.
    #[param(example = "letter-subject")]
    document: Option<String>,
}

/// Adds a piece of evidence (材料)
///
/// The body is the picture itself, JPEG or PNG, at most 4 MB and at least 300 pixels on its short side. The
/// same picture for the same kind is kept once. The live verification of a person cannot be done through the
/// API: the person does it on the console's pages.
#[utoipa::path(
    post,
    path = "/orders/{id}/evidence",
    operation_id = "add-evidence",
    tag = "evidence",
    params(
        What,
        ("id" = String, Path, description = "The order", example = "01JC3K2M7Q4XA"),
        ("X-CSRF-Token" = String, Header, description = "The token of the session")
    ),
    request_body(content = Vec<u8>, content_type = "image/jpeg", description = "The picture, JPEG or PNG"),
    responses(
        (status = 201, description = "Added", body = EvidenceAddedDocument, headers(
            ("ETag" = String, description = "The new version, for If-Match")
        )),
        NotReadable, NotSignedIn, NotAllowed, NotThere, SaidNo, Troubles
    )
)]
pub(in crate::api::v1) async fn add_evidence(
    State(web): State<Web>,
    writer: Writer,
    Path(id): Path<OrderId>,
    Asked(what): Asked<What>,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let caller = writer.caller;
    let kind = EvidenceKind::from_slug(&what.kind)
        .ok_or_else(|| Failure::field(FieldProblem::new("kind", "answer-choice")))?;
    let added = orders::add_evidence(web.app(), caller.actor, id, kind, what.document, bytes.to_vec()).await;
    let added = added?;
    let document = EvidenceAddedDocument { version: added.version, evidence: (&added.evidence).into() };
    Ok(versioned(StatusCode::CREATED, added.version, &document))
}
