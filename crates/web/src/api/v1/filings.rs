//! `GET /filings`: what the account has filed.

use axum::Json;
use axum::extract::State;
use beian_app::filings::mine;

use crate::api::auth::Caller;
use crate::api::document::{FilingDocument, FilingsDocument};
use crate::api::endings::{NotSignedIn, Troubles};
use crate::problem::Problem;
use crate::state::Web;

/// Lists the account's filings
///
/// Subjects (主体) with their services (互联网信息服务) and numbers.
#[utoipa::path(
    get,
    path = "/filings",
    operation_id = "list-filings",
    tag = "filings",
    responses((status = 200, description = "Everything filed", body = FilingsDocument), NotSignedIn, Troubles)
)]
pub(super) async fn filings(
    State(web): State<Web>,
    caller: Caller,
) -> Result<Json<FilingsDocument>, Problem> {
    let filed = mine(web.app(), caller.actor).await?;
    let filings = filed.iter().map(FilingDocument::from);
    Ok(Json(FilingsDocument { filings: filings.collect() }))
}
