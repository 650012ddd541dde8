//! `GET /orders`: the account's orders, newest first.

use axum::Json;
use axum::extract::State;
use beian_app::orders::list_own;
use beian_app::{Cursor, Page};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::auth::Caller;
use crate::api::document::OrdersDocument;
use crate::api::endings::{NotReadable, NotSignedIn, Troubles};
use crate::api::extract::Asked;
use crate::problem::Problem;
use crate::state::Web;

/// Which page of the list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::api::v1) struct Which {
    /// `next` of the page before; leave it out for the first.
    after: Option<String>,
    /// The most orders wanted.
    #[param(minimum = 1, maximum = 200, example = 50)]
    limit: Option<u32>,
}

/// Lists the account's orders
///
/// Newest first, by pages. Changes while paging neither repeat nor skip an order.
#[utoipa::path(
    get,
    path = "/orders",
    operation_id = "list-orders",
    tag = "orders",
    params(Which),
    responses(
        (status = 200, description = "One page of orders", body = OrdersDocument),
        NotReadable,
        NotSignedIn,
        Troubles
    )
)]
pub(in crate::api::v1) async fn list(
    State(web): State<Web>,
    caller: Caller,
    Asked(which): Asked<Which>,
) -> Result<Json<OrdersDocument>, Problem> {
    let after = match which.after.as_deref() {
        None => None,
        Some(text) => Some(Cursor::parse(text).ok_or_else(Problem::unreadable)?),
    };
    let page = Page { after, limit: which.limit.unwrap_or(50).clamp(1, 200) };
    let orders = list_own(web.app(), caller.actor, page).await?;
    Ok(Json(orders.into()))
}
