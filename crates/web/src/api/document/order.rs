//! Orders: the whole of one, a line of a list, the answers that open one.

use beian_app::orders::{Completeness, OrderLine, OrderPage, OrderView, Start};
use beian_domain::evidence::Evidence;
use beian_domain::order::stage::{Outcome, Reason, Stage};
use beian_domain::order::waiting::Waiting;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answers::AnswersDocument;
use super::finding::FindingDocument;
use super::history::HistoryDocument;
use crate::i18n::Words;

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

/// One step of the form.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OrderStep)]
pub(in crate::api) struct StepDocument {
    /// `basics`, `subject`, `service`, `access` or `evidence`.
    pub step: &'static str,
    /// `empty`, `started` or `complete`.
    pub completeness: &'static str,
    /// What is wrong with it, or worth knowing.
    pub problems: Vec<FindingDocument>,
}

/// A piece of evidence (材料) without its bytes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Evidence)]
pub(in crate::api) struct EvidenceDocument {
    /// Identity.
    pub id: String,
    /// What it proves, a slug.
    pub kind: &'static str,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the bytes in lower-case hex.
    pub digest: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// A piece of evidence the order asks for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NeededEvidence)]
pub(in crate::api) struct NeededDocument {
    /// What it is, a slug.
    pub kind: &'static str,
    /// Whether the order cannot go on without it.
    pub required: bool,
}

/// What a reviewer said about one field.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FieldOpinion)]
pub(in crate::api) struct OpinionDocument {
    /// The field to be mended.
    pub field: String,
    /// A reason from the list, or empty.
    pub reason: String,
    /// The reviewer's own words.
    pub words: String,
}

/// A piece of evidence that was added.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvidenceAdded, example = json!({"version": 5, "evidence": {
    "id": "01JC3K2M7Q4XB", "kind": "subject-certificate", "bytes": 482_113,
    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "width": 2400, "height": 1700
}}))]
pub(in crate::api) struct EvidenceAddedDocument {
    /// The order's new version.
    pub version: i64,
    /// The piece, as it is listed in the order.
    pub evidence: EvidenceDocument,
}

/// Why the order came back.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Returned)]
pub(in crate::api) struct ReturnedDocument {
    /// `precheck` (待修改), `provider` (初审驳回) or `authority` (管局驳回).
    pub by: &'static str,
    /// What the automatic check found.
    pub findings: Vec<FindingDocument>,
    /// What the reviewer said, field by field.
    pub opinions: Vec<OpinionDocument>,
    /// Result codes of the authority (结果代码).
    pub codes: Vec<u32>,
    /// The opinion as a whole (审核意见).
    pub opinion: String,
}

/// The numbers that were granted.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Numbers, example = json!({
    "subject": "浙ICP备2026000001号", "services": ["浙ICP备2026000001号-1"]
}))]
pub(in crate::api) struct NumbersDocument {
    /// 主体备案号.
    pub subject: String,
    /// 服务备案号, one per service.
    pub services: Vec<String>,
}

/// An order (备案订单).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Order, example = json!({
    "id": "01JC3K2M7Q4XA", "kind": "first-filing", "stage": "draft", "since": "2026-11-23T02:00:00Z",
    "opened_at": "2026-11-23T02:00:00Z", "version": 3,
    "waiting": {"party": "customer", "until": null, "provisional": false},
    "can": ["edit", "submit", "abandon"],
    "answers": {"subject.name": "杭州示例科技有限公司", "services.0.domain": "example.cn"},
    "steps": [{"step": "basics", "completeness": "complete", "problems": []}],
    "needed": [{"kind": "subject-certificate", "required": true}], "evidence": [], "findings": [],
    "history": [{"at": "2026-11-23T02:00:00Z", "by": "customer", "name": "陈示例", "event": "opened"}]
}))]
pub(in crate::api) struct OrderDocument {
    /// Identity.
    pub id: String,
    /// What it does, for example `first-filing` (首次备案).
    pub kind: &'static str,
    /// Where it stands, for example `in-review` (等待初审).
    pub stage: &'static str,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    pub since: DateTime<Utc>,
    /// When it was opened.
    #[schema(value_type = String, format = DateTime)]
    pub opened_at: DateTime<Utc>,
    /// The version, also the `ETag`; to be named in `If-Match` by whoever changes the order.
    pub version: i64,
    /// Who must act, and until when.
    pub waiting: WaitingDocument,
    /// What this user can do now: any of `edit`, `submit`, `withdraw`, `abandon`.
    pub can: Vec<&'static str>,
    /// What has been typed.
    pub answers: AnswersDocument,
    /// The steps of the form.
    pub steps: Vec<StepDocument>,
    /// The evidence it asks for.
    pub needed: Vec<NeededDocument>,
    /// The evidence brought.
    pub evidence: Vec<EvidenceDocument>,
    /// What the last check of a submission found.
    pub findings: Vec<FindingDocument>,
    /// Why it came back, while it stands at `returned`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned: Option<ReturnedDocument>,
    /// The numbers, once it stands at `filed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numbers: Option<NumbersDocument>,
    /// What happened, oldest first.
    pub history: Vec<HistoryDocument>,
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

/// What opens an order: who files, and which domain. The kind of order is derived.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = Start, example = json!({
    "nature": "enterprise", "name": "杭州示例科技有限公司", "certificate_type": "business-licence",
    "certificate_number": "91330108MA27EX4M3P", "province": "330000", "domain": "example.cn"
}))]
pub(in crate::api) struct StartDocument {
    /// 单位性质, a slug.
    pub nature: String,
    /// 单位名称.
    pub name: String,
    /// 证件类型, a slug.
    pub certificate_type: String,
    /// 证件号码.
    pub certificate_number: String,
    /// 备案省份, a region code.
    pub province: String,
    /// 域名.
    pub domain: String,
}

