//! Resources (备案资源) and the places that orders take on them.

use std::collections::BTreeMap;

use beian_domain::id::{AccountId, OrderId, ResourceId};
use beian_domain::region::Province;
use beian_domain::resource::{Billing, Resource};
use beian_domain::tables::AccessMode;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

use crate::entity::{places, resources};
use crate::error::{Damage, StoreError};
use crate::row::{RowName, json_text, stored_count};
use crate::store::{Store, Tx};

const RESOURCES: &str = "resources";

/// Whether a place could be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// The place is the service's now, or was before.
    Yes,
    /// The resource is full.
    Full,
    /// There is no such resource.
    NoResource,
}

impl Store {
    /// The resource with this id.
    pub async fn resource(&self, id: ResourceId) -> Result<Option<Resource>, StoreError> {
        let row = resources::Entity::find_by_id(id.as_i64()).one(&self.db).await?;
        row.map(read).transpose()
    }

    /// The resources of an account with the places taken on each, oldest first.
    pub async fn resources_of(&self, account: AccountId) -> Result<Vec<(Resource, u32)>, StoreError> {
        let rows = resources::Entity::find()
            .filter(resources::COLUMN.account_id.eq(account.as_i64()))
            .order_by_asc(resources::COLUMN.id)
            .all(&self.db)
            .await?;
        let counted: Vec<(i64, i64)> = places::Entity::find()
            .select_only()
            .column(places::COLUMN.resource_id.0)
            .expr(places::COLUMN.order_id.count())
            .filter(places::COLUMN.resource_id.is_in(rows.iter().map(|row| row.id)))
            .group_by(places::COLUMN.resource_id.0)
            .into_tuple()
            .all(&self.db)
            .await?;
        let used: BTreeMap<i64, i64> = counted.into_iter().collect();
        rows.into_iter()
            .map(|row| {
                let used = used.get(&row.id).copied().unwrap_or(0);
                Ok((read(row)?, u32::try_from(used).unwrap_or(u32::MAX)))
            })
            .collect()
    }

    /// The resources on which an order has its places, one for each place.
    pub async fn places_of(&self, order: OrderId) -> Result<Vec<ResourceId>, StoreError> {
        let taken: Vec<i64> = places::Entity::find()
            .select_only()
            .column(places::COLUMN.resource_id.0)
            .filter(places::COLUMN.order_id.eq(order.as_i64()))
            .into_tuple()
            .all(&self.db)
            .await?;
        let row = RowName::new("places", order.as_i64());
        taken.into_iter().map(|id| row.parsed("resource_id", ResourceId::from_i64(id))).collect()
    }

    /// How many places on a resource are taken by other orders than `except`.
    pub async fn used_places(&self, id: ResourceId, except: Option<OrderId>) -> Result<u32, StoreError> {
        used_places(&self.db, id, except).await
    }
}

impl Tx {
    /// The resource with this id; nobody else takes a place on it until the transaction ends.
    pub async fn lock_resource(&self, id: ResourceId) -> Result<Option<Resource>, StoreError> {
        let row = resources::Entity::find_by_id(id.as_i64()).lock_exclusive().one(&self.db).await?;
        row.map(read).transpose()
    }

    /// How many places on a resource are taken by other orders than `except`.
    pub async fn used_places(&self, id: ResourceId, except: Option<OrderId>) -> Result<u32, StoreError> {
        used_places(&self.db, id, except).await
    }

