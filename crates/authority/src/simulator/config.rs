//! What a simulator is told at its start: accounts, clock, chance, habits.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::client::Account;
use crate::credentials::{FileKey, KeyLength, Secret};

/// Where the simulator reads the time; a test hands in its own.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// How a simulator is set up.
#[derive(Clone)]
pub struct SimulatorConfig {
    /// The providers it knows.
    pub accounts: Vec<SimulatedAccount>,
    /// Its clock.
    pub clock: Clock,
    /// Seed of the six-digit codes and the filing passwords; the same seed draws the same ones.
    pub seed: u64,
    /// Whether persons in charge must pass the phone check (短信核验).
    pub phone_check: bool,
    /// Approve by itself after so many seconds of waiting; 0: by hand. Only used for a new directory,
    /// afterwards the settings page decides.
    pub approve_after_seconds: u64,
    /// Break base64 every 76 characters, as real bureaus do.
    pub wrapped_base64: bool,
    /// When calls are taken, in Beijing hours; outside them the answer is code 20.
    pub hours: Option<Hours>,
    /// How often the password of one filing may be checked within an hour; beyond it the answer is code 22.
    pub password_tries: usize,
}

impl SimulatorConfig {
    /// One demo account, phone check on, approval by hand.
    pub fn demo(clock: Clock, seed: u64) -> Self {
        Self {
            accounts: vec![SimulatedAccount::demo()],
            clock,
            seed,
            phone_check: true,
            approve_after_seconds: 0,
            wrapped_base64: true,
            hours: None,
            password_tries: 5,
        }
    }
}

/// From which hour (included) to which (excluded), Beijing time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// First hour.
    pub from: u32,
    /// Hour after the last.
    pub until: u32,
}

/// One provider as the bureau knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimulatedAccount {
    /// Unit id (报备单位ID).
    pub isp_id: i64,
    /// User name.
    pub user_name: String,
    /// Password.
    pub password: String,
    /// AES key and offset; without them files travel unencrypted.
    pub key: Option<(String, String)>,
    /// Whether the bureau lets it in.
    pub standing: Standing,
}

/// Whether the bureau lets a provider in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It may file.
    Open,
    /// Its server address is not registered (code 12).
    AddressUnknown,
    /// It belongs to another province (code 13).
    OtherProvince,
    /// Its permission is not opened yet (code 19).
    NotOpened,
}

impl SimulatedAccount {
    /// The account of demos and of the sandbox. The credentials are public and worth nothing.
    pub fn demo() -> Self {
        Self {
            isp_id: 1001,
            user_name: "demo".to_owned(),
            password: "demo-Pass01".to_owned(),
            key: Some(("SIMULATOR-KEY-01".to_owned(), "SIMULATOR-IV--01".to_owned())),
            standing: Standing::Open,
        }
    }

    /// The same account as a provider configures it.
    pub fn for_client(&self) -> Result<Account, KeyLength> {
        Ok(Account {
            isp_id: self.isp_id,
            user_name: self.user_name.clone(),
            password: Secret::new(self.password.clone()),
            key: self.file_key()?,
        })
    }

    pub(super) fn file_key(&self) -> Result<Option<FileKey>, KeyLength> {
        self.key.as_ref().map(|(key, offset)| FileKey::new(key, offset)).transpose()
    }
}
