//! Console, staff desk, API and public pages.

mod api;
pub mod assets;
pub mod checking;
mod console;
mod csrf;
pub mod design;
mod desk;
mod flash;
mod forms;
mod frame;
mod health;
pub mod i18n;
pub mod inspection;
mod kept;
mod limit;
mod live;
mod phone;
mod problem;
mod public;
mod say;
mod serve;
mod session;
mod state;
pub mod ui;
mod visit;
mod watch;
mod wording;

pub use api::openapi;
pub use limit::RequestLimits;
pub use say::refusal;
pub use serve::serve;
pub use state::{Packages, Web, WebSettings};
pub use wording::wording;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// The longest form without files, in bytes.
const LONGEST_FORM: usize = 256 * 1024;

/// Everything the web shows.
pub fn router(web: Web) -> Router {
    let quick = Router::new()
        .merge(i18n::router())
        .merge(design::router())
        .merge(public::router())
        .merge(console::router())
        .merge(live::router())
        .merge(phone::router())
        .merge(desk::router())
        .merge(api::router())
        .fallback(visit::nowhere)
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn_with_state(watch::LONGEST_REQUEST, watch::in_time));
    let slow = public::app_tool()
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn_with_state(watch::LONGEST_PACKAGE, watch::in_time));
    let pages = quick.merge(slow).layer(from_fn_with_state(web.clone(), visit::welcome));
    Router::new()
        .merge(pages)
        .merge(assets::router())
        .merge(health::router())
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(web.clone(), watch::over))
        .with_state(web)
}
