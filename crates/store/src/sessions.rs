//! Sessions: who is signed in, by the digest of a token that only the browser holds.

use beian_domain::id::{StaffId, UserId};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, sea_query::IntoCondition as _,
};

use crate::entity::sessions;
use crate::error::{Damage, StoreError};
use crate::row::{RowName, instant};
use crate::store::{Store, Tx};

/// A person who can sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// A user of a customer's account.
    User(UserId),
    /// A member of staff.
    Staff(StaffId),
}

/// One session.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// SHA-256 of the token in hex; the token itself is never stored.
    pub token_digest: String,
    /// Who signed in.
    pub who: Who,
    /// The token that forms must carry.
    pub csrf: String,
    /// When the person signed in.
    pub created_at: DateTime<Utc>,
    /// From when on it no longer counts.
    pub expires_at: DateTime<Utc>,
}

impl std::fmt::Debug for SessionRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SessionRow")
            .field("who", &self.who)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// The session of this token, unless it has expired.
    pub async fn session(
        &self,
        token_digest: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<SessionRow>, StoreError> {
        session(&self.db, token_digest, now).await
    }
}

impl Tx {
    /// The session of this token, unless it has expired.
    pub async fn session(
        &self,
        token_digest: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<SessionRow>, StoreError> {
        session(&self.db, token_digest, now).await
    }

    /// Keeps a new session.
    pub async fn insert_session(&self, session: &SessionRow) -> Result<(), StoreError> {
        let (user, staff) = match session.who {
            Who::User(id) => (Some(id.as_i64()), None),
            Who::Staff(id) => (None, Some(id.as_i64())),
        };
        let model = sessions::ActiveModel {
            token_digest: Set(session.token_digest.clone()),
            user_id: Set(user),
            staff_id: Set(staff),
            csrf: Set(session.csrf.clone()),
            created_at: Set(instant(session.created_at)),
            expires_at: Set(instant(session.expires_at)),
        };
        sessions::Entity::insert(model).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Lets a session last longer; nothing happens when it is gone.
    pub async fn extend_session(
        &self,
        token_digest: &str,
        expires_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        sessions::Entity::update_many()
            .col_expr(sessions::COLUMN.expires_at, Expr::value(instant(expires_at)))
            .filter(sessions::COLUMN.token_digest.eq(token_digest))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Ends one session; nothing happens when it is gone.
    pub async fn delete_session(&self, token_digest: &str) -> Result<(), StoreError> {
        self.delete_sessions(sessions::COLUMN.token_digest.eq(token_digest)).await.map(|_| ())
    }

    /// Ends every session of a person, as after a change of password; tells how many.
    pub async fn delete_sessions_of(&self, who: Who) -> Result<u64, StoreError> {
        self.delete_sessions(match who {
            Who::User(id) => sessions::COLUMN.user_id.eq(id.as_i64()),
            Who::Staff(id) => sessions::COLUMN.staff_id.eq(id.as_i64()),
        })
        .await
    }

    /// Forgets sessions that have expired; tells how many.
    pub async fn delete_expired_sessions(&self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        self.delete_sessions(sessions::COLUMN.expires_at.lte(instant(now))).await
    }

    async fn delete_sessions(&self, which: Expr) -> Result<u64, StoreError> {
        let deleted = sessions::Entity::delete_many().filter(which.into_condition()).exec(&self.db).await?;
        Ok(deleted.rows_affected)
    }
}

async fn session<C: ConnectionTrait>(
    db: &C,
    token_digest: &str,
    now: DateTime<Utc>,
) -> Result<Option<SessionRow>, StoreError> {
    let row = sessions::Entity::find_by_id(token_digest)
        .filter(sessions::COLUMN.expires_at.gt(instant(now)))
        .one(db)
        .await?;
    row.map(read).transpose()
}

fn read(model: sessions::Model) -> Result<SessionRow, StoreError> {
    // The key would open nothing, but it has no business in an error message.
    let row = RowName::keyed("sessions", String::from("…"));
    let user = row.some_id("user_id", model.user_id, UserId::from_i64)?;
    let staff = row.some_id("staff_id", model.staff_id, StaffId::from_i64)?;
    let who = match (user, staff) {
        (Some(id), None) => Who::User(id),
        (None, Some(id)) => Who::Staff(id),
        (Some(_), Some(_)) | (None, None) => return Err(row.bad("staff_id", Damage::Disagrees)),
    };
    Ok(SessionRow {
        token_digest: model.token_digest,
        who,
        csrf: model.csrf,
        created_at: model.created_at,
        expires_at: model.expires_at,
    })
}
