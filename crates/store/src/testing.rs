//! A fresh, migrated database for each test, on every configured backend.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::sync::Arc;

use sea_orm::{ConnectionTrait as _, Database, DbErr};
use tempfile::TempDir;

use crate::exchange::Upload;
use crate::seal::{Chance, Cipher, Keyring};
use crate::store::{Settings, Store};

/// Where tests find a PostgreSQL server that lets them create databases.
pub const POSTGRES: &str = "BEIAN_TEST_POSTGRES";

/// A kind of database tests run on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// A file in a temporary directory.
    Sqlite,
    /// A database of its own on the server that `BEIAN_TEST_POSTGRES` names.
    Postgres,
}

/// A database that ends with the test.
#[derive(Debug)]
pub struct TestDb {
    /// `sqlite` or `postgres`, for messages.
    pub backend: &'static str,
    /// The migrated database.
    pub store: Store,
    settings: Settings,
    directory: TempDir,
    server: Option<(String, String)>,
}

impl TestDb {
    /// One database per backend: SQLite always, PostgreSQL when `BEIAN_TEST_POSTGRES` names a server.
    ///
    /// # Panics
    /// When a backend cannot be had: a test on half the backends would prove half.
    pub async fn all() -> Vec<Self> {
        let mut all = vec![Self::sqlite().await];
        if let Some(server) = postgres_server() {
            all.push(Self::postgres(&server).await);
        }
        for db in &all {
            db.store.migrate().await.expect("a fresh database migrates");
        }
        all
    }

    /// One database per backend without a schema.
    ///
    /// # Panics
    /// When a backend cannot be had.
    pub async fn all_empty() -> Vec<Self> {
        let mut all = vec![Self::sqlite().await];
        if let Some(server) = postgres_server() {
            all.push(Self::postgres(&server).await);
        }
        all
    }

    /// A fresh, migrated database on one backend; `None` where no PostgreSQL server is named.
    ///
    /// # Panics
    /// When the backend is there but cannot be had.
    pub async fn on(backend: Backend) -> Option<Self> {
        let db = match backend {
            Backend::Sqlite => Self::sqlite().await,
            Backend::Postgres => Self::postgres(&postgres_server()?).await,
        };
        db.store.migrate().await.expect("a fresh database migrates");
        Some(db)
    }

    /// A fresh, migrated database on the PostgreSQL server at this address.
    ///
    /// # Panics
    /// When the server does not let us have one.
    pub async fn at(server: &str) -> Self {
        let db = Self::postgres(server).await;
        db.store.migrate().await.expect("a fresh database migrates");
        db
    }

    async fn sqlite() -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let url = format!("sqlite://{}", directory.path().join("beian.sqlite").display());
        Self::open("sqlite", url, directory, None).await
    }

    async fn postgres(server: &str) -> Self {
        let name = format!("beian_test_{:016x}", draw());
        on_server(server, &format!("CREATE DATABASE {name}"))
            .await
            .expect("the server lets us create databases");
        let (base, _) = server.rsplit_once('/').expect("the address names a database");
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        Self::open("postgres", format!("{base}/{name}"), directory, Some((server.to_owned(), name))).await
    }

    async fn open(
        backend: &'static str,
        url: String,
        directory: TempDir,
        server: Option<(String, String)>,
    ) -> Self {
        let settings = Settings { url, max_connections: 8, keyring: keyring(1), chance: chance() };
        let store = Store::open(&settings).await.expect("a fresh database opens");
        Self { backend, store, settings, directory, server }
    }

    /// How the database was opened, for opening it again with other keys.
    pub fn settings(&self) -> Settings {
        self.settings.clone()
    }

    /// A directory that ends with the test, which holds the SQLite file.
    pub fn directory(&self) -> &std::path::Path {
        self.directory.path()
    }

    /// The same database from another process' point of view, with these keys.
    ///
    /// # Panics
    /// When it cannot be opened.
    pub async fn reopen(&self, keyring: Keyring) -> Store {
        let settings = Settings { keyring, ..self.settings.clone() };
        Store::open(&settings).await.expect("the database opens again")
    }

    /// Does what only somebody with the database password could do: any statement.
    ///
    /// # Panics
    /// When the statement fails.
    pub async fn tamper(&self, statement: &str) {
        self.store.db.execute_unprepared(statement).await.expect("the statement runs");
    }
}

impl TestDb {
    /// Puts other bytes in the place of a file's, as a fault of ours would.
    ///
    /// # Panics
    /// When it cannot be done.
    pub async fn replace_upload(&self, upload: &Upload) {
        let id = upload.id.as_i64();
        self.tamper(&format!("DELETE FROM upload_items WHERE upload_id = {id}")).await;
        self.tamper(&format!("DELETE FROM uploads WHERE id = {id}")).await;
        let tx = self.store.begin().await.expect("the database answers");
        tx.insert_upload(upload).await.expect("its place is free");
        tx.commit().await.expect("the database answers");
    }
}

impl Drop for TestDb {
    fn drop(&mut self) {
        let Some((server, name)) = self.server.take() else { return };
        // A thread of its own, for the test's runtime cannot wait here.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.map(|runtime| {
                runtime.block_on(on_server(&server, &format!("DROP DATABASE {name} WITH (FORCE)")))
            })
        });
        if !matches!(dropped.join(), Ok(Ok(Ok(())))) {
            tracing::warn!("a test database was left behind");
        }
    }
}

/// The keys tests use: 1 to 3, of which `current` seals.
///
/// # Panics
/// When `current` is none of them.
pub fn keyring(current: u32) -> Keyring {
    let keys = [(1, [1; 32]), (2, [2; 32]), (3, [3; 32])];
    Keyring::new(current, keys, [9; 32], Cipher::Aes256Gcm).expect("the current key is one of them")
}

/// Chance that differs from run to run; good enough for tests alone.
pub fn chance() -> Chance {
    Arc::new(|buffer: &mut [u8]| {
        for chunk in buffer.chunks_mut(8) {
            chunk.copy_from_slice(&draw().to_be_bytes()[..chunk.len()]);
        }
    })
}

fn draw() -> u64 {
    RandomState::new().build_hasher().finish()
}

#[expect(clippy::disallowed_methods, reason = "tests have no configuration but the environment")]
fn postgres_server() -> Option<String> {
    std::env::var(POSTGRES).ok().filter(|server| !server.is_empty())
}

async fn on_server(server: &str, statement: &str) -> Result<(), DbErr> {
    let db = Database::connect(server).await?;
    db.execute_unprepared(statement).await?;
    db.close().await
}
