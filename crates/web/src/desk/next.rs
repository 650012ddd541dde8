//! `GET /desk/next`: straight to the order that has waited longest, after the one just left.

use axum::extract::{Query, State};
use axum::response::Response;
use beian_app::desk;
use beian_domain::access::Actor;
use beian_domain::id::OrderId;
use serde::Deserialize;

use crate::flash::{Flash, go as to};
use crate::problem::Problem;
use crate::session::StaffMember;
use crate::state::Web;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct After {
    /// The order just left.
    after: String,
}

pub(super) async fn go(
    State(web): State<Web>,
    staff: StaffMember,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let left = OrderId::parse(&after.after).ok();
    match find(&web, staff.actor, left).await? {
        Some(href) => Ok(to(&href)),
        None => Ok(Flash::done("desk-queue-empty").go("/desk")),
    }
}

/// The page of the next order to review; `None` when nothing else waits.
pub(super) async fn find(web: &Web, actor: Actor, left: Option<OrderId>) -> Result<Option<String>, Problem> {
    let found = desk::next(web.app(), actor, left).await?;
    Ok(found.filter(|id| Some(*id) != left).map(|id| format!("/desk/orders/{id}")))
}
