//! The books as a person reads them: files that were sent and fetched, newest first, without their bytes.

use std::collections::BTreeMap;

use beian_domain::id::{OrderId, UploadId};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func};
use sea_orm::{
    Condition, EntityTrait as _, FromQueryResult, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::uploads::UploadState;
use crate::entity::{downloads, upload_items, uploads};
use crate::error::StoreError;
use crate::page::{Cursor, Page, Paged};
use crate::row::RowName;
use crate::seal::HEADER;
use crate::store::Store;

/// Bytes of the tag at the end of a sealed value.
const TAG: usize = 16;

/// A file that was sent, or is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentFile {
    /// Identity.
    pub id: UploadId,
    /// Its number.
    pub sequence: i64,
    /// The orders in it, none for a file of the operator's own; the job of the first brings it.
    pub orders: Vec<OrderId>,
    /// What became of it.
    pub state: UploadState,
    /// The code the authority gave.
    pub code: Option<i64>,
    /// Bytes of the packed file; none once they were kept long enough.
    pub size: u64,
    /// When it was prepared.
    pub at: DateTime<Utc>,
    /// When its state became known.
    pub settled_at: Option<DateTime<Utc>>,
}

/// A file that was fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchedFile {
    /// What the authority calls it.
    pub file_name: String,
    /// Bytes of the packed file; none once they were kept long enough.
    pub size: u64,
    /// When it was fetched.
    pub at: DateTime<Utc>,
    /// When it took effect.
    pub applied_at: Option<DateTime<Utc>>,
    /// When the authority was told that we have it.
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// How many matters it brought.
    pub matters: u64,
}

#[derive(Debug, FromQueryResult)]
struct SentRow {
    id: i64,
    sequence: i64,
    order_id: Option<i64>,
    state: String,
    code: Option<i64>,
    size: i64,
    at: DateTime<Utc>,
    settled_at: Option<DateTime<Utc>>,
}

#[derive(Debug, FromQueryResult)]
struct FetchedRow {
    id: i64,
    file_name: String,
    size: i64,
    at: DateTime<Utc>,
    applied_at: Option<DateTime<Utc>>,
    acknowledged_at: Option<DateTime<Utc>>,
}

impl Store {
    /// The files sent to an authority account, the highest number first.
    pub async fn sent_files(&self, authority: &str, page: Page) -> Result<Paged<SentFile>, StoreError> {
        let mut query = uploads::Entity::find()
            .select_only()
            .columns([uploads::Column::Id, uploads::Column::Sequence, uploads::Column::OrderId])
            .columns([uploads::Column::State, uploads::Column::Code])
            .columns([uploads::Column::At, uploads::Column::SettledAt])
            .column_as(length(), "size")
            .filter(uploads::COLUMN.authority.eq(authority));
        if let Some(after) = page.after {
            query = query.filter(uploads::COLUMN.sequence.lt(after.id()));
        }
        let rows = query.order_by_desc(uploads::COLUMN.sequence).limit(page.fetch());
        let rows = rows.into_model::<SentRow>().all(&self.db).await?;
        let cut = Paged::cut(rows, page, |row| Cursor::of_id(row.sequence));
        let mut orders = self.orders_by_file(cut.rows.iter().map(|row| row.id).collect()).await?;
        let rows = cut.rows.into_iter().map(|model| {
            let row = RowName::new("uploads", model.id);
            let carrier = model.order_id.map(|order| row.parsed("order_id", OrderId::from_i64(order)));
            let carrier = carrier.transpose()?;
            Ok(SentFile {
                id: row.parsed("id", UploadId::from_i64(model.id))?,
                sequence: model.sequence,
                // A program of before batching wrote no members.
                orders: orders.remove(&model.id).unwrap_or_else(|| carrier.into_iter().collect()),
                state: row.read("state", UploadState::from_slug(&model.state))?,
                code: model.code,
                size: plain(model.size),
                at: model.at,
                settled_at: model.settled_at,
            })
        });
        Ok(Paged { rows: rows.collect::<Result<_, StoreError>>()?, next: cut.next })
    }

    /// The files fetched from an authority account, newest first.
    pub async fn fetched_files(&self, authority: &str, page: Page) -> Result<Paged<FetchedFile>, StoreError> {
        use downloads::Column as C;
        let mut query = downloads::Entity::find()
            .select_only()
            .columns([C::Id, C::FileName, C::At, C::AppliedAt, C::AcknowledgedAt])
            .column_as(length(), "size")
            .filter(downloads::COLUMN.authority.eq(authority));
        if let Some(after) = page.after {
            let earlier = Condition::any().add(downloads::COLUMN.at.lt(after.at())).add(
                Condition::all()
                    .add(downloads::COLUMN.at.eq(after.at()))
                    .add(downloads::COLUMN.id.lt(after.id())),
            );
            query = query.filter(earlier);
        }
        let rows = query.order_by_desc(downloads::COLUMN.at).order_by_desc(downloads::COLUMN.id);
        let rows = rows.limit(page.fetch()).into_model::<FetchedRow>().all(&self.db).await?;
        let cut = Paged::cut(rows, page, |row| Cursor::of(row.at, row.id));
        let names: Vec<String> = cut.rows.iter().map(|row| row.file_name.clone()).collect();
        let brought = self.matters_by_file(authority, names).await?;
        let rows = cut.rows.into_iter().map(|model| FetchedFile {
            matters: brought.get(&model.file_name).copied().unwrap_or_default(),
            file_name: model.file_name,
            size: plain(model.size),
            at: model.at,
            applied_at: model.applied_at,
            acknowledged_at: model.acknowledged_at,
        });
        Ok(Paged { rows: rows.collect(), next: cut.next })
    }

    /// The orders that travel in each of these files, in their order.
    async fn orders_by_file(&self, files: Vec<i64>) -> Result<BTreeMap<i64, Vec<OrderId>>, StoreError> {
        let members: Vec<(i64, i64)> = upload_items::Entity::find()
            .select_only()
            .column(upload_items::COLUMN.upload_id.0)
            .column(upload_items::COLUMN.order_id.0)
            .filter(upload_items::COLUMN.upload_id.is_in(files))
            .order_by_asc(upload_items::COLUMN.upload_id)
            .order_by_asc(upload_items::COLUMN.position)
            .into_tuple()
            .all(&self.db)
            .await?;
        let mut orders: BTreeMap<i64, Vec<OrderId>> = BTreeMap::new();
        for (file, order) in members {
            let order = RowName::new("upload_items", file).parsed("order_id", OrderId::from_i64(order))?;
            orders.entry(file).or_default().push(order);
        }
        Ok(orders)
    }
}

fn length() -> sea_orm::sea_query::SimpleExpr {
    Expr::expr(Func::cust("length").arg(Expr::col("bytes"))).cast_as("bigint")
}

/// The bytes of a sealed value without its seal.
fn plain(sealed: i64) -> u64 {
    u64::try_from(sealed).unwrap_or_default().saturating_sub((HEADER + TAG) as u64)
}
