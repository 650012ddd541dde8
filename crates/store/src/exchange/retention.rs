//! Removing the bytes of old files. The row stays: number, digest and members are kept for ever.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{EntityTrait as _, QueryFilter as _, QuerySelect as _};

use super::uploads::{UPLOADS, UploadState};
use crate::entity::{downloads, uploads};
use crate::error::StoreError;
use crate::row::{RowName, instant};
use crate::store::Tx;

impl Tx {
    /// Removes the bytes of up to `limit` uploaded files that were settled before `before`; tells how many.
    pub async fn sweep_uploads(
        &self,
        before: DateTime<Utc>,
        now: DateTime<Utc>,
        limit: u64,
    ) -> Result<usize, StoreError> {
        let old: Vec<i64> = uploads::Entity::find()
            .select_only()
            .column(uploads::COLUMN.id.0)
            .filter(uploads::COLUMN.swept_at.is_null())
            .filter(uploads::COLUMN.settled_at.lt(instant(before)))
            .filter(uploads::COLUMN.state.ne(UploadState::Prepared.slug()))
            .limit(limit)
            .into_tuple()
            .all(&self.db)
            .await?;
        for id in &old {
            let nothing = self.seal.bytes(&RowName::new(UPLOADS, *id), "bytes", &[]);
            uploads::Entity::update_many()
                .col_expr(uploads::COLUMN.bytes, Expr::value(nothing))
                .col_expr(uploads::COLUMN.swept_at, Expr::value(instant(now)))
                .filter(uploads::COLUMN.id.eq(*id))
                .exec(&self.db)
                .await?;
        }
        Ok(old.len())
    }

    /// Removes the bytes of up to `limit` fetched files that took effect and were acknowledged before `before`;
    /// tells how many.
    pub async fn sweep_downloads(
        &self,
        before: DateTime<Utc>,
        now: DateTime<Utc>,
        limit: u64,
    ) -> Result<usize, StoreError> {
        let old: Vec<i64> = downloads::Entity::find()
            .select_only()
            .column(downloads::COLUMN.id.0)
            .filter(downloads::COLUMN.swept_at.is_null())
            .filter(downloads::COLUMN.acknowledged_at.lt(instant(before)))
            .filter(downloads::COLUMN.applied_at.lt(instant(before)))
            .limit(limit)
            .into_tuple()
            .all(&self.db)
            .await?;
        for id in &old {
            let nothing = self.seal.bytes(&RowName::new("downloads", *id), "bytes", &[]);
            downloads::Entity::update_many()
                .col_expr(downloads::COLUMN.bytes, Expr::value(nothing))
                .col_expr(downloads::COLUMN.swept_at, Expr::value(instant(now)))
                .filter(downloads::COLUMN.id.eq(*id))
                .exec(&self.db)
                .await?;
        }
        Ok(old.len())
    }
}
