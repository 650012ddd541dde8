//! Everything the simulator remembers, as rows of tables.

mod table;
mod tables;

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::phone::PhoneCheck;
use super::random::RandomFaults;
use super::request::{Kind, Target};
use super::settings::Settings;
use crate::codes::CodeTables;

pub(super) use table::{Read, Row, Table};
pub(super) use tables::State;

/// What rows can be found by. Which table carries which tag stands at its row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tag {
    /// An upload that was not examined yet.
    Unexamined,
    /// The same, of one provider.
    UnexaminedOf(i64),
    /// A file not yet acknowledged, of one provider.
    Undelivered(i64),
    /// An acknowledged file of one provider.
    Delivered(i64),
    /// A file of that name.
    File(String),
    /// A filing whose phone check began then.
    PhoneCheckSince(DateTime<Utc>),
    /// A filing that waits for its verdict since then.
    WaitingSince(DateTime<Utc>),
    /// A filing in a stage of that name.
    Stage(&'static str),
    /// A filing in its phone check with that mobile still to pass.
    Mobile(String),
    /// A filing that arrived again although an earlier arrival was open or granted.
    Duplicate,
    /// A request of that kind, provider and record.
    Record(Kind, i64, i64),
    /// An open request about the subject with that bureau id.
    OpenOn(i64),
    /// A domain in lower case: of an open request, of a subject, of a reported domain.
    Domain(String),
    /// A certificate, type and number in upper case: of an open new filing, of a subject.
    Certificate(i64, String),
    /// Certificate type and name of a subject.
    Name(i64, String),
    /// A filing number: of a subject or service filed, or cancelled.
    Number(String),
    /// The subject of the service with that bureau id.
    Service(i64),
    /// The subject of the access with that bureau id.
    Access(i64),
    /// The subject of the service that a provider filed under that record id; open requests carry it too.
    ServiceRecord(i64, i64),
    /// The same of an access.
    AccessRecord(i64, i64),
    /// A home page without scheme and final slash, in lower case.
    HomeUrl(String),
    /// A reported range by unit, kind and first address.
    Range(i64, u8, u32),
    /// A reported range by unit, kind and record id.
    AddressRecord(i64, u8, i64),
}

impl Tag {
    pub fn certificate(kind: i64, number: &str) -> Self {
        Self::Certificate(kind, number.to_ascii_uppercase())
    }

    pub fn domain(name: &str) -> Self {
        Self::Domain(name.to_ascii_lowercase())
    }

    pub fn home_url(url: &str) -> Self {
        let url = url.trim().to_ascii_lowercase();
        let bare = url.split_once("://").map_or(url.as_str(), |(_, bare)| bare);
        Self::HomeUrl(bare.trim_end_matches('/').to_owned())
    }
}

/// Running numbers that belong to nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Counter {
    /// Codes of the phone check drawn so far.
    Drawn,
    /// Download files written so far.
    Files,
    /// Bureau ids given so far.
    BureauIds,
    /// Faults ordered so far.
    Faults,
    /// Pushes sent so far.
    Pushes,
    /// Answers ordered so far.
    Forced,
}

/// Which settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum SettingsOf {
    /// Those in force.
    Now,
    /// Those of the last start.
    Start,
}

/// What the bureau keeps for one provider.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct AccountState {
    pub last_sequence: i64,
    /// Every base code table was delivered to it once.
    #[serde(default)]
    pub has_codes: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct AcceptedUpload {
    pub account: i64,
    pub sequence: i64,
    /// MD5 of the plain archive, hexadecimal.
    pub md5: String,
    pub taken: DateTime<Utc>,
    pub examined: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct OutgoingFile {
    pub account: i64,
    pub name: String,
    pub queued: DateTime<Utc>,
    pub acknowledged: bool,
    /// So often it was handed out.
    #[serde(default)]
    pub delivered: u32,
}

/// Faults at random and how many draws were made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct RandomState {
    pub order: RandomFaults,
    pub seed: u64,
    pub drawn: u64,
}

