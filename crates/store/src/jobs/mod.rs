//! Jobs: the outbox. Queued with the change that needs them, claimed under a lease, run at least once.
//!
//! A finished job leaves no row: its effect and the journal tell what it did. What gave up stays until someone
//! starts it again.

mod claim;

use beian_domain::id::{AccountId, JobId, OrderId};
use beian_domain::order::event::JobKind;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use serde_json::Value;

use crate::entity::jobs;
use crate::error::StoreError;
use crate::page::{Cursor, Page, Paged};
use crate::row::{RowName, instant, stored_count};
use crate::seal::Seal;
use crate::store::{Store, Tx};

const JOBS: &str = "jobs";

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobState {
    /// Waits for its time.
    Waiting,
    /// A worker has it under a lease.
    Running,
    /// Failed too often; waits for a person.
    GivenUp,
}

impl JobState {
    const ALL: [Self; 3] = [Self::Waiting, Self::Running, Self::GivenUp];

    /// The stable name.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::GivenUp => "given-up",
        }
    }

    fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.slug() == slug)
    }
}

/// A job to be queued.
#[derive(Debug, Clone, PartialEq)]
pub struct NewJob {
    /// Identity.
    pub id: JobId,
    /// What to do.
    pub kind: JobKind,
    /// Unique among jobs that wait or run, where one is enough.
    pub key: Option<String>,
    /// The account it is about.
    pub account: Option<AccountId>,
    /// The order it is about.
    pub order: Option<OrderId>,
    /// What the job needs to know; sealed.
    pub payload: Value,
    /// Not before.
    pub run_at: DateTime<Utc>,
    /// After how many attempts it gives up.
    pub max_attempts: u32,
}

/// A worker's hold on a job: the attempt it was given. A later attempt ends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    /// The worker.
    pub worker: String,
    /// Which attempt this is, from 1.
    pub attempt: u32,
}

/// A job as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Identity.
    pub id: JobId,
    /// What to do.
    pub kind: JobKind,
    /// Where it stands.
    pub state: JobState,
    /// Unique among jobs that wait or run.
    pub key: Option<String>,
    /// The account it is about.
    pub account: Option<AccountId>,
    /// The order it is about.
    pub order: Option<OrderId>,
    /// What the job needs to know.
    pub payload: Value,
    /// Not before.
    pub run_at: DateTime<Utc>,
    /// The hold on it: the last worker and the attempts so far; the worker is empty before the first.
    pub lease: Lease,
    /// After how many attempts it gives up.
    pub max_attempts: u32,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
}

impl Job {
    /// Whether this attempt is the last.
    pub fn is_last_attempt(&self) -> bool {
        self.lease.attempt >= self.max_attempts
    }
}

impl Tx {
    /// Queues a job. `false` when one with the same key waits or runs already, which is then enough.
    pub async fn enqueue(&self, job: &NewJob) -> Result<bool, StoreError> {
        let row = RowName::new(JOBS, job.id.as_i64());
        let model = jobs::ActiveModel {
            id: Set(job.id.as_i64()),
            kind: Set(job.kind.slug().into()),
            state: Set(JobState::Waiting.slug().into()),
            unique_key: Set(job.key.clone()),
            account_id: Set(job.account.map(AccountId::as_i64)),
            order_id: Set(job.order.map(OrderId::as_i64)),
            payload: Set(self.seal.json(&row, "payload", &job.payload)),
            run_at: Set(instant(job.run_at)),
            attempts: Set(0),
            max_attempts: Set(stored_count(job.max_attempts)),
            lease_owner: Set(None),
            lease_until: Set(None),
            last_error: Set(None),
        };
        let insert = jobs::Entity::insert(model);
        let insert = if job.key.is_some() {
            insert.on_conflict(OnConflict::new().do_nothing().to_owned())
        } else {
            insert
        };
        Ok(insert.exec_without_returning(&self.db).await? == 1)
    }

    /// Removes a job whose effect is part of this transaction; [`StoreError::Stale`] when the lease was lost.
    pub async fn finish(&self, id: JobId, lease: &Lease) -> Result<(), StoreError> {
        finish(&self.db, id, lease).await
    }

