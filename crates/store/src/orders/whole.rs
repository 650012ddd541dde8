//! All orders under way, a page at a time, for whoever must look at everything.

use beian_domain::order::Order;
use beian_domain::order::stage::StageName;
use sea_orm::{EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use super::read;
use crate::entity::orders;
use crate::error::StoreError;
use crate::store::Store;

fn under_way() -> impl Iterator<Item = &'static str> {
    StageName::ALL.iter().filter(|stage| !stage.is_final()).map(|stage| stage.slug())
}

impl Store {
    /// How many orders are under way.
    pub async fn count_orders_under_way(&self) -> Result<u64, StoreError> {
        let found = orders::Entity::find().filter(orders::COLUMN.stage.is_in(under_way()));
        Ok(found.count(&self.db).await?)
    }

    /// The next orders under way after an id, at most `limit`, in the order of their ids. Begin after zero; an empty
    /// page is the end.
    pub async fn orders_under_way_after(&self, after: i64, limit: u64) -> Result<Vec<Order>, StoreError> {
        let rows = orders::Entity::find()
            .filter(orders::COLUMN.id.gt(after))
            .filter(orders::COLUMN.stage.is_in(under_way()))
            .order_by_asc(orders::COLUMN.id)
            .limit(limit)
            .all(&self.db)
            .await?;
        rows.iter().map(|row| read(&self.seal, row)).collect()
    }
}
