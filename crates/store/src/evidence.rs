//! Evidence (材料) without its bytes, which are in [`crate::Blobs`].

use beian_domain::evidence::Evidence;
use beian_domain::id::{AccountId, EvidenceId, OrderId};
use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::entity::evidence;
use crate::error::{Damage, StoreError};
use crate::row::{RowName, instant};
use crate::seal::Seal;
use crate::store::{Store, Tx};

const EVIDENCE: &str = "evidence";

impl Store {
    /// The piece of evidence with this id, and whose it is.
    pub async fn evidence(
        &self,
        id: EvidenceId,
    ) -> Result<Option<(Evidence, AccountId, OrderId)>, StoreError> {
        one(&self.db, &self.seal, id).await
    }

    /// The evidence of an order, oldest first.
    pub async fn evidence_of(&self, order: OrderId) -> Result<Vec<Evidence>, StoreError> {
        let rows = evidence::Entity::find()
            .filter(evidence::COLUMN.order_id.eq(order.as_i64()))
            .order_by_asc(evidence::COLUMN.id)
            .all(&self.db)
            .await?;
        rows.iter().map(|row| Ok(read(&self.seal, row)?.0)).collect()
    }
}

impl Tx {
    /// The piece of evidence with this id, and whose it is.
    pub async fn evidence(
        &self,
        id: EvidenceId,
    ) -> Result<Option<(Evidence, AccountId, OrderId)>, StoreError> {
        one(&self.db, &self.seal, id).await
    }

    /// Lets nobody else bring or remove the bytes with this SHA-256 until the transaction ends. Taken before the
    /// bytes are put or removed: they are shared by all orders that were given the same picture.
    pub async fn lock_bytes(&self, digest: &str) -> Result<(), StoreError> {
        self.hold("evidence", digest).await
    }

    /// Whether any order has a piece with these bytes. Certain only after [`Tx::lock_bytes`].
    pub async fn has_evidence_with(&self, digest: &str) -> Result<bool, StoreError> {
        let with = evidence::COLUMN.bytes_digest.eq(self.seal.digest("evidence", digest.as_bytes()));
        Ok(evidence::Entity::find().filter(with).one(&self.db).await?.is_some())
    }

    /// Keeps a new piece of evidence; its bytes must be in the blobs before.
    pub async fn insert_evidence(
        &self,
        piece: &Evidence,
        account: AccountId,
        order: OrderId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = RowName::new(EVIDENCE, piece.id.as_i64());
        let model = evidence::ActiveModel {
            id: Set(piece.id.as_i64()),
            account_id: Set(account.as_i64()),
            order_id: Set(order.as_i64()),
            at: Set(instant(at)),
            content: Set(self.seal.json(&row, "content", piece)),
            bytes_digest: Set(self.seal.digest("evidence", piece.digest.as_bytes())),
        };
        evidence::Entity::insert(model).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Forgets a piece of evidence and gives it back; its bytes may be those of other pieces too.
    pub async fn forget_evidence(&self, id: EvidenceId) -> Result<Option<Evidence>, StoreError> {
        let Some((piece, ..)) = self.evidence(id).await? else { return Ok(None) };
        evidence::Entity::delete_by_id(id.as_i64()).exec(&self.db).await?;
        Ok(Some(piece))
    }
}

async fn one<C: ConnectionTrait>(
    db: &C,
    seal: &Seal,
    id: EvidenceId,
) -> Result<Option<(Evidence, AccountId, OrderId)>, StoreError> {
    let row = evidence::Entity::find_by_id(id.as_i64()).one(db).await?;
    row.map(|row| read(seal, &row)).transpose()
}

fn read(seal: &Seal, model: &evidence::Model) -> Result<(Evidence, AccountId, OrderId), StoreError> {
    let row = RowName::new(EVIDENCE, model.id);
    let piece: Evidence = seal.open_json(&row, "content", &model.content)?;
    if piece.id.as_i64() != model.id {
        return Err(row.bad("content", Damage::Disagrees));
    }
    let account = row.parsed("account_id", AccountId::from_i64(model.account_id))?;
    Ok((piece, account, row.parsed("order_id", OrderId::from_i64(model.order_id))?))
}
