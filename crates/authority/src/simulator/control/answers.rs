//! Answers that are ordered, for codes that no check gives; and the register, for the ids that requests need.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};

use super::json;
use crate::message::download::basj;
use crate::simulator::bureau::Bureau;
use crate::simulator::examine::forced::ForcedAnswer;
use crate::simulator::{Simulator, SimulatorError};

pub(super) fn routes() -> Router<Simulator> {
    Router::new()
        .route("/control/answers", post(order).get(waiting))
        .route("/control/register", get(register))
}

/// An answer as it is ordered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Order {
    account: i64,
    /// Record id that the request names, the provider's or the bureau's.
    record: Option<i64>,
    /// Filing number or domain that the request names.
    number: Option<String>,
    codes: Vec<i64>,
}

/// A subject of the register with the ids that requests need.
#[derive(Debug, Serialize)]
struct SubjectView {
    bureau_id: i64,
    number: String,
    name: String,
    services: Vec<ServiceView>,
}

#[derive(Debug, Serialize)]
struct ServiceView {
    bureau_id: i64,
    number: Option<String>,
    name: String,
    domains: Vec<DomainView>,
    accesses: Vec<AccessView>,
}

#[derive(Debug, Serialize)]
struct DomainView {
    bureau_id: i64,
    name: String,
}

#[derive(Debug, Serialize)]
struct AccessView {
    bureau_id: i64,
    provider: i64,
    addresses: Vec<i64>,
}

async fn order(State(simulator): State<Simulator>, Json(order): Json<Order>) -> Response {
    if order.codes.is_empty() {
        let error = serde_json::json!({ "error": "codes: give at least one" });
        return (StatusCode::UNPROCESSABLE_ENTITY, Json(error)).into_response();
    }
    let ordered = move |bureau: &mut Bureau<'_>| {
        if bureau.config.account(order.account).is_none() {
            return Err(SimulatorError::Missing);
        }
        let name = order.record.map(|record| record.to_string()).or(order.number);
        Ok(bureau.force(ForcedAnswer { account: order.account, name, codes: order.codes }))
    };
    json(simulator.run(ordered).await)
}

async fn waiting(State(simulator): State<Simulator>) -> Response {
    json(simulator.run(|bureau| Ok(bureau.state.forced.values().cloned().collect::<Vec<_>>())).await)
}

async fn register(State(simulator): State<Simulator>) -> Response {
    let views = |bureau: &mut Bureau<'_>| {
        Ok(bureau.state.register().filings().map(|filing| view(&filing)).collect::<Vec<_>>())
    };
    json(simulator.run(views).await)
}

fn view(filing: &basj::Filing) -> SubjectView {
    SubjectView {
        bureau_id: filing.subject.bureau_id,
        number: filing.subject.number.clone().unwrap_or_default(),
        name: filing.subject.name.clone(),
        services: filing.services.iter().map(service_view).collect(),
    }
}

fn service_view(service: &basj::Service) -> ServiceView {
    let domains = service.domains.iter();
    let accesses = service.accesses.iter().map(|access| AccessView {
        bureau_id: access.bureau_id,
        provider: access.provider,
        addresses: access.addresses.iter().map(|range| range.bureau_id).collect(),
    });
    ServiceView {
        bureau_id: service.bureau_id,
        number: service.number.clone(),
        name: service.name.clone(),
        domains: domains.map(|one| DomainView { bureau_id: one.bureau_id, name: one.name.clone() }).collect(),
        accesses: accesses.collect(),
    }
}
