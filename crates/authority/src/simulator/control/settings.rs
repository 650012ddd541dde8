//! Settings, and documents sent as they are.

use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::json;
use crate::simulator::bureau::Bureau;
use crate::simulator::settings::{Settings, SettingsError};
use crate::simulator::{Simulator, SimulatorError};

pub(super) fn routes() -> Router<Simulator> {
    Router::new().route("/control/settings", get(settings).post(change)).route("/control/pushes", post(push))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    account: i64,
    xml: String,
}

async fn settings(State(simulator): State<Simulator>) -> Response {
    json(simulator.run(|bureau| Ok(bureau.state.settings())).await)
}

async fn change(State(simulator): State<Simulator>, Json(change): Json<Map<String, Value>>) -> Response {
    let changed = move |bureau: &mut Bureau<'_>| {
        let unreadable = |error: serde_json::Error| SettingsError::Unreadable(error.to_string());
        let mut settings = serde_json::to_value(bureau.state.settings()).map_err(unreadable)?;
        for (key, value) in change {
            settings[key] = value;
        }
        let settings: Settings = serde_json::from_value(settings).map_err(unreadable)?;
        settings.check()?;
        bureau.state.change_settings(|now| *now = settings.clone());
        Ok(settings)
    };
    json(simulator.run(changed).await)
}

async fn push(State(simulator): State<Simulator>, Json(document): Json<Document>) -> Response {
    let pushed = move |bureau: &mut Bureau<'_>| {
        crate::xml::parse(&document.xml).map_err(|error| SimulatorError::Document(error.to_string()))?;
        bureau.push(document.account, &document.xml)
    };
    json(simulator.run(pushed).await)
}
