//! Failed attempts to sign in, counted per address or person, for the lock-out.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use crate::entity::sign_in_failures as failures;
use crate::error::StoreError;
use crate::row::instant;
use crate::seal::Seal;
use crate::store::{Store, Tx};

impl Store {
    /// How often signing in failed for this key since `since`, counted from the last success.
    pub async fn failures_since(&self, key: &str, since: DateTime<Utc>) -> Result<u32, StoreError> {
        failures_since(&self.db, &self.seal, key, since).await
    }
}

impl Tx {
    /// How often signing in failed for this key since `since`, counted from the last success.
    pub async fn failures_since(&self, key: &str, since: DateTime<Utc>) -> Result<u32, StoreError> {
        failures_since(&self.db, &self.seal, key, since).await
    }

    /// Makes other attempts for this key wait until the transaction ends, so that many at once are counted one
    /// after the other.
    pub async fn lock_attempts(&self, key: &str) -> Result<(), StoreError> {
        self.hold("attempt", key).await
    }

    /// Notes an attempt for a key, such as an e-mail address or an IP address; only its digest is stored.
    /// A success forgets the failures before it.
    pub async fn note_attempt(
        &self,
        key: &str,
        now: DateTime<Utc>,
        succeeded: bool,
    ) -> Result<(), StoreError> {
        if succeeded {
            return self.clear_attempts(key).await;
        }
        let model = failures::ActiveModel {
            subject_digest: Set(self.seal.digest("attempt", key.as_bytes())),
            at: Set(instant(now)),
            number: Set(self.seal.draw_number()),
        };
        failures::Entity::insert(model).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Forgets the failures of a key.
    pub async fn clear_attempts(&self, key: &str) -> Result<(), StoreError> {
        failures::Entity::delete_many()
            .filter(failures::COLUMN.subject_digest.eq(self.seal.digest("attempt", key.as_bytes())))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Forgets failures from before `before`, which no lock-out counts any more; tells how many.
    pub async fn forget_attempts(&self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        let deleted = failures::Entity::delete_many()
            .filter(failures::COLUMN.at.lt(instant(before)))
            .exec(&self.db)
            .await?;
        Ok(deleted.rows_affected)
    }
}

async fn failures_since<C: ConnectionTrait>(
    db: &C,
    seal: &Seal,
    key: &str,
    since: DateTime<Utc>,
) -> Result<u32, StoreError> {
    let count = failures::Entity::find()
        .filter(failures::COLUMN.subject_digest.eq(seal.digest("attempt", key.as_bytes())))
        .filter(failures::COLUMN.at.gte(instant(since)))
        .count(db)
        .await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}
