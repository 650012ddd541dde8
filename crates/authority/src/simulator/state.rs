//! Everything the simulator remembers.

use std::collections::{BTreeMap, VecDeque};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::SimulatorConfig;
use super::faults::Fault;
use super::password::Passwords;
use super::phone::PhoneCheck;
use super::register::Register;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct State {
    pub accounts: BTreeMap<i64, AccountState>,
    pub filings: BTreeMap<i64, FilingState>,
    pub register: Register,
    #[serde(default)]
    pub passwords: Passwords,
    pub settings: Settings,
    pub faults: VecDeque<Fault>,
    /// How many codes were drawn so far.
    pub drawn: u64,
    /// How many download files were written so far.
    pub files: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Settings {
    /// 0: approve by hand.
    pub approve_after_seconds: u64,
}

/// What the bureau keeps for one provider.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct AccountState {
    pub last_sequence: i64,
    pub uploads: Vec<AcceptedUpload>,
    pub outbox: Vec<OutgoingFile>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct AcceptedUpload {
    pub sequence: i64,
    /// MD5 of the plain archive, hexadecimal.
    pub md5: String,
    pub taken: DateTime<Utc>,
    pub examined: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct OutgoingFile {
    pub name: String,
    pub queued: DateTime<Utc>,
    pub acknowledged: bool,
}

/// One filing that arrived in an upload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FilingState {
    pub id: i64,
    /// Unit id of the provider that sent it.
    pub account: i64,
    /// Number of the upload and place in it, from 0.
    pub sequence: i64,
    pub index: usize,
    /// Provider-side subject record id (`IspZtid`).
    pub record: i64,
    pub name: String,
    pub certificate_kind: i64,
    pub certificate_number: String,
    pub domains: Vec<String>,
    pub arrived: DateTime<Utc>,
    pub phones: Vec<PhoneCheck>,
    pub stage: Stage,
}

/// Where a filing stands at the bureau.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "kebab-case")]
pub enum Stage {
    /// The content checks found something; it never reached a person.
    Faulty {
        /// The codes reported.
        codes: Vec<i64>,
        /// When.
        at: DateTime<Utc>,
    },
    /// Persons in charge have been texted (短信核验).
    PhoneCheck {
        /// When.
        since: DateTime<Utc>,
    },
    /// The phone check was missed or failed; sent back.
    Returned {
        /// True: not done in time. False: wrong entries.
        missed: bool,
        /// When.
        at: DateTime<Utc>,
    },
    /// Waits for the bureau's verdict.
    Waiting {
        /// Since when.
        since: DateTime<Utc>,
    },
    /// Approved, numbers issued.
    Approved {
        /// When.
        at: DateTime<Utc>,
        /// Subject number.
        subject_number: String,
        /// Service numbers in document order.
        service_numbers: Vec<String>,
    },
    /// Refused by the bureau.
    Refused {
        /// When.
        at: DateTime<Utc>,
        /// Opinion.
        opinion: String,
    },
}

impl Stage {
    /// The same name as in the stored state.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Faulty { .. } => "faulty",
            Self::PhoneCheck { .. } => "phone-check",
            Self::Returned { .. } => "returned",
            Self::Waiting { .. } => "waiting",
            Self::Approved { .. } => "approved",
            Self::Refused { .. } => "refused",
        }
    }

    /// True while the filing is not finished at the bureau.
    pub fn is_open(&self) -> bool {
        match self {
            Self::PhoneCheck { .. } | Self::Waiting { .. } => true,
            Self::Faulty { .. } | Self::Returned { .. } | Self::Approved { .. } | Self::Refused { .. } => {
                false
            }
        }
    }
}

impl State {
    pub fn new(config: &SimulatorConfig) -> Self {
        Self {
            accounts: BTreeMap::new(),
            filings: BTreeMap::new(),
            register: Register::default(),
            passwords: Passwords::default(),
            settings: Settings { approve_after_seconds: config.approve_after_seconds },
            faults: VecDeque::new(),
            drawn: 0,
            files: 0,
        }
    }
}
