//! Filings: what came in, verdicts, phone checks.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::json;
use crate::simulator::bureau::Bureau;
use crate::simulator::state::{FilingState, Stage};
use crate::simulator::{Simulator, SimulatorError};

pub(super) fn routes() -> Router<Simulator> {
    Router::new()
        .route("/control/filings", get(filings))
        .route("/control/filings/{id}/approve", post(approve))
        .route("/control/filings/{id}/refuse", post(refuse))
        .route("/control/phone/complete", post(complete_phones))
        .route("/control/phone/{mobile}/complete", post(complete_phone))
        .route("/control/codes", get(codes))
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

/// Which filings to show.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Which {
    stage: Option<String>,
    after: i64,
    limit: Option<usize>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Verdict {
    opinion: Option<String>,
    codes: Vec<i64>,
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

async fn filings(State(simulator): State<Simulator>, Query(which): Query<Which>) -> Response {
    let chosen = move |bureau: &mut Bureau<'_>| {
        let behind = bureau.state.filings.between(which.after.saturating_add(1)..=i64::MAX);
        let of_stage =
            |filing: &&FilingState| which.stage.as_deref().is_none_or(|stage| filing.stage.name() == stage);
        let found = behind.map(|(_, filing)| filing).filter(of_stage).take(which.limit.unwrap_or(usize::MAX));
        Ok(found.map(FilingView::from).collect::<Vec<_>>())
    };
    json(simulator.run(chosen).await)
}

async fn approve(
    State(simulator): State<Simulator>,
    Path(id): Path<i64>,
    verdict: Option<Json<Verdict>>,
) -> Response {
    let verdict = verdict.unwrap_or_default().0;
    let approved = move |bureau: &mut Bureau<'_>| {
        bureau.approve(id, verdict.opinion)?;
        view(bureau, id)
    };
    json(simulator.run(approved).await)
}

async fn refuse(
    State(simulator): State<Simulator>,
    Path(id): Path<i64>,
    verdict: Option<Json<Verdict>>,
) -> Response {
    let verdict = verdict.unwrap_or_default().0;
    let refused = move |bureau: &mut Bureau<'_>| {
        bureau.refuse(id, verdict.opinion.as_deref().unwrap_or_default(), &verdict.codes)?;
        view(bureau, id)
    };
    json(simulator.run(refused).await)
}

async fn complete_phone(State(simulator): State<Simulator>, Path(mobile): Path<String>) -> Response {
    json(simulator.run(move |bureau| bureau.complete_phone(&mobile)).await)
}

async fn complete_phones(State(simulator): State<Simulator>) -> Response {
    json(simulator.run(|bureau| bureau.complete_phones(bureau.now)).await)
}

async fn codes(State(simulator): State<Simulator>) -> Response {
    let texted = |bureau: &mut Bureau<'_>| {
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
    };
    json(simulator.run(texted).await)
}

fn view(bureau: &Bureau<'_>, id: i64) -> Result<FilingView, SimulatorError> {
    bureau.filing(id).map(FilingView::from)
}
