//! One order as its reviewer sees it: every field of what was submitted, what changed since the submission
//! before, what the check found, the evidence, the history.

use beian_domain::access::{Action, Actor, may_on};
use beian_domain::account::Account;
use beian_domain::evidence::Evidence;
use beian_domain::finding::{FieldOpinion, Finding};
use beian_domain::id::{OrderId, SnapshotId};
use beian_domain::order::Order;
use beian_domain::order::command::Command;
use beian_domain::order::event::{Event, Recorded};
use beian_domain::order::field::{Field, FieldPath, Step};
use beian_domain::order::kind::OrderKind;
use beian_domain::order::snapshot::Snapshot;
use beian_domain::order::stage::Stage;
use beian_domain::order::waiting::{Waiting, waiting};
use beian_store::Entry;
use chrono::{DateTime, Utc};
use serde_json::json;

use super::masked::masked;
use crate::app::App;
use crate::failure::Failure;
use crate::orders::{HistoryLine, thaw, told};
use crate::rights::{allow, allow_on};

/// One field of what was submitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewField {
    /// Which.
    pub path: FieldPath,
    /// Its value in normal form: slugs and region codes for what is chosen, lines for what is many.
    pub value: String,
    /// Whether the middle of the value is hidden.
    pub masked: bool,
    /// What the submission before said, when that was something else; masked alike.
    pub before: Option<String>,
    /// What the check found about it.
    pub findings: Vec<Finding>,
    /// What the reviewer said about it when returning the submission before.
    pub opinion: Option<FieldOpinion>,
}

/// The fields of one step of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewStep {
    /// Which.
    pub step: Step,
    /// Its fields in the order of the form; those without a value are left out unless something was said
    /// about them.
    pub fields: Vec<ReviewField>,
}

/// What the actor can do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewCan {
    /// Approve or return.
    pub decide: bool,
    /// See hidden values and evidence.
    pub unmask: bool,
}

/// One order as its reviewer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewView {
    /// Identity.
    pub id: OrderId,
    /// Whose it is.
    pub account: Account,
    /// What it does.
    pub kind: OrderKind,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub since: DateTime<Utc>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// To be named by whoever decides.
    pub version: i64,
    /// Who must act and until when.
    pub waiting: Waiting,
    /// What is shown; `None` when nothing was submitted yet, then steps and evidence are empty.
    pub snapshot: Option<SnapshotId>,
    /// The fields, step by step.
    pub steps: Vec<ReviewStep>,
    /// The evidence submitted.
    pub evidence: Vec<Evidence>,
    /// Everything the check found.
    pub findings: Vec<Finding>,
    /// What happened, oldest first.
    pub history: Vec<HistoryLine>,
    /// Whether hidden values are shown.
    pub unmasked: bool,
    /// What the actor can do.
    pub can: ReviewCan,
}

/// Shows an order to staff, with personal numbers hidden.
pub async fn review(app: &App, actor: Actor, order: OrderId) -> Result<ReviewView, Failure> {
    allow(actor, Action::ViewDesk)?;
    let order = app.store().order(order).await?.ok_or(Failure::Missing)?;
    show(app, actor, order, false).await
}

/// Shows an order to staff in full, and writes down that they looked.
pub async fn unmask(app: &App, actor: Actor, order: OrderId) -> Result<ReviewView, Failure> {
    allow(actor, Action::ViewDesk)?;
    let order = app.store().order(order).await?.ok_or(Failure::Missing)?;
    allow_on(actor, Action::Unmask, order.account)?;
    let tx = app.store().begin().await?;
    tx.append(&Entry {
        account: Some(order.account),
        order: Some(order.id),
        at: app.now(),
        by: actor,
        name: "unmasked".to_owned(),
        payload: json!({ "snapshot": order.stage.snapshot() }),
    })
    .await?;
    tx.commit().await?;
    show(app, actor, order, true).await
}

