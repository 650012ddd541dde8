//! The control interface for tests: what the bureau holds, what it shall decide, what shall go wrong.
//!
//! | request | body | answer |
//! | --- | --- | --- |
//! | `GET /control/filings?stage=&kind=&after=&limit=` | | requests by number: of a stage, of a kind, behind a number, so many |
//! | `POST /control/filings/{id}/approve` | `{"opinion"?, "services"?: ["app"]}` | the request; 409 if it is not waiting |
//! | `POST /control/filings/{id}/refuse` | `{"opinion"?, "codes"?}` | the same |
//! | `POST /control/phone/{mobile}/complete` | | how many checks were passed |
//! | `POST /control/phone/complete` | | how many filings passed all their checks |
//! | `GET /control/codes` | | the last code of every person of an open filing |
//! | `POST /control/faults` | `[{"on": "upload", "kind": "drop-reply"}, …]` | how many wait now |
//! | `GET /control/faults` | | the faults that wait |
//! | `DELETE /control/faults` | | none waits, none comes by chance |
//! | `POST /control/faults/random` | `{"rate", "seed"?, "kinds"?, "ms"?}` | the same with its seed |
//! | `GET /control/faults/summary` | | waiting, by chance with seed and draws, done of each kind |
//! | `GET /control/settings` | | every setting |
//! | `POST /control/settings` | some of them, as `{"approve_after_seconds"}` | every setting |
//! | `POST /control/pushes` | `{"account", "xml"}` | a document for the provider, as it is |
//! | `GET /control/push` | | what was sent unasked, the latest first |
//! | `GET /control/push/{kind}` | | the fields of a kind, with samples |
//! | `POST /control/push/{kind}` | plain named fields | what was sent; 422 names the field that is wrong |
//! | `GET /control/codes/{table}` | | the rows of a base code table |
//! | `POST /control/codes/{table}` | `{"id", "name"?, "valid"?, …}` | the row, added or changed |
//! | `POST /control/answers` | `{"account", "record"? or "number"?, "codes"}` | how many ordered answers wait; the next request that is named so gets it |
//! | `GET /control/answers` | | the ordered answers that wait |
//! | `GET /control/register` | | what is filed, with ids and numbers |
//! | `GET /control/state` | | accepted uploads, downloads, duplicates, numbers issued |

mod answers;
mod faults;
mod filings;
mod push;
mod settings;
mod summary;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use serde::Serialize;

use super::{Simulator, SimulatorError};

pub(super) fn routes() -> Router<Simulator> {
    Router::new()
        .merge(filings::routes())
        .merge(answers::routes())
        .merge(faults::routes())
        .merge(push::routes())
        .merge(settings::routes())
        .merge(summary::routes())
}

fn json<T: Serialize>(result: Result<T, SimulatorError>) -> Response {
    match result {
        Ok(value) => Json(value).into_response(),
        Err(error) => {
            let status = match error {
                SimulatorError::Missing => StatusCode::NOT_FOUND,
                SimulatorError::NotNow { .. } => StatusCode::CONFLICT,
                SimulatorError::Settings(_) | SimulatorError::Field(_) => StatusCode::UNPROCESSABLE_ENTITY,
                SimulatorError::Disk(_)
                | SimulatorError::Key(_)
                | SimulatorError::Document(_)
                | SimulatorError::Interrupted => StatusCode::INTERNAL_SERVER_ERROR,
            };
            let field = if let SimulatorError::Field(wrong) = &error { Some(&wrong.field) } else { None };
            let mut body = serde_json::json!({ "error": error.to_string() });
            if let Some(field) = field {
                body["field"] = field.as_str().into();
            }
            (status, Json(body)).into_response()
        }
    }
}
