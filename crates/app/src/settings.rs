//! Settings: plain data that the server reads from its configuration and hands in.

use std::time::Duration;

use beian_authority::client::Client;
use beian_authority::packing::MAX_DOCUMENT;
use beian_domain::region::Province;
use beian_domain::resource::DEFAULT_PLACES;

/// What the platform is told about itself.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Who runs the platform, as pages and notices name it.
    pub provider: Provider,
    /// Where people reach the platform, without a slash at the end: `https://beian.example.cn`.
    pub base_url: String,
    /// The language of notices: `zh-CN` or `en`.
    pub notice_language: String,
    /// Caps on what strangers may do.
    pub limits: Limits,
    /// How jobs are run.
    pub work: Work,
    /// How long people stay signed in.
    pub sessions: Sessions,
    /// What is kept of the exchange with authorities.
    pub exchange: Exchange,
}

/// The provider (接入商) that runs the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// Its name.
    pub name: String,
    /// Where customers get help: a phone number or an e-mail address.
    pub contact: String,
}

/// Caps on what strangers may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Wrong passwords for one e-mail address from one network within [`Limits::lock_out`] before that network is
    /// shut out of it; ten times as many from all networks together lock the address.
    pub failures_per_email: u32,
    /// Wrong passwords from one network address; higher, because whole offices share one.
    pub failures_per_address: u32,
    /// How long wrong passwords are remembered.
    pub lock_out: Duration,
    /// Orders of one account that have not ended.
    pub running_orders: usize,
    /// Pictures in one order.
    pub pictures: usize,
    /// Characters in all answers of one order together.
    pub answer_characters: usize,
    /// Places of a resource whose inventory names none.
    pub places: u32,
    /// Passwords that are hashed at the same time; each takes 19 MiB.
    pub hashing: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            failures_per_email: 5,
            failures_per_address: 20,
            lock_out: Duration::from_mins(15),
            running_orders: 50,
            pictures: 30,
            answer_characters: 60_000,
            places: DEFAULT_PLACES,
            hashing: 4,
        }
    }
}

/// How jobs are run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// The name of this process in leases; different for every process.
    pub name: String,
    /// Jobs at the same time.
    pub concurrency: usize,
    /// How long a job may run before another worker takes it over.
    pub lease: Duration,
    /// How long to wait after the first failure; doubles with each.
    pub backoff: Duration,
    /// The longest wait between two attempts.
    pub backoff_cap: Duration,
    /// Attempts before a job is given up and waits for staff.
    pub max_attempts: u32,
    /// How often each authority is asked for news.
    pub poll_every: Duration,
}

impl Default for Work {
    fn default() -> Self {
        Self {
            name: "worker".to_owned(),
            concurrency: 4,
            lease: Duration::from_mins(10),
            backoff: Duration::from_secs(5),
            backoff_cap: Duration::from_mins(30),
            max_attempts: 20,
            poll_every: Duration::from_mins(1),
        }
    }
}

/// How long people stay signed in without doing anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sessions {
    /// Customers.
    pub customer: Duration,
    /// The provider's own people.
    pub staff: Duration,
}

impl Default for Sessions {
    fn default() -> Self {
        Self { customer: Duration::from_hours(24), staff: Duration::from_hours(10) }
    }
}

/// A link to one authority (管局): one account there, and the provinces it serves.
#[derive(Debug, Clone)]
pub struct AuthorityLink {
    /// Its name in jobs, sequences and stored files: `zhejiang`, or `ministry`.
    pub name: String,
    /// The provinces whose filings go there.
    pub provinces: Vec<Province>,
    /// The client that speaks to it.
    pub client: Client,
    /// How filings travel together.
    pub batch: Batch,
}

/// How filings travel together in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Batch {
    /// How long an approved order waits for company before its file is packed.
    pub wait: Duration,
    /// The most filings in a file; the interface allows 1,000.
    pub records: usize,
    /// The most bytes of the document in a file, before it is packed; the interface allows 50 MB.
    pub bytes: u64,
}

impl Default for Batch {
    fn default() -> Self {
        Self { wait: Duration::ZERO, records: 1_000, bytes: MAX_DOCUMENT }
    }
}

/// What was exchanged with authorities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exchange {
    /// How long the bytes of files are kept; an authority may ask for three months after sending.
    pub keep_files: Duration,
}

impl Default for Exchange {
    fn default() -> Self {
        Self { keep_files: Duration::from_hours(24 * 400) }
    }
}
