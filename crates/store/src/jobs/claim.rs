//! Claiming jobs, and what becomes of them: finished, tried again, given up, taken from a dead worker.

use std::time::Duration;

use beian_domain::id::JobId;
use beian_domain::order::event::JobKind;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, LockBehavior, LockType};
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, Select};

use super::{Job, JobState, Lease, finish, held, read};
use crate::entity::jobs;
use crate::error::StoreError;
use crate::row::instant;
use crate::store::Store;

impl Store {
    /// Gives a worker the job that has been due longest, of one of these kinds, for the length of the lease.
    /// No two workers get the same.
    pub async fn claim(
        &self,
        now: DateTime<Utc>,
        lease: Duration,
        worker: &str,
        kinds: &[JobKind],
    ) -> Result<Option<Job>, StoreError> {
        let due = due(instant(now), kinds);
        // Looking costs no write lock, and mostly there is nothing.
        if due.clone().one(&self.db).await?.is_none() {
            return Ok(None);
        }
        let tx = self.begin().await?;
        let next = due.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).one(&tx.db).await?;
        let Some(mut model) = next else { return Ok(None) };
        model.state = JobState::Running.slug().into();
        model.attempts += 1;
        model.lease_owner = Some(worker.into());
        let until = instant(now + lease);
        jobs::Entity::update_many()
            .col_expr(jobs::COLUMN.state, Expr::value(model.state.clone()))
            .col_expr(jobs::COLUMN.attempts, Expr::value(model.attempts))
            .col_expr(jobs::COLUMN.lease_owner, Expr::value(worker))
            .col_expr(jobs::COLUMN.lease_until, Expr::value(until))
            .filter(jobs::COLUMN.id.eq(model.id))
            .exec(&tx.db)
            .await?;
        tx.commit().await?;
        read(&self.seal, model).map(Some)
    }

    /// Removes a job whose work is done; [`StoreError::Stale`] when the lease was lost.
    pub async fn finish(&self, id: JobId, lease: &Lease) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        finish(&tx.db, id, lease).await?;
        tx.commit().await
    }

    /// Lets a job wait until `at` after a failed attempt; [`StoreError::Stale`] when the lease was lost.
    pub async fn retry(
        &self,
        id: JobId,
        lease: &Lease,
        at: DateTime<Utc>,
        error: &str,
    ) -> Result<(), StoreError> {
        self.put_down(id, lease, 0, at, error).await
    }

    /// Lets a job wait until `at` because of something outside of it, such as an authority that is down: the
    /// attempt does not count. [`StoreError::Stale`] when the lease was lost.
    pub async fn postpone(
        &self,
        id: JobId,
        lease: &Lease,
        at: DateTime<Utc>,
        error: &str,
    ) -> Result<(), StoreError> {
        self.put_down(id, lease, 1, at, error).await
    }

    /// Takes jobs from workers whose lease has run out: to wait again, or given up when no attempt is left,
    /// so that a job that kills its worker does not do so for ever. Tells how many.
    pub async fn release_expired(&self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        self.take_back(jobs::COLUMN.lease_until.lte(instant(now)), "the lease ran out").await
    }

    /// Takes back what a worker had claimed when it died, so that the next one of the same name need not wait
    /// until the leases run out. Not while the worker lives. Tells how many.
    pub async fn release_claims_of(&self, worker: &str) -> Result<u64, StoreError> {
        self.take_back(jobs::COLUMN.lease_owner.eq(worker), "the worker died").await
    }

    async fn take_back(&self, from: Expr, why: &str) -> Result<u64, StoreError> {
        let running = jobs::COLUMN.state.eq(JobState::Running.slug()).and(from);
        if jobs::Entity::find().filter(running.clone()).one(&self.db).await?.is_none() {
            return Ok(0);
        }
        let spent = Expr::col(jobs::COLUMN.attempts.as_column_ref())
            .gte(Expr::col(jobs::COLUMN.max_attempts.as_column_ref()));
        let tx = self.begin().await?;
        let mut taken = 0;
        for (state, which) in [(JobState::GivenUp, spent.clone()), (JobState::Waiting, spent.not())] {
            let changed = jobs::Entity::update_many()
                .col_expr(jobs::COLUMN.state, Expr::value(state.slug()))
                .col_expr(jobs::COLUMN.last_error, Expr::value(why))
                .filter(running.clone())
                .filter(which)
                .exec(&tx.db)
                .await?;
            taken += changed.rows_affected;
        }
        tx.commit().await?;
        Ok(taken)
    }

    async fn put_down(
        &self,
        id: JobId,
        lease: &Lease,
        attempts_granted: i32,
        at: DateTime<Utc>,
        error: &str,
    ) -> Result<(), StoreError> {
        let more = Expr::col(jobs::COLUMN.max_attempts.as_column_ref()).add(attempts_granted);
        let tx = self.begin().await?;
        let changed = jobs::Entity::update_many()
            .col_expr(jobs::COLUMN.state, Expr::value(JobState::Waiting.slug()))
            .col_expr(jobs::COLUMN.max_attempts, more)
            .col_expr(jobs::COLUMN.run_at, Expr::value(instant(at)))
            .col_expr(jobs::COLUMN.lease_until, Expr::value(None::<DateTime<Utc>>))
            .col_expr(jobs::COLUMN.last_error, Expr::value(error))
            .filter(held(id, lease))
            .exec(&tx.db)
            .await?;
        tx.commit().await?;
        if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }
}

fn due(now: DateTime<Utc>, kinds: &[JobKind]) -> Select<jobs::Entity> {
    jobs::Entity::find()
        .filter(jobs::COLUMN.state.eq(JobState::Waiting.slug()))
        .filter(jobs::COLUMN.run_at.lte(now))
        .filter(jobs::COLUMN.kind.is_in(kinds.iter().map(|kind| kind.slug())))
        .order_by_asc(jobs::COLUMN.run_at)
        .order_by_asc(jobs::COLUMN.id)
        .limit(1)
}
