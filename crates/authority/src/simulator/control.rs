//! The control interface for tests: what the bureau holds, what it shall decide, what shall go wrong.
//!
//! | request | body | answer |
//! | --- | --- | --- |
//! | `GET /control/filings` | | every filing with its stage |
//! | `POST /control/filings/{id}/approve` | `{"opinion"?}` | the filing; 409 if it is not waiting |
//! | `POST /control/filings/{id}/refuse` | `{"opinion"?, "codes"?}` | the same |
//! | `POST /control/phone/{mobile}/complete` | | how many checks were passed |
//! | `GET /control/codes` | | the last code of every person of an open filing |
//! | `POST /control/faults` | `[{"on": "upload", "kind": "drop-reply"}, …]` | how many wait now |
//! | `GET /control/faults` | | the faults that wait |
//! | `POST /control/settings` | `{"approve_after_seconds"}` | |
//! | `POST /control/pushes` | `{"account", "xml"}` | a document for the provider, as it is |
//! | `GET /control/state` | | accepted uploads with sequence and hash, numbers issued |

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::bureau::Bureau;
use super::faults::Fault;
use super::state::{FilingState, Stage};
use super::{Simulator, SimulatorError};

pub(super) fn routes() -> Router<Simulator> {
    Router::new()
        .route("/control/filings", get(filings))
        .route("/control/filings/{id}/approve", post(approve))
        .route("/control/filings/{id}/refuse", post(refuse))
        .route("/control/phone/{mobile}/complete", post(complete_phone))
        .route("/control/codes", get(codes))
        .route("/control/faults", get(waiting_faults).post(script_faults))
        .route("/control/settings", post(settings))
        .route("/control/pushes", post(push))
        .route("/control/state", get(summary))
}

/// One filing as tests see it.
#[derive(Debug, Serialize)]
struct FilingView {
    id: i64,
    account: i64,
    sequence: i64,
    record: i64,
    name: String,
    domains: Vec<String>,
    arrived: DateTime<Utc>,
    #[serde(flatten)]
    stage: Stage,
    mobiles: Vec<String>,
}

#[derive(Debug, Serialize)]
struct CodeView {
    filing: i64,
    mobile: String,
    certificate_ends: Vec<String>,
    code: String,
    passed: bool,
}

/// What tests assert on: every accepted upload, every number issued.
#[derive(Debug, Serialize)]
struct Summary {
    accounts: Vec<AccountSummary>,
    numbers: Vec<String>,
}

#[derive(Debug, Serialize)]
struct AccountSummary {
    account: i64,
    last_sequence: i64,
    uploads: Vec<UploadSummary>,
    downloads_waiting: usize,
}

