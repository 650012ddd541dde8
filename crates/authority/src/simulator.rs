//! A stand-in for the 管局: the same wire on the same paths, a register of its own, the ministry's phone
//! check, and pages for the person who plays the bureau. Everything it knows survives a restart.

mod account;
mod asked;
mod blacklist;
mod bureau;
mod chance;
pub mod check_digit;
mod checks;
pub mod config;
mod control;
mod disk;
mod documents;
mod door;
mod examine;
pub mod faults;
mod intake;
mod misbehave;
mod origin;
mod outbox;
mod pages;
mod password;
mod phone;
mod policy;
mod push;
mod random;
mod register;
mod request;
mod script;
mod serve;
mod settings;
mod spoken;
mod state;
mod stored;
mod toml_file;
mod verdict;
mod window;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use chrono::{DateTime, Utc};

use bureau::{Bureau, Occasion};
use disk::{Disk, Log};
use documents::Documents;
use state::State;

pub use account::{Business, NoAccount, Seat, SimulatedAccount, Standing, read_accounts};
pub use config::{Clock, SimulatorConfig};
pub use disk::DiskError;
pub use push::{FieldError, read_regions};
pub use random::RandomFaults;
pub use request::Kind;
pub use script::{Push, Script};
pub use settings::{Hours, Limits, Policy, RefuseRule, Settings, SettingsError};
pub use state::Stage;
pub use toml_file::FileError;
pub use window::{NoWindow, Side, Span, Window};

/// The largest request: a document of 50 MB that does not compress, in base64, and some room.
const MAX_REQUEST: usize = 96 * 1024 * 1024;

/// A running stand-in. Cheap to clone; all clones share one state.
#[derive(Clone)]
pub struct Simulator {
    inner: Arc<Inner>,
}

struct Inner {
    config: SimulatorConfig,
    disk: Disk,
    documents: Documents,
    kept: Mutex<Kept>,
}

/// The state and the log that makes it last.
struct Kept {
    state: State,
    log: Log,
}

/// Takes back what was changed and not committed, also when a change panics.
struct Undo<'a>(&'a mut State);

impl Drop for Undo<'_> {
    fn drop(&mut self) {
        self.0.roll_back();
    }
}

/// Why the simulator could not do something.
#[derive(Debug, thiserror::Error)]
pub enum SimulatorError {
    /// Its directory cannot be read or written.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The key or offset of an account has a length AES does not have.
    #[error(transparent)]
    Key(#[from] crate::credentials::KeyLength),
    /// A setting says what cannot be.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// What was asked does not fit the stage of the filing.
    #[error("filing {id} is {stage}")]
    NotNow {
        /// The filing.
        id: i64,
        /// Its stage.
        stage: &'static str,
    },
    /// A field of a push cannot be used.
    #[error(transparent)]
    Field(#[from] FieldError),
    /// No such filing, person or file.
    #[error("not found")]
    Missing,
    /// A document of its own could not be written.
    #[error("a document could not be written: {0}")]
    Document(String),
    /// The background task of the request ended early.
    #[error("interrupted")]
    Interrupted,
}

impl Simulator {
    /// Opens the state in a directory, or begins with an empty one.
    pub fn open(directory: &Path, config: SimulatorConfig) -> Result<Self, SimulatorError> {
        for account in &config.accounts {
            account.file_key()?;
        }
        let disk = Disk::open(directory, config.durable)?;
        let mut state = State::default();
        let log = Log::open(directory, config.durable, &mut state)?;
        let (documents, kept) = (Documents::default(), Mutex::new(Kept { state, log }));
        let simulator = Self { inner: Arc::new(Inner { config, disk, documents, kept }) };
        simulator.change_at((simulator.inner.config.clock)(), None, |bureau| {
            bureau.begin(&bureau.config.settings)
        })?;
        Ok(simulator)
    }

    /// Everything it serves: the wire, the pages and the control interface.
    pub fn router(&self) -> Router {
        Router::new()
            .merge(door::routes())
            .merge(control::routes())
            .merge(password::routes())
            .merge(pages::routes())
            .layer(axum::middleware::from_fn(origin::same_origin))
            .layer(DefaultBodyLimit::max(MAX_REQUEST))
            .with_state(self.clone())
    }

    /// Does what has become due: content checks, missed phone checks, automatic approvals. Every request
    /// does the same first, so that calling this is needed only while nobody asks anything.
    pub fn tick(&self, now: DateTime<Utc>) -> Result<(), SimulatorError> {
        self.change_at(now, Some(Occasion::Tick), |_| Ok(()))
    }

    /// The seed that random faults are drawn from, if they are on.
    pub fn random_seed(&self) -> Option<u64> {
        let kept = self.inner.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.state.random.get(&0).map(|random| random.seed)
    }

    /// One change: everything it does is on disk before this returns, or nothing is.
    fn change<T>(
        &self,
        act: impl FnOnce(&mut Bureau<'_>) -> Result<T, SimulatorError>,
    ) -> Result<T, SimulatorError> {
        self.change_at((self.inner.config.clock)(), Some(Occasion::Request), act)
    }

    fn change_at<T>(
        &self,
        now: DateTime<Utc>,
        occasion: Option<Occasion>,
        act: impl FnOnce(&mut Bureau<'_>) -> Result<T, SimulatorError>,
    ) -> Result<T, SimulatorError> {
        let inner = &self.inner;
        // A panic while the lock was held has taken back its change.
        let mut kept = inner.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let Kept { state, log } = &mut *kept;
        let undo = Undo(state);
        let Inner { disk, documents, config, .. } = &**inner;
        if let Some(occasion) = occasion {
            Bureau { state: &mut *undo.0, disk, documents, config, now }.advance(occasion)?;
            log.commit(undo.0)?;
        }
        let result = act(&mut Bureau { state: &mut *undo.0, disk, documents, config, now })?;
        log.commit(undo.0)?;
        Ok(result)
    }

    /// [`Simulator::change`] off the async threads, since it writes to disk.
    async fn run<T: Send + 'static>(
        &self,
        act: impl FnOnce(&mut Bureau<'_>) -> Result<T, SimulatorError> + Send + 'static,
    ) -> Result<T, SimulatorError> {
        let simulator = self.clone();
        let task = tokio::task::spawn_blocking(move || simulator.change(act));
        task.await.map_err(|_| SimulatorError::Interrupted)?
    }
}
