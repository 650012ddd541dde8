//! Pages of the simulator: for the person who plays the bureau, for the phone check, for a demo phone.
//! They work without script. Chinese first, English with `?lang=en`.

mod check;
mod files;
mod filing;
mod filings;
mod frame;
mod labels;
mod overview;
mod phones;
mod push;

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use super::{Simulator, SimulatorError};
use frame::Lang;

pub(super) fn routes() -> Router<Simulator> {
    Router::new()
        .route("/", get(filings::list))
        .route("/settings", post(filings::settings))
        .route("/filings/{id}", get(filing::detail))
        .route("/filings/{id}/approve", post(filing::approve))
        .route("/filings/{id}/refuse", post(filing::refuse))
        .route("/filings/{id}/pictures/{index}", get(filing::picture))
        .route("/overview", get(overview::show))
        .route("/push", get(push::show))
        .route("/push/{kind}", post(push::send))
        .route("/downloads", get(files::downloads))
        .route("/downloads/{account}/{number}", get(files::download))
        .route("/downloads/{account}/{number}/file.zip", get(files::download_zip))
        .route("/uploads", get(files::uploads))
        .route("/uploads/{account}/{number}", get(files::upload))
        .route("/uploads/{account}/{number}/file.zip", get(files::upload_zip))
        .route("/check", get(check::form).post(check::enter))
        .route("/check/resend", post(check::resend))
        .route("/phone", get(phones::list))
        .route("/phone/{mobile}", get(phones::phone))
        .route("/style.css", get(style))
}

async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("pages/style.css")).into_response()
}

/// A page for what could not be done.
fn sorry(lang: Lang, error: &SimulatorError) -> Response {
    let (status, text) = match error {
        SimulatorError::Missing => (StatusCode::NOT_FOUND, lang.pick("没有找到。", "There is nothing here.")),
        SimulatorError::NotNow { .. } => (
            StatusCode::CONFLICT,
            lang.pick(
                "这份备案的状态已经变了，请返回列表查看。",
                "This filing has moved on. Look again in the list.",
            ),
        ),
        SimulatorError::Disk(_)
        | SimulatorError::Key(_)
        | SimulatorError::Settings(_)
        | SimulatorError::Field(_)
        | SimulatorError::Document(_)
        | SimulatorError::Interrupted => {
            tracing::error!(%error, "the simulator could not show a page");
            (
                StatusCode::INTERNAL_SERVER_ERROR,
                lang.pick("模拟系统出错，请看日志。", "The simulator failed; see its log."),
            )
        }
    };
    let body = maud::html! {
        h1 { (text) }
        p { a href=(lang.href("/")) { (lang.pick("返回列表", "Back to the list")) } }
    };
    (status, frame::page(lang, text, "", &body)).into_response()
}
