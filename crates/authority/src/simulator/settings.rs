//! How the bureau behaves: hours, maintenance, limits, and what it decides by itself. The start says it first;
//! the settings page and the control interface may change it, and it stays so until a start says otherwise.

use serde::{Deserialize, Serialize};

use super::window::Window;

/// How the bureau behaves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Whether persons in charge must pass the phone check (短信核验).
    pub phone_check: bool,
    /// Decide by itself after so many seconds of waiting; 0: by hand.
    pub approve_after_seconds: u64,
    /// What is refused when the bureau decides by itself.
    pub policy: Policy,
    /// 备案密码 of every subject that is filed from now on; without it each gets one of its own.
    pub filing_password: Option<String>,
    /// When calls are taken, in Beijing hours; outside them the answer is code 20.
    pub hours: Option<Hours>,
    /// When the bureau is under maintenance (codes 901 and 902).
    pub maintenance: Vec<Window>,
    /// Whether a provider gets every base code table (JCDM) at its first download; without it as the simulator was
    /// set up.
    pub deliver_codes: Option<bool>,
    /// How much it can do.
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            phone_check: true,
            approve_after_seconds: 0,
            policy: Policy::default(),
            filing_password: None,
            hours: None,
            maintenance: Vec::new(),
            deliver_codes: None,
            limits: Limits::default(),
        }
    }
}

/// From which hour (included) to which (excluded), Beijing time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// First hour.
    pub from: u32,
    /// Hour after the last.
    pub until: u32,
}

/// What the bureau can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// So many uploads of one provider may wait for their examination; the next is answered with code 15.
    pub waiting_files: usize,
    /// So many uploads are examined per tick (one second in the command). Without it everything is examined
    /// at once, at the next call or tick.
    pub examined_per_tick: Option<usize>,
    /// So many requests of one provider may be open on one subject; the next change is refused with code 1051.
    pub open_requests: usize,
    /// How often the password of one filing may be checked within an hour; beyond it the answer is code 22.
    pub password_tries: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { waiting_files: 50, examined_per_tick: None, open_requests: 5, password_tries: 5 }
    }
}

/// What the bureau refuses when it decides by itself; it approves the rest.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// The first rule that fits decides.
    pub refuse: Vec<RefuseRule>,
    /// Refused by chance, from 0 (none) to 1 (all).
    pub refuse_rate: f64,
    /// The opinion of refusals by chance.
    pub refuse_opinion: Option<String>,
    /// Seed of this chance; without it the simulator's own.
    pub seed: Option<u64>,
}

/// A filing that is refused for its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefuseRule {
    /// Refuse filings of organisers whose name contains this.
    pub name_contains: String,
    /// What is said (审核意见).
    pub opinion: String,
    /// Result codes besides 1002.
    #[serde(default)]
    pub codes: Vec<i64>,
}

/// What cannot be a setting.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// Hours of a day go from 0 to 24, and the first comes before the last.
    #[error("hours: from {from} until {until} is no part of a day")]
    Hours {
        /// First hour.
        from: u32,
        /// Hour after the last.
        until: u32,
    },
    /// A key nobody knows, or a value of another kind.
    #[error("{0}")]
    Unreadable(String),
    /// A rate is a number from 0 to 1.
    #[error("{0}: a rate is a number from 0 to 1")]
    Rate(&'static str),
}

impl Settings {
    /// Whether it can be followed.
    pub fn check(&self) -> Result<(), SettingsError> {
        if let Some(Hours { from, until }) = self.hours
            && (from >= until || until > 24)
        {
            return Err(SettingsError::Hours { from, until });
        }
        check_rate("refuse_rate", self.policy.refuse_rate)
    }
}

/// Whether a number can be a rate.
pub(super) fn check_rate(key: &'static str, rate: f64) -> Result<(), SettingsError> {
    if (0.0..=1.0).contains(&rate) { Ok(()) } else { Err(SettingsError::Rate(key)) }
}
