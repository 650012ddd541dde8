//! The schema, step by step, one set of steps for both databases. A released step never changes.

mod m0001_accounts;
mod m0002_orders;
mod m0003_journal;
mod m0004_jobs;
mod m0005_resources;
mod m0006_register;
mod m0007_exchange;
mod m0008_batches;
mod m0010_supervision;
mod m0011_own_files;
mod m0012_due_of_kind;
mod m0013_verdicts;

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait as _};
use sea_orm_migration::sea_query::{
    ColumnDef, ForeignKey, ForeignKeyCreateStatement, Index, IndexCreateStatement, Table,
    TableCreateStatement,
};
use sea_orm_migration::{MigrationTrait, MigratorTrait, SchemaManager, seaql_migrations};

use crate::error::StoreError;

/// The key of the advisory lock under which PostgreSQL is migrated: "beian" in ASCII.
const LOCK: i64 = 0x62_65_69_61_6e;

pub(crate) struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_accounts::Step),
            Box::new(m0002_orders::Step),
            Box::new(m0003_journal::Step),
            Box::new(m0004_jobs::Step),
            Box::new(m0005_resources::Step),
            Box::new(m0006_register::Step),
            Box::new(m0007_exchange::Step),
            Box::new(m0008_batches::Step),
            Box::new(m0010_supervision::Step),
            Box::new(m0011_own_files::Step),
            Box::new(m0012_due_of_kind::Step),
            Box::new(m0013_verdicts::Step),
        ]
    }
}

/// Applies what is missing, or the next `steps` of it. SQLite's writer is alone already; PostgreSQL takes a
/// lock that ends with the transaction.
pub(crate) async fn up(tx: &DatabaseTransaction, steps: Option<u32>) -> Result<(), StoreError> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
    }
    Migrator::install(tx).await?;
    // Asked here and not by the migrator, which refuses a schema newer than the program.
    if pending(tx).await?.is_empty() {
        return Ok(());
    }
    Ok(Migrator::up(tx, steps).await?)
}

/// The names of the steps this program knows and the database lacks.
pub(crate) async fn pending<C: ConnectionTrait>(db: &C) -> Result<Vec<String>, StoreError> {
    let known = Migrator::migrations().into_iter().map(|step| step.name().to_owned());
    if !has_migration_table(db).await? {
        return Ok(known.collect());
    }
    let applied = seaql_migrations::Entity::find().all(db).await?;
    Ok(known.filter(|name| !applied.iter().any(|row| row.version == *name)).collect())
}

async fn has_migration_table<C: ConnectionTrait>(db: &C) -> Result<bool, DbErr> {
    let catalogue = if db.get_database_backend() == DbBackend::Postgres {
        "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename ="
    } else {
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name ="
    };
    let statement = format!("{catalogue} 'seaql_migrations'");
    let found = db.query_one_raw(sea_orm::Statement::from_string(db.get_database_backend(), statement));
    Ok(found.await?.is_some())
}

/// A table of these columns.
fn table(name: &'static str, columns: Vec<ColumnDef>) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(name);
    for column in columns {
        table.col(column);
    }
    table
}

/// A number of ours as the primary key.
fn id() -> ColumnDef {
    sea_orm_migration::schema::big_integer("id").primary_key().take()
}

/// A primary key of several columns.
fn key(columns: &[&'static str]) -> IndexCreateStatement {
    let mut key = Index::create();
    for column in columns {
        key.col(*column);
    }
    key.primary().take()
}

fn reference(table: &'static str, column: &'static str, to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("{table}_{column}")).from(table, column).to(to, "id").take()
}

fn index(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

fn unique(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    index(name, table, columns).unique().take()
}

async fn create(
    manager: &SchemaManager<'_>,
    tables: Vec<TableCreateStatement>,
    indexes: Vec<IndexCreateStatement>,
) -> Result<(), DbErr> {
    for table in tables {
        manager.create_table(table).await?;
    }
    for index in indexes {
        manager.create_index(index).await?;
    }
    Ok(())
}

/// Declares a step by its stable name and what it creates.
macro_rules! step {
    ($name:literal, $create:expr) => {
        pub(super) struct Step;

        impl sea_orm_migration::MigrationName for Step {
            fn name(&self) -> &'static str {
                $name
            }
        }

        #[sea_orm_migration::async_trait::async_trait]
        impl sea_orm_migration::MigrationTrait for Step {
            async fn up(
                &self,
                manager: &sea_orm_migration::SchemaManager,
            ) -> Result<(), sea_orm_migration::DbErr> {
                let (tables, indexes) = $create;
                super::create(manager, tables, indexes).await
            }
        }
    };
}
use step;

#[cfg(test)]
mod tests;
