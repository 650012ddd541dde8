//! Pages for everybody: home, the public query, signing up, in and out.

mod app_tool;
mod home;
mod query;
mod rules;
mod sign_in;
mod sign_out;
mod sign_up;

use axum::Router;

use crate::state::Web;

pub(crate) use app_tool::router as app_tool;
pub(crate) use sign_in::sign_in_page;

pub(crate) fn router() -> Router<Web> {
    Router::new()
        .merge(home::router())
        .merge(query::router())
        .merge(rules::router())
        .merge(sign_in::router())
        .merge(sign_out::router())
        .merge(sign_up::router())
}