/// One request that arrived in an upload and is decided about; most are filings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FilingState {
    pub id: i64,
    /// Unit id of the provider that sent it.
    pub account: i64,
    #[serde(default)]
    pub kind: Kind,
    /// Number of the upload and place in its document, from 0.
    pub sequence: i64,
    pub index: usize,
    /// The record that opinions name (`Jlid`): the provider's id of what is new (`IspZtid`, `IspWzid`,
    /// `IspJrid`), the bureau's of what is changed or cancelled.
    pub record: i64,
    /// How results name the request (`Bs`).
    #[serde(default)]
    pub reference: String,
    /// What it is about in the register; a new filing is about nothing yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// The provider's ids of the services or the access that are new.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub new_records: Vec<i64>,
    pub name: String,
    pub certificate_kind: i64,
    pub certificate_number: String,
    /// Those that are new, in lower case.
    pub domains: Vec<String>,
    pub arrived: DateTime<Utc>,
    pub phones: Vec<PhoneCheck>,
    /// The same record was open or granted when this arrived.
    pub duplicate: bool,
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

impl Row for AccountState {}

impl Row for AcceptedUpload {
    fn tags(&self) -> Vec<Tag> {
        if self.examined { Vec::new() } else { vec![Tag::Unexamined, Tag::UnexaminedOf(self.account)] }
    }
}

impl Row for OutgoingFile {
    fn tags(&self) -> Vec<Tag> {
        let place =
            if self.acknowledged { Tag::Delivered(self.account) } else { Tag::Undelivered(self.account) };
        vec![place, Tag::File(self.name.clone())]
    }
}

impl Row for FilingState {
    fn tags(&self) -> Vec<Tag> {
        let record = Tag::Record(self.kind, self.account, self.record);
        let mut tags = vec![record, Tag::Stage(self.stage.name())];
        tags.extend(self.duplicate.then_some(Tag::Duplicate));
        match self.stage {
            Stage::PhoneCheck { since } => {
                tags.push(Tag::PhoneCheckSince(since));
                let open = self.phones.iter().filter(|check| !check.passed);
                tags.extend(open.map(|check| Tag::Mobile(check.mobile.clone())));
            }
            Stage::Waiting { since } => tags.push(Tag::WaitingSince(since)),
            Stage::Faulty { .. }
            | Stage::Returned { .. }
            | Stage::Approved { .. }
            | Stage::Refused { .. } => return tags,
        }
        tags.extend(self.target.map(|target| Tag::OpenOn(target.subject)));
        tags.extend(self.domains.iter().map(|domain| Tag::domain(domain)));
        let own = self.new_records.iter().map(|record| (self.account, *record));
        match self.kind {
            Kind::NewFiling => tags.push(Tag::certificate(self.certificate_kind, &self.certificate_number)),
            Kind::NewService => tags.extend(own.map(|(of, id)| Tag::ServiceRecord(of, id))),
            Kind::NewAccess => tags.extend(own.map(|(of, id)| Tag::AccessRecord(of, id))),
            Kind::Change | Kind::CancelAccess | Kind::CancelSubject | Kind::CancelService => {}
        }
        tags
    }
}

impl Row for RandomState {}
impl Row for CodeTables {}
impl Row for Settings {}
impl Row for i64 {}
impl Row for u32 {}
impl Row for u64 {}
impl Row for String {}

/// The tables that hold for a provider nothing was delivered to.
static BUILT_IN: LazyLock<CodeTables> = LazyLock::new(CodeTables::built_in);

impl State {
    /// The base code tables that hold for a provider: what was delivered to it, or the built-in ones.
    pub fn code_tables(&self, account: i64) -> &CodeTables {
        self.code_tables.get(&account).unwrap_or(&BUILT_IN)
    }

    /// Open requests about a subject.
    pub fn open_on(&self, subject: i64) -> impl Iterator<Item = &FilingState> {
        self.filings.tagged(&Tag::OpenOn(subject)).filter_map(|id| self.filings.get(id))
    }

    /// The settings in force.
    pub fn settings(&self) -> Settings {
        self.settings.get(&SettingsOf::Now).cloned().unwrap_or_default()
    }

    /// Changes the settings in force.
    pub fn change_settings(&mut self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings();
        change(&mut settings);
        self.settings.insert(SettingsOf::Now, settings);
    }

    /// The next running number, from 1.
    pub fn next(&mut self, counter: Counter) -> i64 {
        let next = self.counters.get(&counter).map_or(1, |last| last + 1);
        self.counters.insert(counter, next);
        next
    }
}
