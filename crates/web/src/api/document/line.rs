//! Lists of orders, and who must act on each.

use beian_app::orders::{OrderLine, OrderPage};
use beian_domain::order::waiting::Waiting;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

/// Who must act now, and until when.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Waiting)]
pub(in crate::api) struct WaitingDocument {
    /// `customer`, `system`, `reviewer`, `persons-in-charge`, `authority` or `nobody`.
    pub party: &'static str,
    /// Until when, where a rule says so.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub until: Option<DateTime<Utc>>,
    /// The calendar of that time is not official yet.
    pub provisional: bool,
}

/// One line of the list of orders.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OrderLine)]
pub(in crate::api) struct OrderLineDocument {
    /// Identity.
    pub id: String,
    /// What it does.
    pub kind: &'static str,
    /// Where it stands.
    pub stage: &'static str,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    pub since: DateTime<Utc>,
    /// The version.
    pub version: i64,
    /// 主办单位名称, as typed.
    pub subject_name: Option<String>,
    /// 域名, as typed.
    pub domain: Option<String>,
    /// Who must act, and until when.
    pub waiting: WaitingDocument,
}

/// One page of orders, newest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OrderPage, example = json!({"orders": [{
    "id": "01JC3K2M7Q4XA", "kind": "first-filing", "stage": "in-review", "since": "2026-11-23T02:00:00Z",
    "version": 9, "subject_name": "杭州示例科技有限公司", "domain": "example.cn",
    "waiting": {"party": "reviewer", "until": "2026-11-25T10:00:00Z", "provisional": false}
}], "next": "AAZkAAAAAAABAAAAAAAAAAA"}))]
pub(in crate::api) struct OrdersDocument {
    /// The orders.
    pub orders: Vec<OrderLineDocument>,
    /// To be sent as `after` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl From<Waiting> for WaitingDocument {
    fn from(waiting: Waiting) -> Self {
        Self {
            party: waiting.party.slug(),
            until: waiting.until.map(|until| until.at),
            provisional: waiting.until.is_some_and(|until| until.provisional),
        }
    }
}

impl From<OrderLine> for OrderLineDocument {
    fn from(line: OrderLine) -> Self {
        let row = line.row;
        Self {
            id: row.id.to_string(),
            kind: row.kind.slug(),
            stage: row.stage.name().slug(),
            since: row.since,
            version: row.version,
            subject_name: row.subject_name,
            domain: row.domain,
            waiting: line.waiting.into(),
        }
    }
}

impl From<OrderPage> for OrdersDocument {
    fn from(page: OrderPage) -> Self {
        let orders = page.lines.into_iter().map(Into::into).collect();
        Self { orders, next: page.next.map(|cursor| cursor.to_string()) }
    }
}
