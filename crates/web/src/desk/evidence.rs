//! `GET /desk/evidence/{id}`: a picture for the reviewer; that it was seen is written down.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use beian_domain::id::EvidenceId;

use crate::problem::Problem;
use crate::session::StaffMember;
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    staff: StaffMember,
    Path(id): Path<EvidenceId>,
) -> Result<Response, Problem> {
    let shown = beian_app::evidence::show(web.app(), staff.actor, id).await?;
    // Kept for the minutes of one review, on this machine only: each look is written down anew after that.
    let headers =
        [(CONTENT_TYPE, shown.evidence.format.media_type()), (CACHE_CONTROL, "private, max-age=300")];
    Ok((headers, shown.bytes).into_response())
}
