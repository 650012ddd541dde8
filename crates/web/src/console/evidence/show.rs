//! `/console/evidence/{id}`: a picture for its own account.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use beian_app::evidence;
use beian_domain::id::EvidenceId;

use crate::problem::Problem;
use crate::session::Customer;
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Customer,
    Path(picture): Path<EvidenceId>,
) -> Result<Response, Problem> {
    let shown = evidence::show(web.app(), me.actor, picture).await?;
    let headers = [
        (header::CONTENT_TYPE, shown.evidence.format.media_type()),
        (header::CACHE_CONTROL, "private, max-age=300"),
        (header::CONTENT_DISPOSITION, "inline"),
    ];
    Ok((headers, shown.bytes).into_response())
}
