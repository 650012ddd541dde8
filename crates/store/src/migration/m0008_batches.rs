//! Many filings in one file: the members of each upload, its name, whether it was answered; and when the bytes
//! of a file were removed.

use sea_orm::ConnectionTrait as _;
use sea_orm_migration::schema::{
    big_integer, integer, text_null, timestamp_with_time_zone_null as instant_null,
};
use sea_orm_migration::sea_query::{ColumnDef, IndexCreateStatement, Table, TableCreateStatement};
use sea_orm_migration::{DbErr, MigrationName, MigrationTrait, SchemaManager, async_trait};

use super::{create, index, key, reference, table};

pub(super) struct Step;

impl MigrationName for Step {
    fn name(&self) -> &'static str {
        "m0008_batches"
    }
}

/// A file of an older program holds one filing, which stays in the columns it has always stood in. What was
/// settled and no longer stands with the authority was answered.
const BACKFILL: &[&str] = &[
    "INSERT INTO upload_items (upload_id, position, order_id, account_id, snapshot_id) \
     SELECT id, 0, order_id, account_id, snapshot_id FROM uploads",
    "UPDATE uploads SET answered_at = settled_at WHERE NOT EXISTS (SELECT 1 FROM orders \
     WHERE orders.id = uploads.order_id AND orders.stage IN ('sending', 'phone-check', 'with-authority'))",
];

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            manager.alter_table(Table::alter().table(table).add_column(column).take()).await?;
        }
        create(manager, vec![items()], indexes()).await?;
        for statement in BACKFILL {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("uploads", text_null("entry_name")),
        ("uploads", instant_null("answered_at")),
        ("uploads", instant_null("swept_at")),
        ("downloads", instant_null("swept_at")),
    ]
}

fn items() -> TableCreateStatement {
    let columns = vec![
        big_integer("upload_id"),
        integer("position"),
        big_integer("order_id"),
        big_integer("account_id"),
        big_integer("snapshot_id"),
    ];
    table("upload_items", columns)
        .primary_key(&mut key(&["upload_id", "position"]))
        .foreign_key(&mut reference("upload_items", "upload_id", "uploads"))
        .foreign_key(&mut reference("upload_items", "snapshot_id", "snapshots"))
        .take()
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("upload_items_order", "upload_items", &["order_id", "snapshot_id"]),
        index("uploads_name", "uploads", &["authority", "entry_name"]),
        index("uploads_answered", "uploads", &["authority", "answered_at"]),
        index("uploads_swept", "uploads", &["swept_at", "settled_at"]),
        index("downloads_swept", "downloads", &["swept_at", "acknowledged_at"]),
    ]
}
