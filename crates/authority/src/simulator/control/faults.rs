//! Faults: ordered one by one, by chance, and what was done.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Serialize;

use super::json;
use crate::simulator::bureau::Bureau;
use crate::simulator::faults::Fault;
use crate::simulator::random::RandomFaults;
use crate::simulator::state::RandomState;
use crate::simulator::{Simulator, SimulatorError};

pub(super) fn routes() -> Router<Simulator> {
    Router::new()
        .route("/control/faults", get(waiting).post(order).delete(stop))
        .route("/control/faults/random", post(order_random))
        .route("/control/faults/summary", get(summary))
}

/// What waits, what comes by chance, what was done.
#[derive(Debug, Serialize)]
struct Summary {
    waiting: Vec<Fault>,
    random: Option<RandomView>,
    done: BTreeMap<String, u64>,
}

/// Faults at random with the seed they are drawn from and the number of calls that drew.
#[derive(Debug, Serialize)]
struct RandomView {
    #[serde(flatten)]
    order: RandomFaults,
    drawn: u64,
}

impl From<&RandomState> for RandomView {
    fn from(random: &RandomState) -> Self {
        let order = RandomFaults { seed: Some(random.seed), ..random.order.clone() };
        Self { order, drawn: random.drawn }
    }
}

async fn waiting(State(simulator): State<Simulator>) -> Response {
    json(simulator.run(|bureau| Ok(list(bureau))).await)
}

async fn order(State(simulator): State<Simulator>, Json(faults): Json<Vec<Fault>>) -> Response {
    let ordered = move |bureau: &mut Bureau<'_>| {
        bureau.order_faults(faults);
        Ok(bureau.state.faults.len())
    };
    json(simulator.run(ordered).await)
}

async fn stop(State(simulator): State<Simulator>) -> Response {
    let stopped = |bureau: &mut Bureau<'_>| {
        bureau.drop_faults();
        bureau.order_random(None);
        Ok(())
    };
    json(simulator.run(stopped).await)
}

async fn order_random(State(simulator): State<Simulator>, Json(order): Json<RandomFaults>) -> Response {
    let ordered = move |bureau: &mut Bureau<'_>| {
        order.check()?;
        bureau.order_random(Some(order));
        random(bureau).ok_or(SimulatorError::Missing)
    };
    json(simulator.run(ordered).await)
}

async fn summary(State(simulator): State<Simulator>) -> Response {
    let summed = |bureau: &mut Bureau<'_>| {
        let done = bureau.state.done.iter().map(|(name, count)| (name.clone(), *count)).collect();
        Ok(Summary { waiting: list(bureau), random: random(bureau), done })
    };
    json(simulator.run(summed).await)
}

fn list(bureau: &Bureau<'_>) -> Vec<Fault> {
    bureau.state.faults.values().cloned().collect()
}

fn random(bureau: &Bureau<'_>) -> Option<RandomView> {
    bureau.state.random.get(&0).map(RandomView::from)
}
