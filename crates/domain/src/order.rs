//! An order (备案订单): one journey that creates or changes a filing.

pub mod answers;
pub mod command;
pub mod event;
pub mod field;
pub mod kind;
pub mod lifecycle;
pub mod snapshot;
pub mod stage;
pub mod waiting;

use chrono::{DateTime, Utc};

use crate::access::{Actor, may_on, reaches};
use crate::id::{AccountId, OrderId};
use answers::Answers;
use command::Command;
use event::{Event, Recorded};
use kind::OrderKind;
use lifecycle::{Refusal, decide};
use stage::Stage;

/// Who acts and when: the part of every change that comes from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Actor,
}

/// An order as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Identity.
    pub id: OrderId,
    /// The account it belongs to.
    pub account: AccountId,
    /// What it does.
    pub kind: OrderKind,
    /// Where it stands.
    pub stage: Stage,
    /// Since when it stands there.
    pub since: DateTime<Utc>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// Counts every saved change; a writer must name the version it read.
    pub version: i64,
    /// What the customer has typed so far.
    pub answers: Answers,
}

/// Why an order did not change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotHandled {
    /// The actor may not even know of it.
    #[error("no such order for this actor")]
    Missing,
    /// The actor may know of it but not do this.
    #[error("not this actor's to do")]
    Forbidden,
    /// A rule says no.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl Order {
    /// Decides a command: rights first, then the lifecycle. Changes nothing; see [`Order::apply`].
    pub fn handle(&self, command: Command, stamp: Stamp) -> Result<Recorded, NotHandled> {
        if !reaches(stamp.by, self.account) {
            return Err(NotHandled::Missing);
        }
        if !may_on(stamp.by, command.action(), self.account) {
            return Err(NotHandled::Forbidden);
        }
        let event = decide(self.kind, &self.stage, command)?;
        Ok(Recorded { at: stamp.at, by: stamp.by, event })
    }

    /// Moves the order on by an event that was recorded.
    pub fn apply(&mut self, recorded: &Recorded) {
        self.stage = recorded.event.stage();
        self.since = recorded.at;
        self.version += 1;
    }

    /// A new order, with the event that opened it.
    pub fn open(
        id: OrderId,
        account: AccountId,
        kind: OrderKind,
        answers: Answers,
        stamp: Stamp,
    ) -> (Self, Recorded) {
        let recorded = Recorded { at: stamp.at, by: stamp.by, event: Event::Opened };
        let order = Self {
            id,
            account,
            kind,
            stage: recorded.event.stage(),
            since: stamp.at,
            opened_at: stamp.at,
            version: 1,
            answers,
        };
        (order, recorded)
    }
}

#[cfg(test)]
mod tests;
