//! Files fetched from the authority: kept before they are acknowledged, applied once.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, Condition, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};

use crate::entity::downloads;
use crate::error::StoreError;
use crate::row::{RowName, instant};
use crate::seal::Seal;
use crate::store::{Store, Tx};

const DOWNLOADS: &str = "downloads";

/// A file from the authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// Which authority, by its stable name.
    pub authority: String,
    /// What the authority calls the file; a name comes once.
    pub file_name: String,
    /// The exact bytes; sealed.
    pub bytes: Vec<u8>,
    /// When it was fetched.
    pub at: DateTime<Utc>,
}

/// A file with which something is still to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The file.
    pub download: Download,
    /// When its content took effect here.
    pub applied_at: Option<DateTime<Utc>>,
    /// When the authority was told that we have it.
    pub acknowledged_at: Option<DateTime<Utc>>,
}

/// What of an authority's files is not finished here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backlog {
    /// Files that have not taken effect.
    pub unapplied: u64,
    /// When the oldest file was fetched of which the authority was not told yet that we have it.
    pub oldest_unacknowledged: Option<DateTime<Utc>>,
}

impl Store {
    /// Keeps a fetched file. `false` when a file of that name is there already.
    pub async fn insert_download(&self, download: &Download) -> Result<bool, StoreError> {
        let tx = self.begin().await?;
        let new = tx.insert_download(download).await?;
        tx.commit().await?;
        Ok(new)
    }

    /// The files that are not applied or not acknowledged yet, oldest first.
    pub async fn unfinished_downloads(&self, authority: &str) -> Result<Vec<Waiting>, StoreError> {
        let open = Condition::any()
            .add(downloads::COLUMN.applied_at.is_null())
            .add(downloads::COLUMN.acknowledged_at.is_null());
        self.downloads(authority, open).await
    }

    /// The files of which the authority was not told yet that we have them, oldest first.
    pub async fn unacknowledged(&self, authority: &str) -> Result<Vec<Waiting>, StoreError> {
        self.downloads(authority, Condition::all().add(downloads::COLUMN.acknowledged_at.is_null())).await
    }

    /// The file of this name, as it was fetched.
    pub async fn download(&self, authority: &str, file_name: &str) -> Result<Option<Waiting>, StoreError> {
        let found =
            self.downloads(authority, Condition::all().add(downloads::COLUMN.file_name.eq(file_name)));
        Ok(found.await?.pop())
    }

    /// Whether a fetched file has not taken effect yet.
    pub async fn has_unapplied_downloads(&self, authority: &str) -> Result<bool, StoreError> {
        let open = downloads::Entity::find()
            .select_only()
            .column(downloads::COLUMN.file_name.0)
            .filter(downloads::COLUMN.authority.eq(authority))
            .filter(downloads::COLUMN.applied_at.is_null())
            .into_tuple::<String>();
        Ok(open.one(&self.db).await?.is_some())
    }

    /// How much of what was fetched is not finished.
    pub async fn download_backlog(&self, authority: &str) -> Result<Backlog, StoreError> {
        let of_authority = || downloads::Entity::find().filter(downloads::COLUMN.authority.eq(authority));
        let unapplied = of_authority().filter(downloads::COLUMN.applied_at.is_null()).count(&self.db).await?;
        let oldest = of_authority()
            .select_only()
            .column(downloads::COLUMN.at.0)
            .filter(downloads::COLUMN.acknowledged_at.is_null())
            .order_by_asc(downloads::COLUMN.at)
            .limit(1)
            .into_tuple::<DateTime<Utc>>();
        Ok(Backlog { unapplied, oldest_unacknowledged: oldest.one(&self.db).await? })
    }

    async fn downloads(&self, authority: &str, which: Condition) -> Result<Vec<Waiting>, StoreError> {
        let rows = downloads::Entity::find()
            .filter(downloads::COLUMN.authority.eq(authority))
            .filter(which)
            .order_by_asc(downloads::COLUMN.at)
            .order_by_asc(downloads::COLUMN.file_name)
            .all(&self.db)
            .await?;
        rows.into_iter().map(|row| read(&self.seal, row)).collect()
    }
}

