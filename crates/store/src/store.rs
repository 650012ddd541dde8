//! The pool, transactions, migrating, and whether the database is ready.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait as _,
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::StoreError;
use crate::migration;
use crate::seal::{Chance, Keyring, Seal};

/// How long a statement of SQLite waits for a writer outside this process.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// How long a caller waits for a connection or for its turn to write.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(15);

/// Where the database is and how to use it.
#[derive(Clone)]
pub struct Settings {
    /// `sqlite://path` or `postgres://user@host/name`.
    pub url: String,
    /// The most connections of the pool.
    pub max_connections: u32,
    /// The keys for personal data.
    pub keyring: Keyring,
    /// Unpredictable bytes, for nonces.
    pub chance: Chance,
}

/// Without the address, which may carry a password.
impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings").field("max_connections", &self.max_connections).finish_non_exhaustive()
    }
}

/// The database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) db: DatabaseConnection,
    pub(crate) seal: Arc<Seal>,
    /// SQLite has one writer: waiting here is fair, waiting there is polling.
    turns: Option<Arc<Semaphore>>,
}

/// A transaction that may write. Dropped without [`Tx::commit`], it leaves no trace.
#[derive(Debug)]
pub struct Tx {
    pub(crate) db: DatabaseTransaction,
    pub(crate) seal: Arc<Seal>,
    _turn: Option<OwnedSemaphorePermit>,
}

impl Store {
    /// Connects. An SQLite file is created when absent; nothing is migrated.
    pub async fn open(settings: &Settings) -> Result<Self, StoreError> {
        let mut options = ConnectOptions::new(settings.url.clone());
        options
            .max_connections(settings.max_connections.max(1))
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .sqlx_logging(false)
            .map_sqlx_sqlite_opts(|sqlite| {
                sqlite
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    // A filing that was told to be stored must survive a power cut.
                    .synchronous(SqliteSynchronous::Full)
                    .busy_timeout(BUSY_TIMEOUT)
                    .foreign_keys(true)
            });
        let db = Database::connect(options).await?;
        let one_writer = db.get_database_backend() == DbBackend::Sqlite;
        Ok(Self {
            db,
            seal: Arc::new(Seal::new(settings.keyring.clone(), settings.chance.clone())),
            turns: one_writer.then(|| Arc::new(Semaphore::new(1))),
        })
    }

    /// Begins a transaction that may write: at once the writer on SQLite, `READ COMMITTED` with row locks on
    /// PostgreSQL. Never begin a second one while holding the first.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        let turn = match &self.turns {
            None => None,
            Some(turns) => {
                let turn = tokio::time::timeout(ACQUIRE_TIMEOUT, turns.clone().acquire_owned());
                let turn = turn.await.map_err(|_| StoreError::Down("waited too long to write".into()))?;
                Some(turn.expect("the semaphore is never closed"))
            }
        };
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let db = self.db.begin_with_options(options).await?;
        Ok(Tx { db, seal: self.seal.clone(), _turn: turn })
    }

    /// Brings the schema up to this program's, all or nothing. Harmless when it is there already, and safe
    /// when several processes do it at once. A schema newer than the program is left alone.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        migration::up(&tx.db, None).await?;
        tx.commit().await
    }

    /// Whether the database answers and has the schema this program needs; [`StoreError::Down`] otherwise.
    pub async fn ready(&self) -> Result<(), StoreError> {
        self.db.ping().await?;
        let pending = migration::pending(&self.db).await?;
        if pending.is_empty() {
            Ok(())
        } else {
            Err(StoreError::Down(format!("migrations pending: {}", pending.join(", "))))
        }
    }

    /// Closes the pool after the statements under way.
    pub async fn close(self) -> Result<(), StoreError> {
        Ok(self.db.close().await?)
    }
}

impl Tx {
    /// Makes others who want to hold the same key wait until the transaction ends, where no row could be locked
    /// for it. On SQLite they wait anyway.
    pub(crate) async fn hold(&self, what: &str, key: &str) -> Result<(), StoreError> {
        if self.db.get_database_backend() == DbBackend::Postgres {
            let digest = self.seal.digest(what, key.as_bytes());
            let number = digest.first_chunk().map_or(0, |first| i64::from_be_bytes(*first));
            let lock = "SELECT pg_advisory_xact_lock($1)";
            let lock = Statement::from_sql_and_values(DbBackend::Postgres, lock, [number.into()]);
            self.db.execute_raw(lock).await?;
        }
        Ok(())
    }

    /// Makes everything done in the transaction stand.
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.db.commit().await?)
    }
}
