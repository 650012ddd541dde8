//! Who else waits to be sent: orders that may travel in the same file.

use std::time::Duration;

use beian_domain::id::OrderId;
use beian_domain::order::event::JobKind;
use beian_domain::order::stage::StageName;
use beian_domain::region::Province;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use super::uploads::UploadState;
use crate::entity::jobs;
use crate::error::StoreError;
use crate::jobs::JobState;
use crate::row::{RowName, instant};
use crate::store::{Store, Tx};

impl Store {
    /// The orders of these provinces that stand at sending and whose own upload job has not given up, longest
    /// waiting first. An order that came in a file that was refused as a whole is none of them: it travels
    /// alone, so that the one at fault is found.
    pub async fn waiting_orders(
        &self,
        provinces: &[Province],
        limit: u64,
    ) -> Result<Vec<OrderId>, StoreError> {
        let mut query = waiting(provinces);
        query.and_where(Expr::col(("orders", "id")).not_in_subquery(refused_before())).limit(limit);
        read(&self.db, &query).await
    }

    /// Whether an order once came in a file that was refused as a whole.
    pub async fn was_refused_with_its_file(&self, order: OrderId) -> Result<bool, StoreError> {
        let query =
            refused_before().and_where(Expr::col(("upload_items", "order_id")).eq(order.as_i64())).take();
        Ok(self.db.query_one(&query).await?.is_some())
    }

    /// Where the upload job of an order stands: alive if any is, else given up, else gone.
    pub async fn upload_job_of(&self, order: OrderId) -> Result<Option<JobState>, StoreError> {
        let states: Vec<String> = jobs::Entity::find()
            .select_only()
            .column(jobs::COLUMN.state.0)
            .filter(jobs::COLUMN.kind.eq(JobKind::Upload.slug()))
            .filter(jobs::COLUMN.order_id.eq(order.as_i64()))
            .into_tuple()
            .all(&self.db)
            .await?;
        let has = |state: &JobState| states.iter().any(|slug| slug == state.slug());
        Ok([JobState::Running, JobState::Waiting, JobState::GivenUp].into_iter().find(has))
    }

    /// Puts the upload job of an order before all others if it is due: the file it brings has to go first, and
    /// thousands may have become due before it. Tells whether there was anything to do.
    pub async fn hurry_upload(&self, order: OrderId, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let first = DateTime::<Utc>::UNIX_EPOCH;
        let due = Condition::all()
            .add(jobs::COLUMN.kind.eq(JobKind::Upload.slug()))
            .add(jobs::COLUMN.order_id.eq(order.as_i64()))
            .add(jobs::COLUMN.state.eq(JobState::Waiting.slug()))
            .add(jobs::COLUMN.run_at.lte(instant(now)))
            .add(jobs::COLUMN.run_at.gt(first));
        // Looking costs no write lock, and those that wait look often.
        if jobs::Entity::find().filter(due.clone()).one(&self.db).await?.is_none() {
            return Ok(false);
        }
        let tx = self.begin().await?;
        let hurried = jobs::Entity::update_many()
            .col_expr(jobs::COLUMN.run_at, Expr::value(first))
            .filter(due)
            .exec(&tx.db)
            .await?;
        tx.commit().await?;
        Ok(hurried.rows_affected > 0)
    }
}

impl Tx {
    /// Makes the upload job of the order that waits longest due at once, if it has waited `patience` already:
    /// the file before it was taken, and it takes all others along.
    pub async fn wake_next_upload(
        &self,
        provinces: &[Province],
        now: DateTime<Utc>,
        patience: Duration,
    ) -> Result<(), StoreError> {
        let since = instant(now - patience);
        let query = waiting(provinces).and_where(Expr::col(("orders", "since")).lte(since)).limit(1).take();
        for order in read(&self.db, &query).await? {
            jobs::Entity::update_many()
                .col_expr(jobs::COLUMN.run_at, Expr::value(instant(now)))
                .filter(jobs::COLUMN.kind.eq(JobKind::Upload.slug()))
                .filter(jobs::COLUMN.order_id.eq(order.as_i64()))
                .filter(jobs::COLUMN.state.eq(JobState::Waiting.slug()))
                .filter(jobs::COLUMN.run_at.gt(instant(now)))
                .exec(&self.db)
                .await?;
        }
        Ok(())
    }
}

fn waiting(provinces: &[Province]) -> SelectStatement {
    let alive = [JobState::Waiting.slug(), JobState::Running.slug()];
    let with_job = Query::select()
        .column("order_id")
        .from("jobs")
        .and_where(Expr::col("kind").eq(JobKind::Upload.slug()))
        .and_where(Expr::col("state").is_in(alive))
        .and_where(Expr::col("order_id").is_not_null())
        .take();
    Query::select()
        .column(("orders", "id"))
        .from("orders")
        .and_where(Expr::col(("orders", "stage")).eq(StageName::Sending.slug()))
        .and_where(Expr::col(("orders", "province")).is_in(provinces.iter().map(|province| province.slug())))
        .and_where(Expr::col(("orders", "id")).in_subquery(with_job))
        .order_by(("orders", "since"), Order::Asc)
        .order_by(("orders", "id"), Order::Asc)
        .take()
}

fn refused_before() -> SelectStatement {
    Query::select()
        .column(("upload_items", "order_id"))
        .from("upload_items")
        .inner_join("uploads", Expr::col(("uploads", "id")).equals(("upload_items", "upload_id")))
        .and_where(Expr::col(("uploads", "state")).eq(UploadState::Faulty.slug()))
        .take()
}

async fn read<C: ConnectionTrait>(db: &C, query: &SelectStatement) -> Result<Vec<OrderId>, StoreError> {
    let rows = db.query_all(query).await?;
    rows.iter()
        .map(|row| {
            let id: i64 = row.try_get("", "id")?;
            RowName::new("orders", id).parsed("id", OrderId::from_i64(id))
        })
        .collect()
}
