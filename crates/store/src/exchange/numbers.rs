//! The numbers of files: one counter per authority account, without gaps.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use crate::entity::sequences;
use crate::error::{Damage, StoreError};
use crate::row::RowName;
use crate::store::{Store, Tx};

impl Store {
    /// The last number that was given to a file of this authority; 0 before the first.
    pub async fn last_sequence(&self, authority: &str) -> Result<i64, StoreError> {
        let row = sequences::Entity::find_by_id(authority).one(&self.db).await?;
        Ok(row.map_or(0, |row| row.last))
    }
}

impl Tx {
    /// The next number of an authority. Locked until the transaction ends and given back with it, so that
    /// numbers have no gaps.
    pub async fn next_sequence(&self, authority: &str) -> Result<i64, StoreError> {
        let first = sequences::ActiveModel { authority: Set(authority.into()), last: Set(0) };
        sequences::Entity::insert(first)
            .on_conflict(OnConflict::column(sequences::Column::Authority).do_nothing().to_owned())
            .exec_without_returning(&self.db)
            .await?;
        let row = sequences::Entity::find_by_id(authority).lock_exclusive().one(&self.db).await?;
        let missing = || RowName::keyed("sequences", authority.into()).bad("last", Damage::Value);
        let next = row.ok_or_else(missing)?.last + 1;
        sequences::Entity::update_many()
            .col_expr(sequences::COLUMN.last, Expr::value(next))
            .filter(sequences::COLUMN.authority.eq(authority))
            .exec(&self.db)
            .await?;
        Ok(next)
    }

    /// Sets the counter to what the authority says it had last, as when an account moves to this platform.
    pub async fn set_last_sequence(&self, authority: &str, last: i64) -> Result<(), StoreError> {
        let row = sequences::ActiveModel { authority: Set(authority.into()), last: Set(last) };
        let known = OnConflict::column(sequences::Column::Authority)
            .update_column(sequences::Column::Last)
            .to_owned();
        sequences::Entity::insert(row).on_conflict(known).exec_without_returning(&self.db).await?;
        Ok(())
    }
}
