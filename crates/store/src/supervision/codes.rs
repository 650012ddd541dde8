//! The code tables (基础代码) that an authority delivered, each as it came last.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use crate::entity::authority_codes;
use crate::error::StoreError;
use crate::row::{RowName, instant, stored_count};
use crate::store::{Store, Tx};

/// One delivered table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveredCodes {
    /// The table, by its stable name.
    pub name: String,
    /// Its rows as JSON.
    pub entries: String,
    /// How many rows.
    pub rows: u32,
    /// SHA-256 of the JSON.
    pub digest: Vec<u8>,
    /// The file that brought it.
    pub file_name: String,
    /// When that file was fetched.
    pub at: DateTime<Utc>,
}

/// Tells one state of an authority's tables from another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CodesVersion(Vec<(String, Vec<u8>)>);

impl CodesVersion {
    /// Whether nothing was delivered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Store {
    /// The tables an authority delivered, by name.
    pub async fn delivered_codes(&self, authority: &str) -> Result<Vec<DeliveredCodes>, StoreError> {
        let rows = authority_codes::Entity::find()
            .filter(authority_codes::COLUMN.authority.eq(authority))
            .order_by_asc(authority_codes::COLUMN.name)
            .all(&self.db)
            .await?;
        rows.into_iter()
            .map(|model| {
                let row = RowName::keyed("authority_codes", format!("{authority}/{}", model.name));
                Ok(DeliveredCodes {
                    rows: row.count("rows", model.rows)?,
                    name: model.name,
                    entries: model.entries,
                    digest: model.digest,
                    file_name: model.file_name,
                    at: model.at,
                })
            })
            .collect()
    }

    /// What tells whether the tables have changed.
    pub async fn codes_version(&self, authority: &str) -> Result<CodesVersion, StoreError> {
        let digests = authority_codes::Entity::find()
            .select_only()
            .column(authority_codes::COLUMN.name.0)
            .column(authority_codes::COLUMN.digest.0)
            .filter(authority_codes::COLUMN.authority.eq(authority))
            .order_by_asc(authority_codes::COLUMN.name)
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(CodesVersion(digests))
    }
}

impl Tx {
    /// Puts a delivered table in the place of what was known. One that came in an older file changes nothing.
    pub async fn put_codes(&self, authority: &str, codes: &DeliveredCodes) -> Result<(), StoreError> {
        let id = (authority.to_owned(), codes.name.clone());
        let stands = authority_codes::Entity::find_by_id(id).lock_exclusive().one(&self.db).await?;
        let model = authority_codes::ActiveModel {
            authority: Set(authority.into()),
            name: Set(codes.name.clone()),
            entries: Set(codes.entries.clone()),
            rows: Set(stored_count(codes.rows)),
            digest: Set(codes.digest.clone()),
            file_name: Set(codes.file_name.clone()),
            at: Set(instant(codes.at)),
        };
        match stands {
            None => drop(authority_codes::Entity::insert(model).exec_without_returning(&self.db).await?),
            Some(stands) if stands.at > instant(codes.at) => {}
            Some(_) => drop(authority_codes::Entity::update(model).exec(&self.db).await?),
        }
        Ok(())
    }
}
