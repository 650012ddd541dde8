//! What scripts ask for while people type: is this number well formed, which counties has this province.

pub(crate) mod by_rules;
mod check;
mod regions;

use axum::Router;

use crate::state::Web;

pub(crate) use regions::cities;

pub(crate) fn router() -> Router<Web> {
    Router::new().merge(check::router()).merge(regions::router())
}