    /// Keeps a resource, or replaces what is known of the account's instance of that name. Gives the id that
    /// stands, which is the older one.
    pub async fn upsert_resource(&self, resource: &Resource) -> Result<ResourceId, StoreError> {
        use resources::Column as C;
        let model = resources::ActiveModel {
            id: Set(resource.id.as_i64()),
            account_id: Set(resource.account.as_i64()),
            instance: Set(resource.instance.clone()),
            name: Set(resource.name.clone()),
            addresses: Set(json_text(&resource.addresses)),
            place: Set(resource.place.map(|place| place.slug().into())),
            mode: Set(resource.mode.slug().into()),
            billing: Set(resource.billing.slug().into()),
            starts_on: Set(resource.starts_on),
            ends_on: Set(resource.ends_on),
            places: Set(stored_count(resource.places)),
        };
        let known = OnConflict::columns([C::AccountId, C::Instance])
            .update_columns([
                C::Name,
                C::Addresses,
                C::Place,
                C::Mode,
                C::Billing,
                C::StartsOn,
                C::EndsOn,
                C::Places,
            ])
            .to_owned();
        let stands =
            resources::Entity::insert(model).on_conflict(known).exec_with_returning(&self.db).await?;
        RowName::new(RESOURCES, stands.id).parsed("id", ResourceId::from_i64(stands.id))
    }

    /// Takes a place for one service of an order; taking it again changes nothing, taking it on another
    /// resource gives the first one back. Never more places than the resource has.
    pub async fn take_place(&self, id: ResourceId, order: OrderId, service: u8) -> Result<Taken, StoreError> {
        let Some(resource) = self.lock_resource(id).await? else { return Ok(Taken::NoResource) };
        let key = (order.as_i64(), i16::from(service));
        let before = places::Entity::find_by_id(key).one(&self.db).await?;
        if before.as_ref().is_some_and(|place| place.resource_id == id.as_i64()) {
            return Ok(Taken::Yes);
        }
        if self.used_places(id, None).await? >= resource.places {
            return Ok(Taken::Full);
        }
        let model = places::ActiveModel {
            order_id: Set(key.0),
            service: Set(key.1),
            account_id: Set(resource.account.as_i64()),
            resource_id: Set(id.as_i64()),
        };
        if before.is_none() {
            places::Entity::insert(model).exec_without_returning(&self.db).await?;
        } else {
            places::Entity::update_many()
                .col_expr(places::COLUMN.resource_id, Expr::value(id.as_i64()))
                .col_expr(places::COLUMN.account_id, Expr::value(resource.account.as_i64()))
                .filter(places::COLUMN.order_id.eq(key.0))
                .filter(places::COLUMN.service.eq(key.1))
                .exec(&self.db)
                .await?;
        }
        Ok(Taken::Yes)
    }

    /// Gives back the places of an order that ended without a filing.
    pub async fn release_places(&self, order: OrderId) -> Result<(), StoreError> {
        places::Entity::delete_many()
            .filter(places::COLUMN.order_id.eq(order.as_i64()))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

async fn used_places<C: ConnectionTrait>(
    db: &C,
    id: ResourceId,
    except: Option<OrderId>,
) -> Result<u32, StoreError> {
    let mut query = places::Entity::find().filter(places::COLUMN.resource_id.eq(id.as_i64()));
    if let Some(order) = except {
        query = query.filter(places::COLUMN.order_id.ne(order.as_i64()));
    }
    Ok(u32::try_from(query.count(db).await?).unwrap_or(u32::MAX))
}

fn read(model: resources::Model) -> Result<Resource, StoreError> {
    let row = RowName::new(RESOURCES, model.id);
    if model.starts_on > model.ends_on {
        return Err(row.bad("ends_on", Damage::Disagrees));
    }
    let place = model.place.map(|slug| row.read("place", Province::from_slug(&slug)));
    Ok(Resource {
        id: row.parsed("id", ResourceId::from_i64(model.id))?,
        account: row.parsed("account_id", AccountId::from_i64(model.account_id))?,
        instance: model.instance,
        name: model.name,
        addresses: row.json("addresses", &model.addresses)?,
        place: place.transpose()?,
        mode: row.read("mode", AccessMode::from_slug(&model.mode))?,
        billing: row.read("billing", Billing::from_slug(&model.billing))?,
        starts_on: model.starts_on,
        ends_on: model.ends_on,
        places: row.count("places", model.places)?,
    })
}
