//! `PATCH /orders/{id}/answers`: typing answers.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use beian_app::Failure;
use beian_app::orders;
use beian_domain::id::OrderId;

use crate::api::auth::Writer;
use crate::api::document::{AnswersDocument, OrderDocument, apply};
use crate::api::endings::{Moved, NotAllowed, NotReadable, NotSignedIn, NotThere, SaidNo, Troubles};
use crate::api::extract::Sent;
use crate::api::version::{IfMatch, versioned};
use crate::problem::Problem;
use crate::state::Web;

/// Saves answers
///
/// Fields that are left out stay as they are; an empty text clears. Answers are kept even when they are
/// wrong, as on the pages: the answer names the problems of every step. Saving the same answers again changes
/// nothing.
#[utoipa::path(
    patch,
    path = "/orders/{id}/answers",
    operation_id = "save-answers",
    tag = "orders",
    params(
        ("id" = String, Path, description = "The order", example = "01JC3K2M7Q4XA"),
        ("If-Match" = String, Header, description = "The version as last seen", example = "\"3\""),
        ("X-CSRF-Token" = String, Header, description = "The token of the session")
    ),
    request_body = AnswersDocument,
    responses(
        (status = 200, description = "Saved; the order as it is now", body = OrderDocument, headers(
            ("ETag" = String, description = "The new version, for If-Match")
        )),
        NotReadable, NotSignedIn, NotAllowed, NotThere, SaidNo, Moved, Troubles
    )
)]
pub(in crate::api::v1) async fn save_answers(
    State(web): State<Web>,
    writer: Writer,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Sent(typed): Sent<AnswersDocument>,
) -> Result<Response, Problem> {
    let caller = writer.caller;
    let before = orders::view(web.app(), caller.actor, id).await?;
    if before.version != version {
        return Err(Failure::Stale.into());
    }
    let mut answers = before.answers;
    let steps = apply(&mut answers, typed).map_err(Failure::Invalid)?;
    let mut version = version;
    for step in steps {
        let saved = orders::save_step(web.app(), caller.actor, id, version, step, answers.clone()).await;
        version = saved?.version;
    }
    let view = orders::view(web.app(), caller.actor, id).await?;
    Ok(versioned(StatusCode::OK, view.version, &OrderDocument::new(caller.words, &view)))
}
