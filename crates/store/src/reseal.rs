//! Rotating keys: seals again, in batches, what is sealed under another key than the current.
//!
//! The journal is left as it is: its digests cover the sealed bytes. Older keys stay in the keyring for it.

use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Query};
use sea_orm::{ConnectionTrait as _, Order};

use crate::error::StoreError;
use crate::row::RowName;
use crate::seal::{KEY_ID_BYTES, key_header};
use crate::store::{Store, Tx};

/// Every sealed column that can be sealed again. All these tables have a number as their key.
const SEALED: &[(&str, &[&str])] = &[
    ("accounts", &["name"]),
    ("users", &["email", "name"]),
    ("staff", &["email", "name"]),
    ("orders", &["stage_facts", "answers", "subject_name"]),
    ("snapshots", &["content", "findings"]),
    ("evidence", &["content"]),
    ("jobs", &["payload"]),
    ("notices", &["recipient", "facts", "receipt"]),
    ("filed_subjects", &["content"]),
    ("filed_services", &["content"]),
    ("uploads", &["bytes"]),
    ("downloads", &["bytes"]),
    ("matters", &["content", "comment"]),
    ("matter_deliveries", &["content"]),
    ("verdicts", &["opinion", "note"]),
];

impl Store {
    /// Seals up to `batch` values again; tells how many. Repeat until none is left.
    pub async fn reseal(&self, batch: u64) -> Result<u64, StoreError> {
        let mut done = 0;
        for (table, columns) in SEALED {
            for column in *columns {
                if done < batch {
                    done += self.reseal_column(table, column, batch - done).await?;
                }
            }
        }
        Ok(done)
    }

    async fn reseal_column(
        &self,
        table: &'static str,
        column: &'static str,
        batch: u64,
    ) -> Result<u64, StoreError> {
        let tx = self.begin().await?;
        let found = tx.sealed_otherwise(table, column, batch).await?;
        for (id, sealed) in &found {
            let row = RowName::new(table, *id);
            let plain = self.seal.open_bytes(&row, column, sealed)?;
            let again = Query::update()
                .table(table)
                .value(column, self.seal.bytes(&row, column, &plain))
                .and_where(Expr::col("id").eq(*id))
                .take();
            tx.db.execute(&again).await?;
        }
        tx.commit().await?;
        Ok(u64::try_from(found.len()).unwrap_or(u64::MAX))
    }
}

impl Tx {
    /// Rows whose value tells another key number than the current; locked until the transaction ends.
    async fn sealed_otherwise(
        &self,
        table: &'static str,
        column: &'static str,
        batch: u64,
    ) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
        let length = i32::try_from(KEY_ID_BYTES).unwrap_or(i32::MAX);
        let key = Func::cust("substr").arg(Expr::col(column)).arg(2).arg(length);
        let current = key_header(self.seal.current_key()).to_vec();
        let query = Query::select()
            .column("id")
            .column(column)
            .from(table)
            .and_where(Expr::from(key).ne(current))
            .order_by("id", Order::Asc)
            .limit(batch)
            .lock_exclusive()
            .take();
        let rows = self.db.query_all(&query).await?;
        rows.iter().map(|row| Ok((row.try_get("", "id")?, row.try_get("", column)?))).collect()
    }
}
