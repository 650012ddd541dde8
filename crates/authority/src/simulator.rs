//! A stand-in for the 管局: the same wire on the same paths, a register of its own, the ministry's phone
//! check, and pages for the person who plays the bureau. Everything it knows survives a restart.

mod bureau;
pub mod check_digit;
mod checks;
pub mod config;
mod control;
mod disk;
mod door;
mod examine;
pub mod faults;
mod intake;
mod origin;
mod outbox;
mod pages;
mod password;
mod phone;
mod register;
mod serve;
mod state;
mod verdict;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use chrono::{DateTime, Utc};

use bureau::Bureau;
use disk::Disk;
use state::State;

pub use config::{Clock, Hours, SimulatedAccount, SimulatorConfig, Standing};
pub use disk::DiskError;
pub use state::Stage;

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
    state: Mutex<State>,
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
    /// What was asked does not fit the stage of the filing.
    #[error("filing {id} is {stage}")]
    NotNow {
        /// The filing.
        id: i64,
        /// Its stage.
        stage: &'static str,
    },
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
        let disk = Disk::open(directory)?;
        let mut state = disk.load()?.unwrap_or_else(|| State::new(&config));
        for account in &config.accounts {
            account.file_key()?;
            state.accounts.entry(account.isp_id).or_default();
        }
        disk.save(&state)?;
        Ok(Self { inner: Arc::new(Inner { config, disk, state: Mutex::new(state) }) })
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
        self.change_at(now, |_| Ok(()))
    }

    /// One change: everything it does is on disk before this returns, or nothing is.
    fn change<T>(
        &self,
        act: impl FnOnce(&mut Bureau<'_>) -> Result<T, SimulatorError>,
    ) -> Result<T, SimulatorError> {
        self.change_at((self.inner.config.clock)(), act)
    }

    fn change_at<T>(
        &self,
        now: DateTime<Utc>,
        act: impl FnOnce(&mut Bureau<'_>) -> Result<T, SimulatorError>,
    ) -> Result<T, SimulatorError> {
        // A panic while holding the lock leaves the state of before the change: it is replaced at the end.
        let mut kept = self.inner.state.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bureau =
            Bureau { state: kept.clone(), disk: &self.inner.disk, config: &self.inner.config, now };
        bureau.advance()?;
        let result = act(&mut bureau)?;
        if bureau.state != *kept {
            self.inner.disk.save(&bureau.state)?;
            *kept = bureau.state;
        }
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
