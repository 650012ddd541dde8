//! What happened to an order.

use beian_app::orders::{HistoryLine, Who};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

/// One line of an order's history.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HistoryLine, example = json!({
    "at": "2026-11-23T02:00:00Z", "by": "customer", "name": "陈示例", "event": "submitted"
}))]
pub(in crate::api) struct HistoryDocument {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: DateTime<Utc>,
    /// `customer`, `staff`, `system` or `authority`.
    pub by: &'static str,
    /// The person's name, when a person acted and is still known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What happened, a stable name.
    pub event: &'static str,
}

impl HistoryDocument {
    pub(in crate::api) fn new(line: &HistoryLine) -> Self {
        let (by, name) = match &line.by {
            Who::Customer(name) => ("customer", name.clone()),
            Who::Staff(name) => ("staff", name.clone()),
            Who::System => ("system", None),
            Who::Authority => ("authority", None),
        };
        Self { at: line.at, by, name, event: line.event.slug() }
    }
}
