//! Orders (备案订单): kept whole, saved only by who read the version that stands.

mod lists;
mod whole;

use beian_domain::id::{AccountId, OrderId};
use beian_domain::order::Order;
use beian_domain::order::kind::OrderKind;
use beian_domain::order::stage::{Stage, StageName};
use beian_domain::region::Province;
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use crate::entity::orders;
use crate::error::{Damage, StoreError};
use crate::row::{RowName, instant};
use crate::seal::Seal;
use crate::store::{Store, Tx};

pub use lists::{OrderRow, QueueFilter};

const ORDERS: &str = "orders";

/// What lists show of an order, and by what it is found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrderKeys {
    /// The subject's certificate as [`crate::certificate_key`] writes it; unique among running orders.
    pub subject_certificate: Option<String>,
    /// 域名, in ASCII form.
    pub domain: Option<String>,
    /// 主办单位名称.
    pub subject_name: Option<String>,
    /// 备案省份.
    pub province: Option<Province>,
}

impl Store {
    /// The order with this id.
    pub async fn order(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        let row = orders::Entity::find_by_id(id.as_i64()).one(&self.db).await?;
        row.map(|row| read(&self.seal, &row)).transpose()
    }
}

impl Tx {
    /// The order with this id; nobody else changes it until the transaction ends.
    pub async fn order(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        let row = orders::Entity::find_by_id(id.as_i64()).lock_exclusive().one(&self.db).await?;
        row.map(|row| read(&self.seal, &row)).transpose()
    }

    /// Keeps a new order. [`crate::Unique::RunningSubject`] when the subject has a running one.
    pub async fn insert_order(&self, order: &Order, keys: &OrderKeys) -> Result<(), StoreError> {
        let mut model = self.written(order, keys);
        model.id = Set(order.id.as_i64());
        model.account_id = Set(order.account.as_i64());
        model.kind = Set(order.kind.slug().into());
        model.opened_at = Set(instant(order.opened_at));
        orders::Entity::insert(model).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Saves a changed order if `expected_version` still stands, else [`StoreError::Stale`]. The order must
    /// carry a higher version by now: a change that does not count cannot be told from none.
    pub async fn save_order(
        &self,
        order: &Order,
        expected_version: i64,
        keys: &OrderKeys,
    ) -> Result<(), StoreError> {
        if order.version <= expected_version {
            return Err(StoreError::Stale);
        }
        let saved = orders::Entity::update_many()
            .set(self.written(order, keys))
            .filter(orders::COLUMN.id.eq(order.id.as_i64()))
            .filter(orders::COLUMN.version.eq(expected_version))
            .exec(&self.db)
            .await?;
        if saved.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// The columns that change with an order.
    fn written(&self, order: &Order, keys: &OrderKeys) -> orders::ActiveModel {
        let row = RowName::new(ORDERS, order.id.as_i64());
        let stage = order.stage.name();
        let mut model = orders::ActiveModel {
            stage: Set(stage.slug().into()),
            stage_facts: Set(self.seal.json(&row, "stage_facts", &order.stage)),
            since: Set(instant(order.since)),
            version: Set(order.version),
            running: Set(!stage.is_final()),
            answers: Set(self.seal.json(&row, "answers", &order.answers)),
            subject_digest: Set(keys
                .subject_certificate
                .as_deref()
                .map(|certificate| self.seal.digest("certificate", certificate.as_bytes()))),
            subject_name: Set(keys
                .subject_name
                .as_deref()
                .map(|name| self.seal.text(&row, "subject_name", name))),
            domain: Set(keys.domain.clone()),
            province: Set(keys.province.map(|province| province.slug().into())),
            ..orders::ActiveModel::default()
        };
        if stage == StageName::Checking {
            model.submitted_at = Set(Some(instant(order.since)));
        }
        model
    }

    /// The running order of the subject with this certificate, if there is one.
    pub async fn running_order_of(&self, certificate: &str) -> Result<Option<OrderId>, StoreError> {
        let digest = self.seal.digest("certificate", certificate.as_bytes());
        let found: Option<i64> = orders::Entity::find()
            .select_only()
            .column(orders::COLUMN.id.0)
            .filter(orders::COLUMN.subject_digest.eq(digest))
            .filter(orders::COLUMN.running.eq(true))
            .into_tuple()
            .one(&self.db)
            .await?;
        found.map(|id| RowName::new(ORDERS, id).parsed("id", OrderId::from_i64(id))).transpose()
    }
}

/// The stage with its facts, which must be the stage the queues see.
fn read_stage(seal: &Seal, row: &RowName, slug: &str, facts: &[u8]) -> Result<Stage, StoreError> {
    let name = row.read("stage", StageName::from_slug(slug))?;
    let stage: Stage = seal.open_json(row, "stage_facts", facts)?;
    if stage.name() == name { Ok(stage) } else { Err(row.bad("stage", Damage::Disagrees)) }
}

fn read(seal: &Seal, model: &orders::Model) -> Result<Order, StoreError> {
    let row = RowName::new(ORDERS, model.id);
    Ok(Order {
        id: row.parsed("id", OrderId::from_i64(model.id))?,
        account: row.parsed("account_id", AccountId::from_i64(model.account_id))?,
        kind: row.read("kind", OrderKind::from_slug(&model.kind))?,
        stage: read_stage(seal, &row, &model.stage, &model.stage_facts)?,
        since: model.since,
        opened_at: model.opened_at,
        version: model.version,
        answers: seal.open_json(&row, "answers", &model.answers)?,
    })
}
