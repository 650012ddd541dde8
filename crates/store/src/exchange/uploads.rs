//! Files sent to the authority: number, bytes and members are stored before anything leaves.

use beian_domain::id::{OrderId, UploadId};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    Select,
};

use super::members::{UploadItem, carrying, of_upload};
use crate::entity::uploads;
use crate::error::StoreError;
use crate::row::{RowName, instant};
use crate::seal::Seal;
use crate::store::{Store, Tx};

pub(super) const UPLOADS: &str = "uploads";

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UploadState {
    /// Stored; may have left, but nothing is known of its arrival.
    Prepared,
    /// The authority took it.
    Accepted,
    /// The authority refused the file itself.
    Faulty,
}

impl UploadState {
    const ALL: [Self; 3] = [Self::Prepared, Self::Accepted, Self::Faulty];

    /// The stable name.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Accepted => "accepted",
            Self::Faulty => "faulty",
        }
    }

    pub(super) fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.slug() == slug)
    }
}

/// A file for the authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Identity.
    pub id: UploadId,
    /// Which authority, by its stable name.
    pub authority: String,
    /// Its number there, from 1 without gaps.
    pub sequence: i64,
    /// The name of the document in it, by which the authority may speak of it.
    pub entry_name: Option<String>,
    /// Its first filing, whose job brings the file; `None` for a file of the operator's own.
    pub first: Option<UploadItem>,
    /// The filings that travel with it.
    pub others: Vec<UploadItem>,
    /// The exact bytes that leave; sealed. Empty once they were kept long enough and removed.
    pub bytes: Vec<u8>,
    /// MD5 of the bytes in hex, by which the authority names what it has.
    pub md5: String,
    /// What became of it.
    pub state: UploadState,
    /// The result code the authority gave.
    pub code: Option<i64>,
    /// When it was prepared.
    pub at: DateTime<Utc>,
    /// When its state became known.
    pub settled_at: Option<DateTime<Utc>>,
}

impl Upload {
    /// Every filing in it, in the order of the document.
    pub fn items(&self) -> Vec<UploadItem> {
        self.first.into_iter().chain(self.others.iter().copied()).collect()
    }
}

/// The file that is on its way, without its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenUpload {
    /// Identity.
    pub id: UploadId,
    /// Its number.
    pub sequence: i64,
    /// The order whose job brings it; `None` for a file of the operator's own.
    pub carrier: Option<OrderId>,
    /// When it was prepared.
    pub at: DateTime<Utc>,
}

impl Store {
    /// The file with this id.
    pub async fn upload(&self, id: UploadId) -> Result<Option<Upload>, StoreError> {
        self.one(uploads::Entity::find_by_id(id.as_i64())).await
    }

    /// The file with this number.
    pub async fn upload_by_sequence(
        &self,
        authority: &str,
        sequence: i64,
    ) -> Result<Option<Upload>, StoreError> {
        let numbered = uploads::Entity::find()
            .filter(uploads::COLUMN.authority.eq(authority))
            .filter(uploads::COLUMN.sequence.eq(sequence));
        self.one(numbered).await
    }

    /// The files that carried an order, oldest first.
    pub async fn uploads_of(&self, order: OrderId) -> Result<Vec<Upload>, StoreError> {
        let carried = Expr::col("id").in_subquery(carrying(order));
        let rows = uploads::Entity::find()
            .filter(uploads::COLUMN.order_id.eq(order.as_i64()).or(carried))
            .order_by_asc(uploads::COLUMN.sequence)
            .all(&self.db)
            .await?;
        let mut found = Vec::new();
        for row in rows {
            found.push(read(&self.db, &self.seal, row).await?);
        }
        Ok(found)
    }

    /// The lowest file of which nothing is known: it must be settled before any later one leaves.
    pub async fn open_upload(&self, authority: &str) -> Result<Option<OpenUpload>, StoreError> {
        open(&self.db, authority).await
    }

    async fn one(&self, which: Select<uploads::Entity>) -> Result<Option<Upload>, StoreError> {
        match which.one(&self.db).await? {
            Some(row) => read(&self.db, &self.seal, row).await.map(Some),
            None => Ok(None),
        }
    }
}

impl Tx {
    /// The lowest file of which nothing is known: it must be settled before any later one leaves.
    pub async fn open_upload(&self, authority: &str) -> Result<Option<OpenUpload>, StoreError> {
        open(&self.db, authority).await
    }

    /// Keeps a file and its members before it leaves. [`crate::Unique::Sequence`] when the number is used.
    pub async fn insert_upload(&self, upload: &Upload) -> Result<(), StoreError> {
        let row = RowName::new(UPLOADS, upload.id.as_i64());
        let model = uploads::ActiveModel {
            id: Set(upload.id.as_i64()),
            account_id: Set(upload.first.map(|first| first.account.as_i64())),
            authority: Set(upload.authority.clone()),
            sequence: Set(upload.sequence),
            order_id: Set(upload.first.map(|first| first.order.as_i64())),
            snapshot_id: Set(upload.first.map(|first| first.snapshot.as_i64())),
            bytes: Set(self.seal.bytes(&row, "bytes", &upload.bytes)),
            md5: Set(upload.md5.clone()),
            state: Set(upload.state.slug().into()),
            code: Set(upload.code),
            at: Set(instant(upload.at)),
            settled_at: Set(upload.settled_at.map(instant)),
            entry_name: Set(upload.entry_name.clone()),
            answered_at: Set(None),
            swept_at: Set(None),
        };
        uploads::Entity::insert(model).exec_without_returning(&self.db).await?;
        self.insert_items(upload.id.as_i64(), &upload.items()).await
    }