async fn show(app: &App, actor: Actor, order: Order, unmasked: bool) -> Result<ReviewView, Failure> {
    let account = app.store().account(order.account).await?.ok_or(Failure::Missing)?;
    let history = app.store().order_history(order.id).await?;
    let (current, before) = last_two(app, &history).await?;
    let findings = match &current {
        Some(snapshot) => app.store().findings(snapshot.id).await?,
        None => Vec::new(),
    };
    let steps = match &current {
        Some(current) => steps(current, before.as_ref(), &findings, &opinions(&history), unmasked),
        None => Vec::new(),
    };
    let can = ReviewCan {
        decide: order.handle(Command::Approve { comment: String::new() }, app.stamp(actor)).is_ok(),
        unmask: may_on(actor, Action::Unmask, order.account),
    };
    Ok(ReviewView {
        id: order.id,
        account,
        kind: order.kind,
        since: order.since,
        opened_at: order.opened_at,
        version: order.version,
        waiting: waiting(&order.stage, order.since, app.calendar()),
        snapshot: current.as_ref().map(|snapshot| snapshot.id),
        steps,
        evidence: current.map(|snapshot| snapshot.evidence).unwrap_or_default(),
        findings,
        history: told(app, history).await?,
        unmasked,
        can,
        stage: order.stage,
    })
}

/// The last submission, and the one before it.
async fn last_two(app: &App, history: &[Recorded]) -> Result<(Option<Snapshot>, Option<Snapshot>), Failure> {
    let mut submitted = history.iter().rev().filter_map(|recorded| match &recorded.event {
        Event::Submitted { snapshot, .. } => Some(*snapshot),
        Event::Opened
        | Event::CheckPassed { .. }
        | Event::CheckBlocked { .. }
        | Event::Withdrawn
        | Event::Abandoned
        | Event::ReturnedByReviewer { .. }
        | Event::ApprovedByReviewer { .. }
        | Event::ClaimConfirmed { .. }
        | Event::Departed { .. }
        | Event::PhoneCheckStarted { .. }
        | Event::ReceivedByAuthority { .. }
        | Event::PhoneCheckPassed { .. }
        | Event::PhoneCheckMissed { .. }
        | Event::PhoneCheckFailed { .. }
        | Event::FileRefused { .. }
        | Event::Granted { .. }
        | Event::RefusedByAuthority { .. } => None,
    });
    let (current, before) = (submitted.next(), submitted.next());
    Ok((load(app, current).await?, load(app, before).await?))
}

async fn load(app: &App, id: Option<SnapshotId>) -> Result<Option<Snapshot>, Failure> {
    match id {
        Some(id) => Ok(app.store().snapshot(id).await?),
        None => Ok(None),
    }
}

/// What the reviewer said last.
fn opinions(history: &[Recorded]) -> Vec<FieldOpinion> {
    let last = history.iter().rev().find_map(|recorded| {
        if let Event::ReturnedByReviewer { opinions, .. } = &recorded.event {
            Some(opinions.clone())
        } else {
            None
        }
    });
    last.unwrap_or_default()
}

fn steps(
    current: &Snapshot,
    before: Option<&Snapshot>,
    findings: &[Finding],
    opinions: &[FieldOpinion],
    unmasked: bool,
) -> Vec<ReviewStep> {
    let shown = |snapshot: &Snapshot, path| match masked(snapshot, path).filter(|_| !unmasked) {
        Some(hidden) => (hidden, true),
        None => (thaw(snapshot).text(path), false),
    };
    let was = before.map(thaw);
    let now = thaw(current);
    let field = |path: FieldPath| {
        let (value, masked) = shown(current, path);
        let changed = was.as_ref().is_some_and(|was| was.text(path) != now.text(path));
        ReviewField {
            path,
            value,
            masked,
            before: before.filter(|_| changed).map(|before| shown(before, path).0),
            findings: findings.iter().filter(|finding| finding.field == path).cloned().collect(),
            opinion: opinions.iter().find(|opinion| opinion.field == path).cloned(),
        }
    };
    let paths = paths(current.services.len());
    let of_step = |step: Step| {
        let fields = paths.iter().filter(|path| path.field().step() == step).map(|path| field(*path));
        let said = |field: &ReviewField| {
            !field.value.is_empty()
                || field.before.is_some()
                || !field.findings.is_empty()
                || field.opinion.is_some()
        };
        ReviewStep { step, fields: fields.filter(said).collect() }
    };
    Step::ALL.into_iter().map(of_step).collect()
}

/// Every field of a form with that many services, in the order of the form.
fn paths(services: usize) -> Vec<FieldPath> {
    let services = u8::try_from(services.max(1)).unwrap_or(u8::MAX);
    let numbers = |field: &Field| if field.pattern().contains('*') { services } else { 1 };
    Field::ALL
        .iter()
        .flat_map(|field| (0..numbers(field)).map(move |number| FieldPath::in_service(*field, number)))
        .collect()
}
