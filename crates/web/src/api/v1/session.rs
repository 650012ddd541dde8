//! `GET /session`: who is signed in.

use axum::Json;

use crate::api::auth::Caller;
use crate::api::document::SessionDocument;
use crate::api::endings::{NotSignedIn, Troubles};

/// Tells who is signed in
///
/// The token in `csrf` is what every write must carry as `X-CSRF-Token`.
#[utoipa::path(
    get,
    path = "/session",
    operation_id = "read-session",
    tag = "session",
    responses((status = 200, description = "Who is signed in", body = SessionDocument), NotSignedIn, Troubles)
)]
pub(super) async fn session(caller: Caller) -> Json<SessionDocument> {
    Json(SessionDocument {
        account: caller.account,
        name: caller.name,
        role: caller.role.slug().to_owned(),
        csrf: caller.csrf,
    })
}