#[derive(Debug, Serialize)]
struct UploadSummary {
    sequence: i64,
    md5: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Verdict {
    opinion: Option<String>,
    codes: Vec<i64>,
}

#[derive(Debug, Deserialize)]
struct Push {
    account: i64,
    xml: String,
}

#[derive(Debug, Deserialize)]
struct NewSettings {
    approve_after_seconds: u64,
}

impl From<&FilingState> for FilingView {
    fn from(filing: &FilingState) -> Self {
        Self {
            id: filing.id,
            account: filing.account,
            sequence: filing.sequence,
            record: filing.record,
            name: filing.name.clone(),
            domains: filing.domains.clone(),
            arrived: filing.arrived,
            stage: filing.stage.clone(),
            mobiles: filing.phones.iter().map(|check| check.mobile.clone()).collect(),
        }
    }
}

async fn filings(State(simulator): State<Simulator>) -> Response {
    json(
        simulator
            .run(|bureau| Ok(bureau.state.filings.values().map(FilingView::from).collect::<Vec<_>>()))
            .await,
    )
}

async fn approve(
    State(simulator): State<Simulator>,
    Path(id): Path<i64>,
    verdict: Option<Json<Verdict>>,
) -> Response {
    let verdict = verdict.unwrap_or_default().0;
    json(
        simulator
            .run(move |bureau| bureau.approve(id, verdict.opinion).and_then(|()| view(bureau, id)))
            .await,
    )
}

async fn refuse(
    State(simulator): State<Simulator>,
    Path(id): Path<i64>,
    verdict: Option<Json<Verdict>>,
) -> Response {
    let verdict = verdict.unwrap_or_default().0;
    let opinion = verdict.opinion.unwrap_or_default();
    json(
        simulator
            .run(move |bureau| {
                bureau.refuse(id, &opinion, &verdict.codes)?;
                view(bureau, id)
            })
            .await,
    )
}

async fn complete_phone(State(simulator): State<Simulator>, Path(mobile): Path<String>) -> Response {
    json(simulator.run(move |bureau| bureau.complete_phone(&mobile)).await)
}

async fn codes(State(simulator): State<Simulator>) -> Response {
    json(
        simulator
            .run(|bureau| {
                let open = bureau.state.filings.values().filter(|filing| filing.stage.is_open());
                let views = open.flat_map(|filing| {
                    filing.phones.iter().map(|check| CodeView {
                        filing: filing.id,
                        mobile: check.mobile.clone(),
                        certificate_ends: check.certificate_ends.clone(),
                        code: check.codes.last().map_or_else(String::new, |sent| sent.code.clone()),
                        passed: check.passed,
                    })
                });
                Ok(views.collect::<Vec<_>>())
            })
            .await,
    )
}

async fn waiting_faults(State(simulator): State<Simulator>) -> Response {
    json(simulator.run(|bureau| Ok(bureau.state.faults.clone())).await)
}

async fn script_faults(State(simulator): State<Simulator>, Json(script): Json<Vec<Fault>>) -> Response {
    json(
        simulator
            .run(move |bureau| {
                bureau.state.faults.extend(script);
                Ok(bureau.state.faults.len())
            })
            .await,
    )
}

async fn settings(State(simulator): State<Simulator>, Json(new): Json<NewSettings>) -> Response {
    json(
        simulator
            .run(move |bureau| {
                bureau.state.settings.approve_after_seconds = new.approve_after_seconds;
                Ok(())
            })
            .await,
    )
}

async fn push(State(simulator): State<Simulator>, Json(push): Json<Push>) -> Response {
    json(simulator.run(move |bureau| bureau.queue_text(push.account, "SIM", &push.xml)).await)
}

async fn summary(State(simulator): State<Simulator>) -> Response {
    json(simulator.run(|bureau| Ok(summarize(bureau))).await)
}

fn summarize(bureau: &Bureau<'_>) -> Summary {
    let accounts = bureau.state.accounts.iter().map(|(account, state)| AccountSummary {
        account: *account,
        last_sequence: state.last_sequence,
        uploads: state
            .uploads
            .iter()
            .map(|upload| UploadSummary { sequence: upload.sequence, md5: upload.md5.clone() })
            .collect(),
        downloads_waiting: state.outbox.iter().filter(|file| !file.acknowledged).count(),
    });
    let numbers = bureau.state.register.subjects.iter().flat_map(|subject| {
        let services = subject.services.iter().map(|service| service.number.clone());
        std::iter::once(subject.number.clone()).chain(services)
    });
    Summary { accounts: accounts.collect(), numbers: numbers.collect() }
}

fn view(bureau: &Bureau<'_>, id: i64) -> Result<FilingView, SimulatorError> {
    bureau.filing(id).map(FilingView::from)
}

fn json<T: Serialize>(result: Result<T, SimulatorError>) -> Response {
    match result {
        Ok(value) => Json(value).into_response(),
        Err(error) => {
            let status = match error {
                SimulatorError::Missing => StatusCode::NOT_FOUND,
                SimulatorError::NotNow { .. } => StatusCode::CONFLICT,
                SimulatorError::Disk(_)
                | SimulatorError::Key(_)
                | SimulatorError::Document(_)
                | SimulatorError::Interrupted => StatusCode::INTERNAL_SERVER_ERROR,
            };
            (status, Json(serde_json::json!({ "error": error.to_string() }))).into_response()
        }
    }
}
