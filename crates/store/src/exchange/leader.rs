//! Who leads: the one worker that speaks to an authority, however many run.

use std::time::Duration;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, Condition, EntityTrait as _, QueryFilter as _};

use crate::entity::leaders;
use crate::error::StoreError;
use crate::row::instant;
use crate::store::Store;

/// Who speaks to an authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leader {
    /// The worker.
    pub worker: String,
    /// Until when nobody else may.
    pub until: DateTime<Utc>,
}

impl Store {
    /// Who led last over an authority, and until when.
    pub async fn leader(&self, authority: &str) -> Result<Option<Leader>, StoreError> {
        let row = leaders::Entity::find_by_id(authority).one(&self.db).await?;
        Ok(row.map(|row| Leader { worker: row.worker, until: row.until }))
    }

    /// Takes or keeps the lead over an authority for the length of the lease. `false` while another worker
    /// leads.
    pub async fn lead(
        &self,
        authority: &str,
        worker: &str,
        now: DateTime<Utc>,
        lease: Duration,
    ) -> Result<bool, StoreError> {
        let (now, until) = (instant(now), instant(now + lease));
        let tx = self.begin().await?;
        let first = leaders::ActiveModel {
            authority: Set(authority.into()),
            worker: Set(worker.into()),
            until: Set(until),
        };
        leaders::Entity::insert(first)
            .on_conflict(OnConflict::column(leaders::Column::Authority).do_nothing().to_owned())
            .exec_without_returning(&tx.db)
            .await?;
        let free =
            Condition::any().add(leaders::COLUMN.worker.eq(worker)).add(leaders::COLUMN.until.lte(now));
        let led = leaders::Entity::update_many()
            .col_expr(leaders::COLUMN.worker, Expr::value(worker))
            .col_expr(leaders::COLUMN.until, Expr::value(until))
            .filter(leaders::COLUMN.authority.eq(authority))
            .filter(free)
            .exec(&tx.db)
            .await?;
        tx.commit().await?;
        Ok(led.rows_affected == 1)
    }

    /// Gives the lead up, so that another worker need not wait for the lease to end.
    pub async fn step_down(&self, authority: &str, worker: &str) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        leaders::Entity::delete_many()
            .filter(leaders::COLUMN.authority.eq(authority))
            .filter(leaders::COLUMN.worker.eq(worker))
            .exec(&tx.db)
            .await?;
        tx.commit().await
    }
}
