//! Snapshots: the frozen content of an order at each submission, and what was found in it.

use beian_domain::finding::Finding;
use beian_domain::id::{AccountId, OrderId, SnapshotId, SubjectId};
use beian_domain::order::snapshot::Snapshot;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use crate::entity::snapshots;
use crate::error::{Damage, StoreError};
use crate::row::{RowName, instant};
use crate::seal::Seal;
use crate::store::{Store, Tx};

const SNAPSHOTS: &str = "snapshots";

impl Store {
    /// The snapshot with this id.
    pub async fn snapshot(&self, id: SnapshotId) -> Result<Option<Snapshot>, StoreError> {
        snapshot(&self.db, &self.seal, id).await
    }

    /// What was found in a snapshot; empty when it is not known or nothing was found.
    pub async fn findings(&self, id: SnapshotId) -> Result<Vec<Finding>, StoreError> {
        findings(&self.db, &self.seal, id).await
    }

    /// The snapshots of an order and when each was frozen, oldest first.
    pub async fn snapshots_of(&self, order: OrderId) -> Result<Vec<(SnapshotId, DateTime<Utc>)>, StoreError> {
        let rows: Vec<(i64, DateTime<Utc>)> = snapshots::Entity::find()
            .select_only()
            .column(snapshots::COLUMN.id.0)
            .column(snapshots::COLUMN.at.0)
            .filter(snapshots::COLUMN.order_id.eq(order.as_i64()))
            .order_by_asc(snapshots::COLUMN.id)
            .into_tuple()
            .all(&self.db)
            .await?;
        rows.into_iter()
            .map(|(id, at)| Ok((RowName::new(SNAPSHOTS, id).parsed("id", SnapshotId::from_i64(id))?, at)))
            .collect()
    }

    /// The order that froze this subject (`IspZtid` on the wire) last, and the snapshot.
    pub async fn snapshot_order(
        &self,
        subject: SubjectId,
    ) -> Result<Option<(OrderId, SnapshotId)>, StoreError> {
        snapshot_order(&self.db, subject).await
    }
}

impl Tx {
    /// The snapshot with this id.
    pub async fn snapshot(&self, id: SnapshotId) -> Result<Option<Snapshot>, StoreError> {
        snapshot(&self.db, &self.seal, id).await
    }

    /// What was found in a snapshot; empty when it is not known or nothing was found.
    pub async fn findings(&self, id: SnapshotId) -> Result<Vec<Finding>, StoreError> {
        findings(&self.db, &self.seal, id).await
    }

    /// The order that froze this subject (`IspZtid` on the wire) last, and the snapshot.
    pub async fn snapshot_order(
        &self,
        subject: SubjectId,
    ) -> Result<Option<(OrderId, SnapshotId)>, StoreError> {
        snapshot_order(&self.db, subject).await
    }

    /// Keeps a new snapshot with what was found in it so far. It never changes again; findings may.
    pub async fn insert_snapshot(
        &self,
        snapshot: &Snapshot,
        account: AccountId,
        order: OrderId,
        at: DateTime<Utc>,
        findings: &[Finding],
    ) -> Result<(), StoreError> {
        let row = RowName::new(SNAPSHOTS, snapshot.id.as_i64());
        let model = snapshots::ActiveModel {
            id: Set(snapshot.id.as_i64()),
            account_id: Set(account.as_i64()),
            order_id: Set(order.as_i64()),
            subject_id: Set(snapshot.subject.id.as_i64()),
            at: Set(instant(at)),
            content: Set(self.seal.json(&row, "content", snapshot)),
            findings: Set(self.seal.json(&row, "findings", &findings)),
        };
        snapshots::Entity::insert(model).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Replaces what was found; [`StoreError::Stale`] when there is no such snapshot.
    pub async fn set_findings(&self, id: SnapshotId, findings: &[Finding]) -> Result<(), StoreError> {
        let row = RowName::new(SNAPSHOTS, id.as_i64());
        let sealed = self.seal.json(&row, "findings", &findings);
        let changed = snapshots::Entity::update_many()
            .col_expr(snapshots::COLUMN.findings, Expr::value(sealed))
            .filter(snapshots::COLUMN.id.eq(id.as_i64()))
            .exec(&self.db)
            .await?;
        if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }
}

async fn snapshot<C: ConnectionTrait>(
    db: &C,
    seal: &Seal,
    id: SnapshotId,
) -> Result<Option<Snapshot>, StoreError> {
    let Some(model) = snapshots::Entity::find_by_id(id.as_i64()).one(db).await? else { return Ok(None) };
    let row = RowName::new(SNAPSHOTS, model.id);
    let snapshot: Snapshot = seal.open_json(&row, "content", &model.content)?;
    if snapshot.id == id && snapshot.subject.id.as_i64() == model.subject_id {
        Ok(Some(snapshot))
    } else {
        Err(row.bad("content", Damage::Disagrees))
    }
}

async fn findings<C: ConnectionTrait>(
    db: &C,
    seal: &Seal,
    id: SnapshotId,
) -> Result<Vec<Finding>, StoreError> {
    let Some(model) = snapshots::Entity::find_by_id(id.as_i64()).one(db).await? else {
        return Ok(Vec::new());
    };
    seal.open_json(&RowName::new(SNAPSHOTS, model.id), "findings", &model.findings)
}

async fn snapshot_order<C: ConnectionTrait>(
    db: &C,
    subject: SubjectId,
) -> Result<Option<(OrderId, SnapshotId)>, StoreError> {
    let found: Option<(i64, i64)> = snapshots::Entity::find()
        .select_only()
        .column(snapshots::COLUMN.order_id.0)
        .column(snapshots::COLUMN.id.0)
        .filter(snapshots::COLUMN.subject_id.eq(subject.as_i64()))
        .order_by_desc(snapshots::COLUMN.id)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    let Some((order, snapshot)) = found else { return Ok(None) };
    let row = RowName::new(SNAPSHOTS, snapshot);
    let order = row.parsed("order_id", OrderId::from_i64(order))?;
    Ok(Some((order, row.parsed("id", SnapshotId::from_i64(snapshot))?)))
}
