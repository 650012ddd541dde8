//! One matter, with its deliveries, and the filing at the authority that a record id belongs to.

use std::collections::BTreeMap;

use beian_domain::id::MatterId;
use beian_domain::supervision::{ListChange, MatterKind};
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use super::{DELIVERIES, Delivery, StoredMatter, read};
use crate::entity::{matter_deliveries, matters};
use crate::error::StoreError;
use crate::page::MAX_LIMIT;
use crate::row::RowName;
use crate::store::{Store, Tx};

impl Store {
    /// How many matters each of these files brought.
    pub(crate) async fn matters_by_file(
        &self,
        authority: &str,
        files: Vec<String>,
    ) -> Result<BTreeMap<String, u64>, StoreError> {
        let counted: Vec<(String, i64)> = matter_deliveries::Entity::find()
            .select_only()
            .column(matter_deliveries::COLUMN.file_name.0)
            .expr(matter_deliveries::COLUMN.id.count())
            .filter(matter_deliveries::COLUMN.authority.eq(authority))
            .filter(matter_deliveries::COLUMN.file_name.is_in(files))
            .group_by(matter_deliveries::COLUMN.file_name.0)
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(counted
            .into_iter()
            .map(|(file, count)| (file, u64::try_from(count).unwrap_or_default()))
            .collect())
    }

    /// The matter with this id.
    pub async fn matter(&self, id: MatterId) -> Result<Option<StoredMatter>, StoreError> {
        let row = matters::Entity::find_by_id(id.as_i64()).one(&self.db).await?;
        row.map(|row| read(&self.seal, row)).transpose()
    }

    /// The deliveries of a matter, newest first, at most 500.
    pub async fn matter_deliveries(&self, id: MatterId) -> Result<Vec<Delivery>, StoreError> {
        let rows = matter_deliveries::Entity::find()
            .filter(matter_deliveries::COLUMN.matter_id.eq(id.as_i64()))
            .order_by_desc(matter_deliveries::COLUMN.at)
            .order_by_desc(matter_deliveries::COLUMN.file_name)
            .limit(u64::from(MAX_LIMIT))
            .all(&self.db)
            .await?;
        rows.into_iter()
            .map(|model| {
                let row = RowName::new(DELIVERIES, model.id);
                Ok(Delivery {
                    at: model.at,
                    change: row.read("change", ListChange::from_slug(&model.change))?,
                    matter: self.seal.open_json(&row, "content", &model.content)?,
                    file_name: model.file_name,
                })
            })
            .collect()
    }
}

impl Tx {
    /// The matter of a kind that an authority keeps under this record id.
    pub async fn matter_by_bureau_id(
        &self,
        authority: &str,
        kind: MatterKind,
        bureau_id: i64,
    ) -> Result<Option<StoredMatter>, StoreError> {
        let row = matters::Entity::find()
            .filter(matters::COLUMN.authority.eq(authority))
            .filter(matters::COLUMN.kind.eq(kind.slug()))
            .filter(matters::COLUMN.bureau_id.eq(bureau_id))
            .order_by_desc(matters::COLUMN.at)
            .one(&self.db)
            .await?;
        row.map(|row| read(&self.seal, row)).transpose()
    }
}
