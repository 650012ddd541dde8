//! An order as its customer sees it: where it stands, who acts, what is missing, what can be done.

use beian_domain::access::{Action, Actor, may_on};
use beian_domain::dossier::dossier_of;
use beian_domain::finding::{Finding, Severity};
use beian_domain::id::OrderId;
use beian_domain::order::Order;
use beian_domain::order::answers::Answers;
use beian_domain::order::command::Command;
use beian_domain::order::field::{Field, FieldPath, Step};
use beian_domain::order::kind::OrderKind;
use beian_domain::order::stage::Stage;
use beian_domain::order::waiting::{Waiting, stop, waiting};
use beian_domain::resource::{Resource, Unfit};
use chrono::{DateTime, Utc};

use super::changed::changed;
use super::checklist::{Wanted, checklist};
use super::history::{HistoryLine, told};
use super::problems::{of_step, problems};
use crate::app::App;
use crate::failure::Failure;
use crate::rights::allow_own;

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completeness {
    /// Nothing typed yet.
    Empty,
    /// Something is missing or blocks.
    Started,
    /// Nothing blocks.
    Complete,
}

/// One step of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepView {
    /// Which.
    pub step: Step,
    /// How far it is.
    pub completeness: Completeness,
    /// What is wrong with it, or worth knowing.
    pub problems: Vec<Finding>,
}

/// What the actor can do with the order now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent permissions, each asked for by name")]
pub struct Can {
    /// Type answers, bring evidence.
    pub edit: bool,
    /// Submit for review.
    pub submit: bool,
    /// Take it back.
    pub withdraw: bool,
    /// Give it up.
    pub abandon: bool,
}

/// A resource the order may stand on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceChoice {
    /// The resource.
    pub resource: Resource,
    /// Places taken by others than this order.
    pub used: u32,
    /// Why it cannot carry this order; empty when it can.
    pub unfit: Vec<Unfit>,
}

/// An order as its customer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderView {
    /// Identity.
    pub id: OrderId,
    /// What it does.
    pub kind: OrderKind,
    /// Where it stands, with the facts of that stage.
    pub stage: Stage,
    /// Since when.
    pub since: DateTime<Utc>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// To be named by whoever changes it.
    pub version: i64,
    /// Who must act and until when.
    pub waiting: Waiting,
    /// The stop on the line, 0 to 5.
    pub stop: usize,
    /// What has been typed.
    pub answers: Answers,
    /// The five steps of the form. Their problems are named only while the answers are open.
    pub steps: Vec<StepView>,
    /// The evidence it needs.
    pub needed: Vec<Wanted>,
    /// What happened, oldest first.
    pub history: Vec<HistoryLine>,
    /// What the last check of a submission found.
    pub findings: Vec<Finding>,
    /// Of a returned order: the fields that were answered anew since.
    pub changed: Vec<FieldPath>,
    /// What the actor can do.
    pub can: Can,
    /// The account's resources.
    pub resources: Vec<ResourceChoice>,
}

impl OrderView {
    /// The view of one step.
    ///
    /// # Panics
    /// Never: all steps are there.
    pub fn step(&self, step: Step) -> &StepView {
        self.steps.iter().find(|view| view.step == step).expect("the view has every step")
    }
}

/// Shows an order to its customer.
pub async fn view(app: &App, actor: Actor, order: OrderId) -> Result<OrderView, Failure> {
    let order = app.store().order(order).await?.ok_or(Failure::Missing)?;
    allow_own(actor, order.account)?;
    let history = told(app, app.store().order_history(order.id).await?).await?;
    let findings = match order.stage.snapshot() {
        Some(snapshot) => app.store().findings(snapshot).await?,
        None => Vec::new(),
    };
    let found = if order.stage.name().answers_open() { problems(app, &order).await? } else { Vec::new() };
    Ok(OrderView {
        id: order.id,
        kind: order.kind,
        since: order.since,
        opened_at: order.opened_at,
        version: order.version,
        waiting: waiting(&order.stage, order.since, app.calendar()),
        stop: stop(order.stage.name()),
        steps: steps(&order.answers, &found),
        needed: checklist(app, &dossier_of(order.kind, &order.answers, None, app.today())),
        history,
        findings,
        changed: changed(app, &order).await?,
        can: can(app, actor, &order),
        resources: choices(app, &order).await?,
        stage: order.stage,
        answers: order.answers,
    })
}

fn can(app: &App, actor: Actor, order: &Order) -> Can {
    let would = |command| order.handle(command, app.stamp(actor)).is_ok();
    Can {
        edit: order.stage.name().answers_open() && may_on(actor, Action::EditAnswers, order.account),
        submit: would(Command::Submit { snapshot: app.id() }),
        withdraw: would(Command::Withdraw),
        abandon: would(Command::Abandon),
    }
}

fn steps(answers: &Answers, found: &[Finding]) -> Vec<StepView> {
    let view = |step| {
        let problems = of_step(found, step);
        let blocked = problems.iter().any(|finding| finding.severity == Severity::Block);
        let completeness = match (begun(answers, step), blocked) {
            (false, _) => Completeness::Empty,
            (true, true) => Completeness::Started,
            (true, false) => Completeness::Complete,
        };
        StepView { step, completeness, problems }
    };
    Step::ALL.into_iter().map(view).collect()
}

fn begun(answers: &Answers, step: Step) -> bool {
    let fields = Field::ALL.iter().filter(|field| field.step() == step);
    fields.into_iter().any(|field| !answers.text(FieldPath::of(*field)).is_empty())
}

async fn choices(app: &App, order: &Order) -> Result<Vec<ResourceChoice>, Failure> {
    let own = app.store().places_of(order.id).await?;
    let choice = |(resource, taken): (Resource, u32)| {
        let ours = own.iter().filter(|place| **place == resource.id).count();
        let used = taken.saturating_sub(u32::try_from(ours).unwrap_or(u32::MAX));
        let unfit = resource.unfit(used, app.today());
        ResourceChoice { resource, used, unfit }
    };
    Ok(app.store().resources_of(order.account).await?.into_iter().map(choice).collect())
}
