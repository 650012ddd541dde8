//! Files sent to the authority: number and bytes are stored before anything leaves.

use beian_domain::id::{AccountId, OrderId, SnapshotId, UploadId};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use crate::entity::{sequences, uploads};
use crate::error::{Damage, StoreError};
use crate::row::{RowName, instant};
use crate::seal::Seal;
use crate::store::{Store, Tx};

const UPLOADS: &str = "uploads";

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
    /// The account of the order.
    pub account: AccountId,
    /// Which authority, by its stable name.
    pub authority: String,
    /// Its number there, from 1 without gaps.
    pub sequence: i64,
    /// The order it carries.
    pub order: OrderId,
    /// The content it carries.
    pub snapshot: SnapshotId,
    /// The exact bytes that leave; sealed.
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

impl Store {
    /// The file with this id.
    pub async fn upload(&self, id: UploadId) -> Result<Option<Upload>, StoreError> {
        let row = uploads::Entity::find_by_id(id.as_i64()).one(&self.db).await?;
        row.map(|row| read(&self.seal, row)).transpose()
    }

    /// The file with this number.
    pub async fn upload_by_sequence(
        &self,
        authority: &str,
        sequence: i64,
    ) -> Result<Option<Upload>, StoreError> {
        let row = uploads::Entity::find()
            .filter(uploads::COLUMN.authority.eq(authority))
            .filter(uploads::COLUMN.sequence.eq(sequence))
            .one(&self.db)
            .await?;
        row.map(|row| read(&self.seal, row)).transpose()
    }

    /// The files that carried an order, oldest first, without their bytes.
    pub async fn uploads_of(&self, order: OrderId) -> Result<Vec<Upload>, StoreError> {
        let rows = uploads::Entity::find()
            .filter(uploads::COLUMN.order_id.eq(order.as_i64()))
            .order_by_asc(uploads::COLUMN.sequence)
            .all(&self.db)
            .await?;
        rows.into_iter().map(|row| read_with(row, |_, _| Ok(Vec::new()))).collect()
    }

    /// The lowest file of which nothing is known: it must be settled before any later one leaves.
    pub async fn pending_upload(&self, authority: &str) -> Result<Option<Upload>, StoreError> {
        pending(&self.db, &self.seal, authority).await
    }
}

impl Tx {
    /// The lowest file of which nothing is known: it must be settled before any later one leaves.
    pub async fn pending_upload(&self, authority: &str) -> Result<Option<Upload>, StoreError> {
        pending(&self.db, &self.seal, authority).await
    }

    /// The next number of an authority. Locked until the transaction ends and given back with it, so that
    /// numbers have no gaps.
    pub async fn next_sequence(&self, authority: &str) -> Result<i64, StoreError> {
        let first = sequences::ActiveModel { authority: Set(authority.into()), last: Set(0) };
        sequences::Entity::insert(first)
            .on_conflict(OnConflict::column(sequences::Column::Authority).do_nothing().to_owned())
            .exec_without_returning(&self.db)
            .await?;
        let row = sequences::Entity::find_by_id(authority).lock_exclusive().one(&self.db).await?;
        let missing = || RowName::keyed("sequences", authority.into()).bad("last", Damage::Value);
        let next = row.ok_or_else(missing)?.last + 1;
        sequences::Entity::update_many()
            .col_expr(sequences::COLUMN.last, Expr::value(next))
            .filter(sequences::COLUMN.authority.eq(authority))
            .exec(&self.db)
            .await?;
        Ok(next)
    }

    /// Sets the counter to what the authority says it had last, as when an account moves to this platform.
    pub async fn set_last_sequence(&self, authority: &str, last: i64) -> Result<(), StoreError> {
        let row = sequences::ActiveModel { authority: Set(authority.into()), last: Set(last) };
        let known = OnConflict::column(sequences::Column::Authority)
            .update_column(sequences::Column::Last)
            .to_owned();
        sequences::Entity::insert(row).on_conflict(known).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Keeps a file before it leaves. [`crate::Unique::Sequence`] when the number is used.
    pub async fn insert_upload(&self, upload: &Upload) -> Result<(), StoreError> {
        let row = RowName::new(UPLOADS, upload.id.as_i64());
        let model = uploads::ActiveModel {
            id: Set(upload.id.as_i64()),
            account_id: Set(upload.account.as_i64()),
            authority: Set(upload.authority.clone()),
            sequence: Set(upload.sequence),
            order_id: Set(upload.order.as_i64()),
            snapshot_id: Set(upload.snapshot.as_i64()),
            bytes: Set(self.seal.bytes(&row, "bytes", &upload.bytes)),
            md5: Set(upload.md5.clone()),
            state: Set(upload.state.slug().into()),
            code: Set(upload.code),
            at: Set(instant(upload.at)),
            settled_at: Set(upload.settled_at.map(instant)),
        };
        uploads::Entity::insert(model).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Records what became of a file; [`StoreError::Stale`] when there is no such file.
    pub async fn set_upload_state(
        &self,
        id: UploadId,
        state: UploadState,
        code: Option<i64>,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let settled = (state != UploadState::Prepared).then(|| instant(at));
        let changed = uploads::Entity::update_many()
            .col_expr(uploads::COLUMN.state, Expr::value(state.slug()))
            .col_expr(uploads::COLUMN.code, Expr::value(code))
            .col_expr(uploads::COLUMN.settled_at, Expr::value(settled))
            .filter(uploads::COLUMN.id.eq(id.as_i64()))
            .exec(&self.db)
            .await?;
        if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }
}

async fn pending<C: ConnectionTrait>(
    db: &C,
    seal: &Seal,
    authority: &str,
) -> Result<Option<Upload>, StoreError> {
    let row = uploads::Entity::find()
        .filter(uploads::COLUMN.authority.eq(authority))
        .filter(uploads::COLUMN.state.eq(UploadState::Prepared.slug()))
        .order_by_asc(uploads::COLUMN.sequence)
        .limit(1)
        .one(db)
        .await?;
    row.map(|row| read(seal, row)).transpose()
}

fn read(seal: &Seal, model: uploads::Model) -> Result<Upload, StoreError> {
    read_with(model, |row, bytes| seal.open_bytes(row, "bytes", bytes))
}

fn read_with(
    model: uploads::Model,
    open: impl Fn(&RowName, &[u8]) -> Result<Vec<u8>, StoreError>,
) -> Result<Upload, StoreError> {
    let row = RowName::new(UPLOADS, model.id);
    Ok(Upload {
        id: row.parsed("id", UploadId::from_i64(model.id))?,
        account: row.parsed("account_id", AccountId::from_i64(model.account_id))?,
        sequence: model.sequence,
        order: row.parsed("order_id", OrderId::from_i64(model.order_id))?,
        snapshot: row.parsed("snapshot_id", SnapshotId::from_i64(model.snapshot_id))?,
        bytes: open(&row, &model.bytes)?,
        state: row.read("state", UploadState::from_slug(&model.state))?,
        authority: model.authority,
        md5: model.md5,
        code: model.code,
        at: model.at,
        settled_at: model.settled_at,
    })
}
