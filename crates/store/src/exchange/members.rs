//! The members of a file: whose filings it carries, in which order.

use beian_domain::id::{AccountId, OrderId, SnapshotId, UploadId};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::uploads::UPLOADS;
use crate::entity::{upload_items, uploads};
use crate::error::StoreError;
use crate::row::{RowName, instant};
use crate::store::Tx;

const ITEMS: &str = "upload_items";
/// Rows written by one statement; databases bound the values of one.
const CHUNK: usize = 1000;

/// One filing of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UploadItem {
    /// The order.
    pub order: OrderId,
    /// Its account.
    pub account: AccountId,
    /// The content that is sent.
    pub snapshot: SnapshotId,
}

impl Tx {
    /// The members of a file in their order; empty when there is no such file.
    pub async fn upload_items(&self, upload: UploadId) -> Result<Vec<UploadItem>, StoreError> {
        of_upload(&self.db, upload).await
    }

    /// Notes that the authority has said something about this content of an order, and so has read the file.
    pub async fn mark_answered(
        &self,
        order: OrderId,
        snapshot: SnapshotId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let carried = carrying(order).and_where(Expr::col("snapshot_id").eq(snapshot.as_i64())).take();
        let of_old = uploads::COLUMN
            .order_id
            .eq(order.as_i64())
            .and(uploads::COLUMN.snapshot_id.eq(snapshot.as_i64()));
        uploads::Entity::update_many()
            .col_expr(uploads::COLUMN.answered_at, Expr::value(instant(at)))
            .filter(uploads::COLUMN.answered_at.is_null())
            .filter(Expr::col("id").in_subquery(carried).or(of_old))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    pub(super) async fn insert_items(&self, upload: i64, items: &[UploadItem]) -> Result<(), StoreError> {
        for (chunk, items) in items.chunks(CHUNK).enumerate() {
            let rows = items.iter().enumerate().map(|(at, item)| upload_items::ActiveModel {
                upload_id: Set(upload),
                position: Set(i32::try_from(chunk * CHUNK + at).unwrap_or(i32::MAX)),
                order_id: Set(item.order.as_i64()),
                account_id: Set(item.account.as_i64()),
                snapshot_id: Set(item.snapshot.as_i64()),
            });
            upload_items::Entity::insert_many(rows).exec_without_returning(&self.db).await?;
        }
        Ok(())
    }
}

/// The numbers of the files that carry an order.
pub(super) fn carrying(order: OrderId) -> SelectStatement {
    Query::select().column("upload_id").from(ITEMS).and_where(Expr::col("order_id").eq(order.as_i64())).take()
}

pub(super) async fn of_upload<C: ConnectionTrait>(
    db: &C,
    upload: UploadId,
) -> Result<Vec<UploadItem>, StoreError> {
    let rows = upload_items::Entity::find()
        .filter(upload_items::COLUMN.upload_id.eq(upload.as_i64()))
        .order_by_asc(upload_items::COLUMN.position)
        .all(db)
        .await?;
    if rows.is_empty() {
        return of_old(db, upload).await;
    }
    rows.iter()
        .map(|row| {
            let name = RowName::keyed(ITEMS, format!("{}-{}", row.upload_id, row.position));
            item(&name, row.order_id, row.account_id, row.snapshot_id)
        })
        .collect()
}

/// A program of before batching may still write files while others of after it run: one member, in the file's
/// own row.
async fn of_old<C: ConnectionTrait>(db: &C, upload: UploadId) -> Result<Vec<UploadItem>, StoreError> {
    use sea_orm::QuerySelect as _;
    let row: Option<(Option<i64>, Option<i64>, Option<i64>)> = uploads::Entity::find_by_id(upload.as_i64())
        .select_only()
        .column(uploads::COLUMN.order_id.0)
        .column(uploads::COLUMN.account_id.0)
        .column(uploads::COLUMN.snapshot_id.0)
        .into_tuple()
        .one(db)
        .await?;
    let name = RowName::new(UPLOADS, upload.as_i64());
    // A file of the operator's own carries no order.
    let Some((Some(order), Some(account), Some(snapshot))) = row else { return Ok(Vec::new()) };
    Ok(vec![item(&name, order, account, snapshot)?])
}

fn item(row: &RowName, order: i64, account: i64, snapshot: i64) -> Result<UploadItem, StoreError> {
    Ok(UploadItem {
        order: row.parsed("order_id", OrderId::from_i64(order))?,
        account: row.parsed("account_id", AccountId::from_i64(account))?,
        snapshot: row.parsed("snapshot_id", SnapshotId::from_i64(snapshot))?,
    })
}
