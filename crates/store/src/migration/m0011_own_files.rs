//! Files of the operator's own: an upload need not carry an order.

use sea_orm::{ConnectionTrait as _, DbBackend};
use sea_orm_migration::{DbErr, MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Step;

impl MigrationName for Step {
    fn name(&self) -> &'static str {
        "m0011_own_files"
    }
}

const POSTGRES: &[&str] = &["ALTER TABLE uploads ALTER COLUMN account_id DROP NOT NULL, \
     ALTER COLUMN order_id DROP NOT NULL, ALTER COLUMN snapshot_id DROP NOT NULL"];

/// SQLite cannot change a column: both tables are made anew, the one that refers to the other first. Renaming
/// a table takes along what refers to it.
const SQLITE: &[&str] = &[
    "CREATE TABLE new_uploads (id integer NOT NULL PRIMARY KEY, account_id integer, \
     authority text NOT NULL, sequence integer NOT NULL, order_id integer, snapshot_id integer, \
     bytes blob NOT NULL, md5 text NOT NULL, state text NOT NULL, code integer, \
     at timestamp_with_timezone_text NOT NULL, settled_at timestamp_with_timezone_text, entry_name text, \
     answered_at timestamp_with_timezone_text, swept_at timestamp_with_timezone_text, \
     CONSTRAINT uploads_snapshot_id FOREIGN KEY (snapshot_id) REFERENCES snapshots (id))",
    "INSERT INTO new_uploads SELECT id, account_id, authority, sequence, order_id, snapshot_id, bytes, md5, \
     state, code, at, settled_at, entry_name, answered_at, swept_at FROM uploads",
    "CREATE TABLE new_items (upload_id integer NOT NULL, position integer NOT NULL, order_id integer NOT NULL, \
     account_id integer NOT NULL, snapshot_id integer NOT NULL, PRIMARY KEY (upload_id, position), \
     CONSTRAINT upload_items_upload_id FOREIGN KEY (upload_id) REFERENCES new_uploads (id), \
     CONSTRAINT upload_items_snapshot_id FOREIGN KEY (snapshot_id) REFERENCES snapshots (id))",
    "INSERT INTO new_items SELECT upload_id, position, order_id, account_id, snapshot_id FROM upload_items",
    "DROP TABLE upload_items",
    "DROP TABLE uploads",
    "ALTER TABLE new_uploads RENAME TO uploads",
    "ALTER TABLE new_items RENAME TO upload_items",
    "CREATE UNIQUE INDEX uploads_sequence ON uploads (authority, sequence)",
    "CREATE INDEX uploads_state ON uploads (authority, state, sequence)",
    "CREATE INDEX uploads_order ON uploads (order_id, sequence)",
    "CREATE INDEX uploads_name ON uploads (authority, entry_name)",
    "CREATE INDEX uploads_answered ON uploads (authority, answered_at)",
    "CREATE INDEX uploads_swept ON uploads (swept_at, settled_at)",
    "CREATE INDEX upload_items_order ON upload_items (order_id, snapshot_id)",
];

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let postgres = manager.get_database_backend() == DbBackend::Postgres;
        for statement in if postgres { POSTGRES } else { SQLITE } {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }
}
