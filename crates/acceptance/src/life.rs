//! The life of one invented order up to the stage it stands in, by the domain's own rules.

use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context as _, Result, anyhow};
use beian_domain::access::Actor;
use beian_domain::check::{FreezeIds, freeze};
use beian_domain::filing::{FiledService, FiledSubject, enter};
use beian_domain::filing_number::{ServiceNumber, SubjectNumber};
use beian_domain::finding::FieldOpinion;
use beian_domain::id::Id;
use beian_domain::order::answers::Answers;
use beian_domain::order::command::{Command, PhoneCheckResult, Receipt, Verdict};
use beian_domain::order::event::Recorded;
use beian_domain::order::field::{Field, FieldPath};
use beian_domain::order::kind::OrderKind;
use beian_domain::order::snapshot::Snapshot;
use beian_domain::order::stage::{GrantedService, Outcome, StageName};
use beian_domain::order::{Order, Stamp};
use chrono::{DateTime, Datelike as _, TimeDelta, Utc};

/// Fresh ids: the time they are made for, and a count in place of chance.
#[derive(Debug, Default)]
pub struct Ids(AtomicU32);

impl Ids {
    /// The next one.
    pub fn next<T: From<Id>>(&self, at: DateTime<Utc>) -> T {
        T::from(Id::new(at, self.0.fetch_add(1, Ordering::Relaxed)))
    }
}

/// Hours between one event of an order and the next.
const PAUSE: TimeDelta = TimeDelta::hours(7);

/// Who acts in an order's life.
#[derive(Debug, Clone, Copy)]
pub struct Cast {
    /// The customer.
    pub customer: Actor,
    /// The reviewer.
    pub reviewer: Actor,
}

/// An order as it stands, and everything that goes with it.
pub struct Life {
    /// The order.
    pub order: Order,
    /// What happened, oldest first, each with the order as it stood then.
    pub history: Vec<Recorded>,
    /// What was submitted.
    pub snapshot: Option<Snapshot>,
    /// What stands in the register.
    pub entered: Option<(FiledSubject, Vec<FiledService>)>,
}

impl Life {
    /// Lives an order that was opened at `opened` up to `stage`; `n` tells its number at the authority.
    pub fn live(
        cast: Cast,
        answers: Answers,
        stage: StageName,
        opened: DateTime<Utc>,
        n: usize,
        ids: &Ids,
    ) -> Result<Self> {
        let stamp = Stamp { at: opened, by: cast.customer };
        let account = match cast.customer {
            Actor::Customer { account, .. } => account,
            Actor::Staff { .. } | Actor::System | Actor::Authority => {
                return Err(anyhow!("only customers open orders"));
            }
        };
        let (order, recorded) =
            Order::open(ids.next(opened), account, OrderKind::FirstFiling, answers, stamp);
        let mut life = Self { order, history: vec![recorded], snapshot: None, entered: None };
        if stage == StageName::Draft {
            return Ok(life);
        }
        if stage == StageName::Abandoned {
            life.step(Command::Abandon, cast.customer)?;
            return Ok(life);
        }
        life.submit(cast, ids)?;
        if stage == StageName::Checking {
            return Ok(life);
        }
        life.go_on(cast, stage, n, ids)?;
        Ok(life)
    }

    /// From the check to where it stands.
    fn go_on(&mut self, cast: Cast, stage: StageName, n: usize, ids: &Ids) -> Result<()> {
        let snapshot = self.order.stage.snapshot().context("submitted")?;
        self.step(Command::RecordCheck { snapshot, findings: Vec::new() }, Actor::System)?;
        if stage == StageName::InReview {
            return Ok(());
        }
        if stage == StageName::Returned {
            let opinion = FieldOpinion {
                field: FieldPath::of(Field::EvidenceVerificationPhoto),
                reason: "picture-unclear".to_owned(),
                words: "核验照光线太暗，请重新拍摄。".to_owned(),
            };
            let command = Command::Return {
                opinions: vec![opinion],
                comment: "其他材料没有问题。".to_owned(),
            };
            return self.step(command, cast.reviewer);
        }
        self.step(Command::Approve { comment: "材料清晰，信息一致。".to_owned() }, cast.reviewer)?;
        if stage == StageName::Sending {
            return Ok(());
        }
        let upload = ids.next(self.order.since);
        self.step(Command::RecordDeparture { upload }, Actor::System)?;
        let until = self.order.since + PAUSE + TimeDelta::hours(24);
        self.step(Command::RecordReceipt(Receipt::PhoneCheck { until }), Actor::Authority)?;
        if stage == StageName::PhoneCheck {
            return Ok(());
        }
        self.step(Command::RecordPhoneCheck(PhoneCheckResult::Passed), Actor::Authority)?;
        if stage == StageName::WithAuthority {
            return Ok(());
        }
        self.grant(n)
    }

    fn submit(&mut self, cast: Cast, ids: &Ids) -> Result<()> {
        let at = self.order.since;
        let fresh = FreezeIds {
            snapshot: ids.next(at),
            subject: ids.next(at),
            services: vec![(ids.next(at), ids.next(at))],
        };
        let frozen = freeze(self.order.kind, &self.order.answers, &fresh);
        let snapshot = frozen.map_err(|findings| anyhow!("invented answers with mistakes: {findings:?}"))?;
        self.step(Command::Submit { snapshot: snapshot.id }, cast.customer)?;
        self.snapshot = Some(snapshot);
        Ok(())
    }

    fn grant(&mut self, n: usize) -> Result<()> {
        let year = self.order.since.year();
        let subject = SubjectNumber::parse(&format!("浙ICP备{year}{:06}号", n + 1))?;
        let number = ServiceNumber::parse(&format!("{subject}-1"))?;
        let snapshot = self.snapshot.as_ref().context("only what was submitted is granted")?;
        let services = snapshot.services.iter();
        let services = services.map(|service| GrantedService { service: service.id, number: number.clone() });
        let outcome = Outcome::Numbers { subject, services: services.collect() };
        let at = self.order.since + PAUSE;
        self.entered = enter(self.order.account, self.order.id, snapshot, &outcome, at);
        self.step(Command::RecordVerdict(Verdict::Granted(outcome)), Actor::Authority)
    }

    fn step(&mut self, command: Command, by: Actor) -> Result<()> {
        let stamp = Stamp { at: self.order.since + PAUSE, by };
        let recorded = self.order.handle(command, stamp)?;
        self.order.apply(&recorded);
        self.history.push(recorded);
        Ok(())
    }
}
