//! `GET /desk/orders/{id}`: one order beside its evidence, to be approved or returned.

mod changes;
mod draft;
mod fields;
#[cfg(test)]
mod tests;
mod view;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use beian_app::desk::{self, ReviewView};
use beian_app::resources::{ResourceLine, list_of};
use beian_domain::id::OrderId;

pub(super) use draft::Draft;

use crate::problem::Problem;
use crate::session::StaffMember;
use crate::state::Web;

/// Everything the page shows.
pub(super) struct Review {
    pub(super) view: ReviewView,
    pub(super) resources: Vec<ResourceLine>,
    /// What the reviewer has ticked and typed so far.
    pub(super) draft: Draft,
    /// What stands in the way of the decision, in words.
    pub(super) problem: Option<String>,
    /// Working days since it came to this stage.
    pub(super) age: i64,
    /// Past its day.
    pub(super) late: bool,
}

impl Review {
    /// Reads what belongs beside the view.
    pub(super) async fn of(
        web: &Web,
        staff: &StaffMember,
        view: ReviewView,
        draft: Draft,
    ) -> Result<Self, Problem> {
        let app = web.app();
        let resources = list_of(app, staff.actor, view.account.id).await?;
        let late = view.waiting.until.is_some_and(|until| until.at < app.now());
        let age = super::page::age(app, view.since);
        Ok(Self { view, resources, draft, problem: None, age, late })
    }

    /// The page with its status.
    pub(super) fn answer(&self, status: StatusCode, staff: &StaffMember) -> Response {
        (status, view::page(staff, self)).into_response()
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    staff: StaffMember,
    Path(id): Path<OrderId>,
) -> Result<Response, Problem> {
    let view = desk::review(web.app(), staff.actor, id).await?;
    let review = Review::of(&web, &staff, view, Draft::default()).await?;
    Ok(review.answer(StatusCode::OK, &staff))
}
