//! Reading rows: which row it is, and what to say when a value in it is not what it should be.

use beian_domain::Invalid;
use chrono::{DateTime, SubsecRound as _, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Damage, StoreError};

/// A row by its table and key: names it in errors and binds what is sealed in it to its place.
#[derive(Debug, Clone)]
pub(crate) struct RowName {
    pub(crate) table: &'static str,
    pub(crate) key: String,
}

impl RowName {
    /// The row of `table` with this number.
    pub(crate) fn new(table: &'static str, key: i64) -> Self {
        Self { table, key: key.to_string() }
    }

    /// The row of `table` whose key is not one number.
    pub(crate) fn keyed(table: &'static str, key: String) -> Self {
        Self { table, key }
    }

    pub(crate) fn bad(&self, column: &'static str, damage: Damage) -> StoreError {
        StoreError::Bad { table: self.table, column, id: self.key.clone(), damage }
    }

    /// A value that was read, or the row is bad.
    pub(crate) fn read<T>(&self, column: &'static str, value: Option<T>) -> Result<T, StoreError> {
        value.ok_or_else(|| self.bad(column, Damage::Value))
    }

    /// A value that was parsed, or the row is bad.
    pub(crate) fn parsed<T>(&self, column: &'static str, value: Result<T, Invalid>) -> Result<T, StoreError> {
        value.map_err(|_| self.bad(column, Damage::Value))
    }

    /// An optional number read as an id.
    pub(crate) fn some_id<T>(
        &self,
        column: &'static str,
        value: Option<i64>,
        parse: fn(i64) -> Result<T, Invalid>,
    ) -> Result<Option<T>, StoreError> {
        value.map(|value| self.parsed(column, parse(value))).transpose()
    }

    /// A count, which the database keeps as a signed number.
    pub(crate) fn count<T: TryFrom<i32>>(&self, column: &'static str, value: i32) -> Result<T, StoreError> {
        self.read(column, T::try_from(value).ok())
    }

    /// JSON that is not sealed.
    pub(crate) fn json<T: DeserializeOwned>(
        &self,
        column: &'static str,
        text: &str,
    ) -> Result<T, StoreError> {
        self.read(column, serde_json::from_str(text).ok())
    }
}

/// JSON text of one of our own types.
pub(crate) fn json_text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("our own types have text keys and no failing serialiser")
}

/// An instant as both databases keep it: PostgreSQL holds microseconds, so SQLite gets no more.
pub(crate) fn instant(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(6)
}

/// A count as the database keeps it; our counts stay far below.
pub(crate) fn stored_count(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