    /// Gives a job up within this transaction, with what follows from it: it waits for a person.
    /// [`StoreError::Stale`] when the lease was lost.
    pub async fn give_up(
        &self,
        id: JobId,
        lease: &Lease,
        error: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let given_up = jobs::Entity::update_many()
            .col_expr(jobs::COLUMN.state, Expr::value(JobState::GivenUp.slug()))
            .col_expr(jobs::COLUMN.run_at, Expr::value(instant(now)))
            .col_expr(jobs::COLUMN.lease_until, Expr::value(None::<DateTime<Utc>>))
            .col_expr(jobs::COLUMN.last_error, Expr::value(error))
            .filter(held(id, lease))
            .exec(&self.db)
            .await?;
        if given_up.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Forgets the jobs of this key that gave up, because another has done since what they could not; tells
    /// how many.
    pub async fn forget_stuck(&self, key: &str) -> Result<u64, StoreError> {
        let forgotten = jobs::Entity::delete_many()
            .filter(jobs::COLUMN.state.eq(JobState::GivenUp.slug()))
            .filter(jobs::COLUMN.unique_key.eq(key))
            .exec(&self.db)
            .await?;
        Ok(forgotten.rows_affected)
    }

    /// Starts a job again that gave up, with all its attempts; [`StoreError::Stale`] when it did not give up.
    pub async fn restart_job(&self, id: JobId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let restarted = jobs::Entity::update_many()
            .col_expr(jobs::COLUMN.state, Expr::value(JobState::Waiting.slug()))
            .col_expr(jobs::COLUMN.run_at, Expr::value(instant(now)))
            .col_expr(jobs::COLUMN.attempts, Expr::value(0))
            .filter(jobs::COLUMN.id.eq(id.as_i64()))
            .filter(jobs::COLUMN.state.eq(JobState::GivenUp.slug()))
            .exec(&self.db)
            .await?;
        if restarted.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }
}

impl Store {
    /// The job with this id, unless it is finished.
    pub async fn job(&self, id: JobId) -> Result<Option<Job>, StoreError> {
        let row = jobs::Entity::find_by_id(id.as_i64()).one(&self.db).await?;
        row.map(|row| read(&self.seal, row)).transpose()
    }

    /// The job with this key that waits or runs.
    pub async fn job_by_key(&self, key: &str) -> Result<Option<Job>, StoreError> {
        let row = jobs::Entity::find()
            .filter(jobs::COLUMN.unique_key.eq(key))
            .filter(jobs::COLUMN.state.ne(JobState::GivenUp.slug()))
            .one(&self.db)
            .await?;
        row.map(|row| read(&self.seal, row)).transpose()
    }

    /// The jobs that gave up, newest first.
    pub async fn stuck_jobs(&self, page: Page) -> Result<Paged<Job>, StoreError> {
        let mut query = jobs::Entity::find().filter(jobs::COLUMN.state.eq(JobState::GivenUp.slug()));
        if let Some(after) = page.after {
            query = query.filter(jobs::COLUMN.id.lt(after.id()));
        }
        let rows = query.order_by_desc(jobs::COLUMN.id).limit(page.fetch()).all(&self.db).await?;
        let rows = rows.into_iter().map(|row| read(&self.seal, row)).collect::<Result<_, _>>()?;
        Ok(Paged::cut(rows, page, |job: &Job| Cursor::of_id(job.id.as_i64())))
    }

    /// When the next waiting job is due.
    pub async fn next_due(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let waiting = jobs::Entity::find()
            .select_only()
            .column(jobs::COLUMN.run_at.0)
            .filter(jobs::COLUMN.state.eq(JobState::Waiting.slug()))
            .order_by_asc(jobs::COLUMN.run_at)
            .limit(1);
        Ok(waiting.into_tuple().one(&self.db).await?)
    }
}

/// The job while `lease` holds.
fn held(id: JobId, lease: &Lease) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(jobs::COLUMN.id.eq(id.as_i64()))
        .add(jobs::COLUMN.state.eq(JobState::Running.slug()))
        .add(jobs::COLUMN.lease_owner.eq(lease.worker.as_str()))
        .add(jobs::COLUMN.attempts.eq(stored_count(lease.attempt)))
}

async fn finish<C: ConnectionTrait>(db: &C, id: JobId, lease: &Lease) -> Result<(), StoreError> {
    let removed = jobs::Entity::delete_many().filter(held(id, lease)).exec(db).await?;
    if removed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

fn read(seal: &Seal, model: jobs::Model) -> Result<Job, StoreError> {
    let row = RowName::new(JOBS, model.id);
    Ok(Job {
        id: row.parsed("id", JobId::from_i64(model.id))?,
        kind: row.read("kind", JobKind::from_slug(&model.kind))?,
        state: row.read("state", JobState::from_slug(&model.state))?,
        account: row.some_id("account_id", model.account_id, AccountId::from_i64)?,
        order: row.some_id("order_id", model.order_id, OrderId::from_i64)?,
        payload: seal.open_json(&row, "payload", &model.payload)?,
        run_at: model.run_at,
        lease: Lease {
            worker: model.lease_owner.unwrap_or_default(),
            attempt: row.count("attempts", model.attempts)?,
        },
        max_attempts: row.count("max_attempts", model.max_attempts)?,
        key: model.unique_key,
        last_error: model.last_error,
    })
}
