//! What the bureau sends unasked, and its base code tables.

use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use axum::{Json, Router};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::json as answer;
use crate::codes::{CodeEntry, Table};
use crate::simulator::bureau::Bureau;
use crate::simulator::push::{Field, Input, Kind, Pushed};
use crate::simulator::{Simulator, SimulatorError};

pub(super) fn routes() -> Router<Simulator> {
    Router::new()
        .route("/control/push", get(sent))
        .route("/control/push/{kind}", get(fields).post(push))
        .route("/control/codes/{table}", get(rows).post(change))
}

/// A push as tests see it.
#[derive(Debug, Serialize)]
struct PushView {
    id: i64,
    kind: String,
    about: String,
    at: DateTime<Utc>,
    files: Vec<FileView>,
}

#[derive(Debug, Serialize)]
struct FileView {
    account: i64,
    name: String,
    /// So often it was handed out.
    delivered: u32,
    acknowledged: bool,
}

fn view(bureau: &Bureau<'_>, id: i64, pushed: &Pushed) -> PushView {
    let files = bureau.files_of(pushed).map(|file| FileView {
        account: file.account,
        name: file.name.clone(),
        delivered: file.delivered,
        acknowledged: file.acknowledged,
    });
    let Pushed { kind, about, at, .. } = pushed.clone();
    PushView { id, kind, about, at, files: files.collect() }
}

async fn sent(State(simulator): State<Simulator>) -> Response {
    let list = |bureau: &mut Bureau<'_>| {
        let pushes = bureau.state.pushes.iter().rev();
        Ok(pushes.map(|(id, pushed)| view(bureau, *id, pushed)).collect::<Vec<_>>())
    };
    answer(simulator.run(list).await)
}

async fn fields(Path(kind): Path<String>) -> Response {
    let kind = Kind::named(&kind).ok_or(SimulatorError::Missing);
    answer(kind.map(|kind| kind.fields.iter().map(field).collect::<Vec<Value>>()))
}

fn field(field: &Field) -> Value {
    let holds = match field.input {
        Input::Text | Input::Long => json!("text"),
        Input::Number => json!("number"),
        Input::Code(table) => json!({ "id_of": table }),
        Input::Address => json!("address"),
        Input::Moment => json!("moment"),
        Input::Choice(choices) => json!(choices.iter().map(|choice| choice.word).collect::<Vec<_>>()),
    };
    json!({
        "name": field.name, "required": field.required, "holds": holds,
        "zh": field.zh, "en": field.en, "sample": field.sample,
    })
}

async fn push(
    State(simulator): State<Simulator>,
    Path(kind): Path<String>,
    Json(values): Json<Map<String, Value>>,
) -> Response {
    let pushed = move |bureau: &mut Bureau<'_>| {
        let kind = Kind::named(&kind).ok_or(SimulatorError::Missing)?;
        let id = bureau.push_plain(kind, &values)?;
        let pushed = bureau.state.pushes.get(&id).ok_or(SimulatorError::Missing)?;
        Ok(view(bureau, id, pushed))
    };
    answer(simulator.run(pushed).await)
}

/// The table of that name, as in the JSON of the tables.
fn named(name: &str) -> Result<Table, SimulatorError> {
    serde_json::from_value(Value::from(name)).map_err(|_| SimulatorError::Missing)
}

async fn rows(State(simulator): State<Simulator>, Path(table): Path<String>) -> Response {
    let listed = move |bureau: &mut Bureau<'_>| -> Result<Vec<CodeEntry>, SimulatorError> {
        Ok(bureau.state.tables().entries(named(&table)?).to_vec())
    };
    answer(simulator.run(listed).await)
}

async fn change(
    State(simulator): State<Simulator>,
    Path(table): Path<String>,
    Json(values): Json<Map<String, Value>>,
) -> Response {
    let changed = move |bureau: &mut Bureau<'_>| bureau.change_code(named(&table)?, &values);
    answer(simulator.run(changed).await)
}