    /// Records what became of a file; `false` when it does not stand at `from` any more.
    pub async fn settle_upload(
        &self,
        id: UploadId,
        from: &[UploadState],
        to: UploadState,
        code: i64,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let changed = uploads::Entity::update_many()
            .col_expr(uploads::COLUMN.state, Expr::value(to.slug()))
            .col_expr(uploads::COLUMN.code, Expr::value(code))
            .col_expr(uploads::COLUMN.settled_at, Expr::value(instant(at)))
            .filter(uploads::COLUMN.id.eq(id.as_i64()))
            .filter(uploads::COLUMN.state.is_in(from.iter().map(|state| state.slug())))
            .exec(&self.db)
            .await?;
        Ok(changed.rows_affected == 1)
    }

    /// Gives an open file another number, as when the authority has used its own for somebody else.
    /// [`StoreError::Stale`] when there is no such open file, [`crate::Unique::Sequence`] when the number is used.
    pub async fn renumber_upload(&self, id: UploadId, sequence: i64) -> Result<(), StoreError> {
        let changed = uploads::Entity::update_many()
            .col_expr(uploads::COLUMN.sequence, Expr::value(sequence))
            .filter(uploads::COLUMN.id.eq(id.as_i64()))
            .filter(uploads::COLUMN.state.eq(UploadState::Prepared.slug()))
            .exec(&self.db)
            .await?;
        if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// The files whose document has one of these names; the newest two.
    pub async fn uploads_named(
        &self,
        authority: &str,
        names: &[String],
    ) -> Result<Vec<UploadId>, StoreError> {
        let called = uploads::Entity::find().filter(uploads::COLUMN.entry_name.is_in(names.iter().cloned()));
        self.newest_two(authority, called).await
    }

    /// The files that the authority had accepted by then and of which it has said nothing yet; the newest two,
    /// which is enough to know whether there is one alone.
    pub async fn unanswered_uploads(
        &self,
        authority: &str,
        by: DateTime<Utc>,
    ) -> Result<Vec<UploadId>, StoreError> {
        let silent = uploads::Entity::find()
            .filter(uploads::COLUMN.answered_at.is_null())
            .filter(uploads::COLUMN.settled_at.lte(instant(by)))
            .filter(uploads::COLUMN.state.eq(UploadState::Accepted.slug()));
        self.newest_two(authority, silent).await
    }

    async fn newest_two(
        &self,
        authority: &str,
        which: Select<uploads::Entity>,
    ) -> Result<Vec<UploadId>, StoreError> {
        let ids: Vec<i64> = which
            .select_only()
            .column(uploads::COLUMN.id.0)
            .filter(uploads::COLUMN.authority.eq(authority))
            .order_by_desc(uploads::COLUMN.sequence)
            .limit(2)
            .into_tuple()
            .all(&self.db)
            .await?;
        ids.into_iter().map(|id| RowName::new(UPLOADS, id).parsed("id", UploadId::from_i64(id))).collect()
    }
}

async fn open<C: ConnectionTrait>(db: &C, authority: &str) -> Result<Option<OpenUpload>, StoreError> {
    let row: Option<(i64, i64, Option<i64>, DateTime<Utc>)> = uploads::Entity::find()
        .select_only()
        .column(uploads::COLUMN.id.0)
        .column(uploads::COLUMN.sequence.0)
        .column(uploads::COLUMN.order_id.0)
        .column(uploads::COLUMN.at.0)
        .filter(uploads::COLUMN.authority.eq(authority))
        .filter(uploads::COLUMN.state.eq(UploadState::Prepared.slug()))
        .order_by_asc(uploads::COLUMN.sequence)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    let Some((id, sequence, order, at)) = row else { return Ok(None) };
    let row = RowName::new(UPLOADS, id);
    let carrier = order.map(|order| row.parsed("order_id", OrderId::from_i64(order))).transpose()?;
    Ok(Some(OpenUpload { id: row.parsed("id", UploadId::from_i64(id))?, sequence, carrier, at }))
}

async fn read<C: ConnectionTrait>(db: &C, seal: &Seal, model: uploads::Model) -> Result<Upload, StoreError> {
    let row = RowName::new(UPLOADS, model.id);
    let id = row.parsed("id", UploadId::from_i64(model.id))?;
    let mut items = of_upload(db, id).await?.into_iter();
    Ok(Upload {
        id,
        sequence: model.sequence,
        first: items.next(),
        others: items.collect(),
        bytes: seal.open_bytes(&row, "bytes", &model.bytes)?,
        state: row.read("state", UploadState::from_slug(&model.state))?,
        authority: model.authority,
        entry_name: model.entry_name,
        md5: model.md5,
        code: model.code,
        at: model.at,
        settled_at: model.settled_at,
    })
}