impl Tx {
    /// Keeps a fetched file. `false` when a file of that name is there already.
    pub async fn insert_download(&self, download: &Download) -> Result<bool, StoreError> {
        use downloads::Column as C;
        let id = self.seal.draw_number();
        let row = RowName::new(DOWNLOADS, id);
        let model = downloads::ActiveModel {
            id: Set(id),
            authority: Set(download.authority.clone()),
            file_name: Set(download.file_name.clone()),
            bytes: Set(self.seal.bytes(&row, "bytes", &download.bytes)),
            at: Set(instant(download.at)),
            applied_at: Set(None),
            acknowledged_at: Set(None),
            swept_at: Set(None),
        };
        let there = OnConflict::columns([C::Authority, C::FileName]).do_nothing().to_owned();
        let inserted = downloads::Entity::insert(model).on_conflict(there).exec_without_returning(&self.db);
        Ok(inserted.await? == 1)
    }

    /// Keeps other bytes of a file that came before and has not taken effect: the ones before were damaged.
    /// When it came first stays. `false` when there is none of that name to which nothing has happened yet.
    pub async fn replace_download(&self, download: &Download) -> Result<bool, StoreError> {
        let before = downloads::Entity::find()
            .select_only()
            .column(downloads::COLUMN.id.0)
            .filter(downloads::COLUMN.authority.eq(download.authority.as_str()))
            .filter(downloads::COLUMN.file_name.eq(download.file_name.as_str()))
            .filter(downloads::COLUMN.applied_at.is_null());
        let Some(id) = before.into_tuple::<i64>().one(&self.db).await? else { return Ok(false) };
        let row = RowName::new(DOWNLOADS, id);
        let replaced = downloads::Entity::update_many()
            .col_expr(downloads::COLUMN.bytes, Expr::value(self.seal.bytes(&row, "bytes", &download.bytes)))
            .filter(downloads::COLUMN.id.eq(id))
            .filter(downloads::COLUMN.applied_at.is_null())
            .exec(&self.db)
            .await?;
        Ok(replaced.rows_affected == 1)
    }

    /// Records that the content of a file took effect; `false` when it did before: then do nothing twice.
    pub async fn mark_applied(
        &self,
        authority: &str,
        file_name: &str,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let marked = downloads::Entity::update_many()
            .col_expr(downloads::COLUMN.applied_at, Expr::value(instant(at)))
            .filter(downloads::COLUMN.authority.eq(authority))
            .filter(downloads::COLUMN.file_name.eq(file_name))
            .filter(downloads::COLUMN.applied_at.is_null())
            .exec(&self.db)
            .await?;
        Ok(marked.rows_affected == 1)
    }

    /// Records that the authority was told that we have the file.
    pub async fn mark_acknowledged(
        &self,
        authority: &str,
        file_name: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        downloads::Entity::update_many()
            .col_expr(downloads::COLUMN.acknowledged_at, Expr::value(instant(at)))
            .filter(downloads::COLUMN.authority.eq(authority))
            .filter(downloads::COLUMN.file_name.eq(file_name))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Records that the authority knows that we have everything it gave us; tells of how many files that was
    /// not known.
    pub async fn mark_all_acknowledged(&self, authority: &str, at: DateTime<Utc>) -> Result<u64, StoreError> {
        let marked = downloads::Entity::update_many()
            .col_expr(downloads::COLUMN.acknowledged_at, Expr::value(instant(at)))
            .filter(downloads::COLUMN.authority.eq(authority))
            .filter(downloads::COLUMN.acknowledged_at.is_null())
            .exec(&self.db)
            .await?;
        Ok(marked.rows_affected)
    }
}

fn read(seal: &Seal, model: downloads::Model) -> Result<Waiting, StoreError> {
    let row = RowName::new(DOWNLOADS, model.id);
    let download = Download {
        bytes: seal.open_bytes(&row, "bytes", &model.bytes)?,
        authority: model.authority,
        file_name: model.file_name,
        at: model.at,
    };
    Ok(Waiting { download, applied_at: model.applied_at, acknowledged_at: model.acknowledged_at })
}
