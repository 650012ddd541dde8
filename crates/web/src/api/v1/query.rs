//! `GET /query`: what the public may know of filed services.

use axum::Json;
use axum::extract::State;
use beian_app::filings::public_query;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::document::QueryDocument;
use crate::api::endings::{NotReadable, Troubles};
use crate::api::extract::Asked;
use crate::limit::Door;
use crate::problem::Problem;
use crate::state::Web;
use crate::visit::Visitor;

/// What is looked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// A domain name, a filing number (备案号), or the whole name of a subject.
    #[param(example = "example.cn")]
    q: String,
}

/// Looks a filing up
///
/// Answers what the ministry's public query answers, for filings of this provider. Needs no session.
#[utoipa::path(
    get,
    path = "/query",
    operation_id = "query",
    tag = "query",
    params(Wanted),
    security(()),
    responses(
        (status = 200, description = "What is filed; empty when nothing is", body = QueryDocument),
        NotReadable,
        Troubles
    )
)]
pub(super) async fn query(
    State(web): State<Web>,
    visitor: Visitor,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<QueryDocument>, Problem> {
    web.limiters().knock(Door::Query, visitor.0.address)?;
    let records = public_query(web.app(), &wanted.q).await?;
    Ok(Json(QueryDocument { records: records.into_iter().map(Into::into).collect() }))
}
