//! An order, whole: where it stands, what was typed, found and decided.

use beian_app::orders::{Completeness, OrderView};
use beian_domain::order::stage::{Outcome, Reason, Stage};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::answers::AnswersDocument;
use super::evidence::{EvidenceDocument, NeededDocument};
use super::finding::FindingDocument;
use super::history::HistoryDocument;
use super::line::WaitingDocument;
use crate::i18n::Words;

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
    "needed": [{
        "kind": "subject-certificate", "document": null, "name": "主办单位证件", "note": "",
        "required": true, "severity": "block", "province": null
    }], "evidence": [], "findings": [],
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
            needed: view.needed.iter().map(|piece| NeededDocument::new(words, piece)).collect(),
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
