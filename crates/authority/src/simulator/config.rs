//! What a simulator is told at its start: accounts, clock, chance, habits.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::account::SimulatedAccount;
use super::script::Script;
use super::settings::Settings;
use crate::codes::CodeEntry;

/// Where the simulator reads the time; a test hands in its own.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// How a simulator is set up.
#[derive(Clone)]
pub struct SimulatorConfig {
    /// The providers it knows; unit ids and user names differ.
    pub accounts: Vec<SimulatedAccount>,
    /// Its clock.
    pub clock: Clock,
    /// Seed of the six-digit codes, of filing passwords, and of chance that has no seed of its own; the same seed
    /// brings the same.
    pub seed: u64,
    /// How the bureau behaves. Taken over at every start that says something else than the last one; in
    /// between, what the settings page and the control interface say stays.
    pub settings: Settings,
    /// Break base64 every 76 characters, as real bureaus do.
    pub wrapped_base64: bool,
    /// What was answered survives a power cut, not only the end of the process.
    pub durable: bool,
    /// Deliver every base code table at the first download of a provider, where the settings say nothing.
    pub deliver_codes: bool,
    /// The whole table of regions; without it none is delivered.
    pub regions: Vec<CodeEntry>,
    /// Faults and files of the start; played once in a directory, and again when the script is another.
    pub script: Option<Script>,
}

impl SimulatorConfig {
    /// One demo account, phone check on, approval by hand.
    pub fn demo(clock: Clock, seed: u64) -> Self {
        Self {
            accounts: vec![SimulatedAccount::demo()],
            clock,
            seed,
            settings: Settings::default(),
            wrapped_base64: true,
            durable: true,
            deliver_codes: false,
            regions: Vec::new(),
            script: None,
        }
    }

    /// The account of a provider.
    pub(super) fn account(&self, isp_id: i64) -> Option<&SimulatedAccount> {
        self.accounts.iter().find(|account| account.isp_id == isp_id)
    }

    /// The letters of a provider's bureau, as they stand in file names.
    pub(super) fn letters(&self, isp_id: i64) -> &'static str {
        self.account(isp_id).map_or("SIM", |account| account.seat.letters())
    }
}