/// The version an order has now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Version, example = json!({"id": "01JC3K2M7Q4XA", "version": 4}))]
pub(in crate::api) struct VersionDocument {
    /// The order.
    pub id: String,
    /// Its version, also the `ETag`.
    pub version: i64,
}

impl From<StartDocument> for Start {
    fn from(typed: StartDocument) -> Self {
        Self {
            nature: typed.nature,
            name: typed.name,
            certificate_type: typed.certificate_type,
            certificate_number: typed.certificate_number,
            province: typed.province,
            domain: typed.domain,
        }
    }
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

impl From<&Evidence> for EvidenceDocument {
    fn from(evidence: &Evidence) -> Self {
        Self {
            id: evidence.id.to_string(),
            kind: evidence.kind.slug(),
            bytes: evidence.bytes,
            digest: evidence.digest.clone(),
            width: evidence.width,
            height: evidence.height,
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

impl OrderDocument {
    pub(in crate::api) fn new(words: Words, view: &OrderView) -> Self {
        Self {
            id: view.id.to_string(),
            kind: view.kind.slug(),
            stage: view.stage.name().slug(),
            since: view.since,
            opened_at: view.opened_at,
            version: view.version,
            waiting: view.waiting.into(),
            can: can(view),
            answers: AnswersDocument::new(&view.answers),
            steps: steps(words, view),
            needed: view
                .needed
                .iter()
                .map(|piece| NeededDocument { kind: piece.kind.slug(), required: piece.required })
                .collect(),
            evidence: view.answers.evidence.iter().map(Into::into).collect(),
            findings: FindingDocument::all(words, &view.findings),
            returned: returned(words, &view.stage),
            numbers: numbers(&view.stage),
            history: view.history.iter().map(HistoryDocument::new).collect(),
        }
    }
}

fn can(view: &OrderView) -> Vec<&'static str> {
    let can = [
        (view.can.edit, "edit"),
        (view.can.submit, "submit"),
        (view.can.withdraw, "withdraw"),
        (view.can.abandon, "abandon"),
    ];
    can.into_iter().filter(|(yes, _)| *yes).map(|(_, what)| what).collect()
}

fn steps(words: Words, view: &OrderView) -> Vec<StepDocument> {
    let step = |step: &beian_app::orders::StepView| StepDocument {
        step: step.step.slug(),
        completeness: match step.completeness {
            Completeness::Empty => "empty",
            Completeness::Started => "started",
            Completeness::Complete => "complete",
        },
        problems: FindingDocument::all(words, &step.problems),
    };
    view.steps.iter().map(step).collect()
}

fn returned(words: Words, stage: &Stage) -> Option<ReturnedDocument> {
    let Stage::Returned { reason, .. } = stage else { return None };
    let empty = |by| ReturnedDocument {
        by,
        findings: Vec::new(),
        opinions: Vec::new(),
        codes: Vec::new(),
        opinion: String::new(),
    };
    Some(match reason {
        Reason::Precheck { findings, .. } => {
            ReturnedDocument { findings: FindingDocument::all(words, findings), ..empty("precheck") }
        }
        Reason::Provider { opinions, comment } => ReturnedDocument {
            opinions: opinions
                .iter()
                .map(|one| OpinionDocument {
                    field: one.field.to_string(),
                    reason: one.reason.clone(),
                    words: one.words.clone(),
                })
                .collect(),
            opinion: comment.clone(),
            ..empty("provider")
        },
        Reason::Authority { codes, opinion } => {
            ReturnedDocument { codes: codes.clone(), opinion: opinion.clone(), ..empty("authority") }
        }
    })
}

fn numbers(stage: &Stage) -> Option<NumbersDocument> {
    let Stage::Filed { outcome: Outcome::Numbers { subject, services }, .. } = stage else { return None };
    Some(NumbersDocument {
        subject: subject.to_string(),
        services: services.iter().map(|service| service.number.to_string()).collect(),
    })
}
