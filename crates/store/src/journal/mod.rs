//! The journal (操作日志): append-only, one chain per account and one of the provider, each entry carrying the
//! digest of the one before it.

mod chain;
mod verify;

use beian_domain::access::Actor;
use beian_domain::id::{AccountId, OrderId};
use beian_domain::order::Order;
use beian_domain::order::event::Recorded;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use serde_json::Value;

use crate::entity::journal;
use crate::error::StoreError;
use crate::page::{Cursor, Page, Paged};
use crate::row::{RowName, instant, json_text};
use crate::seal::Seal;
use crate::store::{Store, Tx};
use chain::Link;

pub use verify::{Break, BreakKind, JournalReport};

const JOURNAL: &str = "journal";
/// The chain of what belongs to no customer: staff, settings.
const PROVIDER: i64 = 0;
/// What the names of an order's events begin with; no other entry may be named so.
const EVENT: &str = "order.";

/// What happened, to be appended.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Whose chain it belongs to; `None` is the provider's own.
    pub account: Option<AccountId>,
    /// The order it is about.
    pub order: Option<OrderId>,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Actor,
    /// What, as a stable name such as `evidence.unmasked`.
    pub name: String,
    /// The facts; sealed.
    pub payload: Value,
}

impl Entry {
    /// The entry of an event of an order, by which [`Store::order_history`] finds it.
    pub fn of_event(order: &Order, recorded: &Recorded) -> Self {
        Self {
            account: Some(order.account),
            order: Some(order.id),
            at: recorded.at,
            by: recorded.by,
            name: format!("{EVENT}{}", recorded.event.slug()),
            payload: serde_json::to_value(recorded).expect("events have text keys"),
        }
    }
}

/// An entry as it stands in the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalRow {
    /// Its place in its chain, from 1.
    pub number: i64,
    /// What happened.
    pub entry: Entry,
}

/// Which entries are wanted; what is `None` does not matter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct JournalFilter {
    /// Of this account's chain.
    pub account: Option<AccountId>,
    /// About this order.
    pub order: Option<OrderId>,
    /// Not before.
    pub from: Option<DateTime<Utc>>,
    /// Before.
    pub until: Option<DateTime<Utc>>,
}

impl Tx {
    /// Every event of an order, oldest first.
    pub async fn order_history(&self, order: OrderId) -> Result<Vec<Recorded>, StoreError> {
        order_history(&self.db, &self.seal, order).await
    }

    /// Appends an entry. The chain is locked until the transaction ends.
    pub async fn append(&self, entry: &Entry) -> Result<(), StoreError> {
        let account = entry.account.map_or(PROVIDER, AccountId::as_i64);
        let head = chain::lock_head(&self.db, &self.seal, account).await?;
        let link = Link {
            account,
            number: head.number + 1,
            order: entry.order.map(OrderId::as_i64),
            at: instant(entry.at),
            actor: json_text(&entry.by),
            name: entry.name.clone(),
        };
        let payload = self.seal.json(&link.row(), "payload", &entry.payload);
        let digest = link.digest(&head.digest, &payload);
        let model = journal::ActiveModel {
            account_id: Set(account),
            number: Set(link.number),
            order_id: Set(link.order),
            at: Set(link.at),
            actor: Set(link.actor),
            name: Set(link.name),
            payload: Set(payload),
            digest: Set(digest.clone()),
        };
        journal::Entity::insert(model).exec_without_returning(&self.db).await?;
        chain::move_head(&self.db, &self.seal, account, head.number + 1, digest).await
    }
}

impl Store {
    /// Every event of an order, oldest first.
    pub async fn order_history(&self, order: OrderId) -> Result<Vec<Recorded>, StoreError> {
        order_history(&self.db, &self.seal, order).await
    }

    /// Entries, newest first.
    pub async fn journal(&self, filter: JournalFilter, page: Page) -> Result<Paged<JournalRow>, StoreError> {
        let mut query = journal::Entity::find().filter(wanted(filter));
        if let Some(after) = page.after {
            query = query.filter(earlier(after));
        }
        let rows = query
            .order_by_desc(journal::COLUMN.at)
            .order_by_desc(journal::COLUMN.number)
            .order_by_desc(journal::COLUMN.account_id)
            .limit(page.fetch())
            .all(&self.db)
            .await?;
        let rows = rows.into_iter().map(|row| read(&self.seal, row)).collect::<Result<_, _>>()?;
        Ok(Paged::cut(rows, page, |row: &JournalRow| {
            let account = row.entry.account.map_or(PROVIDER, AccountId::as_i64);
            Cursor::of(row.entry.at, row.number).with_tie(account)
        }))
    }
}

async fn order_history<C: ConnectionTrait>(
    db: &C,
    seal: &Seal,
    order: OrderId,
) -> Result<Vec<Recorded>, StoreError> {
    let rows = journal::Entity::find()
        .filter(journal::COLUMN.order_id.eq(order.as_i64()))
        .filter(journal::COLUMN.name.starts_with(EVENT))
        .order_by_asc(journal::COLUMN.number)
        .all(db)
        .await?;
    rows.iter().map(|row| seal.open_json(&row_name(row), "payload", &row.payload)).collect()
}

fn wanted(filter: JournalFilter) -> Condition {
    Condition::all()
        .add_option(filter.account.map(|account| journal::COLUMN.account_id.eq(account.as_i64())))
        .add_option(filter.order.map(|order| journal::COLUMN.order_id.eq(order.as_i64())))
        .add_option(filter.from.map(|from| journal::COLUMN.at.gte(instant(from))))
        .add_option(filter.until.map(|until| journal::COLUMN.at.lt(instant(until))))
}

/// Entries of two chains may share the instant and the number: then the account decides.
fn earlier(after: Cursor) -> Condition {
    let at = journal::COLUMN.at.eq(after.at());
    let number = journal::COLUMN.number.eq(after.id());
    let other_chain =
        Condition::all().add(at.clone()).add(number).add(journal::COLUMN.account_id.lt(after.tie()));
    let same_moment = Condition::all().add(at).add(journal::COLUMN.number.lt(after.id()));
    Condition::any().add(journal::COLUMN.at.lt(after.at())).add(same_moment).add(other_chain)
}

fn row_name(model: &journal::Model) -> RowName {
    RowName::keyed(JOURNAL, format!("{}/{}", model.account_id, model.number))
}

fn read(seal: &Seal, model: journal::Model) -> Result<JournalRow, StoreError> {
    let row = row_name(&model);
    let account = if model.account_id == PROVIDER {
        None
    } else {
        Some(row.parsed("account_id", AccountId::from_i64(model.account_id))?)
    };
    let entry = Entry {
        account,
        order: row.some_id("order_id", model.order_id, OrderId::from_i64)?,
        at: model.at,
        by: row.json("actor", &model.actor)?,
        payload: seal.open_json(&row, "payload", &model.payload)?,
        name: model.name,
    };
    Ok(JournalRow { number: model.number, entry })
}
