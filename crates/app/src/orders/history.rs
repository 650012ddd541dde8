//! The history of an order as it is shown: who did what and when.

use std::collections::BTreeMap;

use beian_domain::access::Actor;
use beian_domain::id::{StaffId, UserId};
use beian_domain::order::event::{Event, Recorded};
use chrono::{DateTime, Utc};

use crate::app::App;
use crate::failure::Failure;

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// A user of the customer's account, with the name if the user still exists.
    Customer(Option<String>),
    /// One of the provider's people.
    Staff(Option<String>),
    /// The platform.
    System,
    /// The authority.
    Authority,
}

/// One line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryLine {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Who,
    /// What, with its facts.
    pub event: Event,
}

/// The names of those who act in a list of things that happened; each is looked up once.
#[derive(Default)]
pub(crate) struct Names {
    users: BTreeMap<UserId, Option<String>>,
    staff: BTreeMap<StaffId, Option<String>>,
}

impl Names {
    /// Puts a name to an actor.
    pub(crate) fn who(&self, actor: Actor) -> Who {
        match actor {
            Actor::Customer { user, .. } => Who::Customer(self.users.get(&user).cloned().flatten()),
            Actor::Staff { staff, .. } => Who::Staff(self.staff.get(&staff).cloned().flatten()),
            Actor::System => Who::System,
            Actor::Authority => Who::Authority,
        }
    }
}

/// Looks up the names of these actors.
pub(crate) async fn names_of(app: &App, actors: Vec<Actor>) -> Result<Names, Failure> {
    let mut names = Names::default();
    for actor in actors {
        match actor {
            Actor::Customer { user, .. } if !names.users.contains_key(&user) => {
                let found = app.store().user(user).await?.map(|user| user.name);
                names.users.insert(user, found);
            }
            Actor::Staff { staff, .. } if !names.staff.contains_key(&staff) => {
                let found = app.store().staff(staff).await?.map(|staff| staff.name);
                names.staff.insert(staff, found);
            }
            Actor::Customer { .. } | Actor::Staff { .. } | Actor::System | Actor::Authority => {}
        }
    }
    Ok(names)
}

/// The history with names, oldest first.
pub(crate) async fn told(app: &App, history: Vec<Recorded>) -> Result<Vec<HistoryLine>, Failure> {
    // A vector, because an iterator with a closure over borrows would make this future one that cannot be sent.
    let actors: Vec<Actor> = history.iter().map(|recorded| recorded.by).collect();
    let names = names_of(app, actors).await?;
    let line = |recorded: Recorded| HistoryLine {
        at: recorded.at,
        by: names.who(recorded.by),
        event: recorded.event,
    };
    Ok(history.into_iter().map(line).collect())
}
