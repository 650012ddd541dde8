//! `POST /desk/orders/{id}/unmask`: the same page with hidden numbers in full; the look is written down.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use beian_app::desk;
use beian_domain::id::OrderId;

use super::review::{Draft, Review};
use crate::csrf::{Checked, Pairs};
use crate::problem::Problem;
use crate::session::StaffMember;
use crate::state::Web;

/// Answers with the page itself: a redirect would have to carry the right to look somewhere. What was ticked
/// and typed stays.
pub(super) async fn show(
    State(web): State<Web>,
    staff: StaffMember,
    Path(id): Path<OrderId>,
    Checked(pairs): Checked<Pairs>,
) -> Result<Response, Problem> {
    let view = desk::unmask(web.app(), staff.actor, id).await?;
    let review = Review::of(&web, &staff, view, Draft::read(&pairs)).await?;
    Ok(review.answer(StatusCode::OK, &staff))
}
