//! SQLite and PostgreSQL: rows to domain and back, journal, outbox, sealed personal data, evidence bytes.
//!
//! One set of queries for both databases, named for what they answer, one table family per file. Reads are
//! methods of [`Store`]; those needed inside a change are methods of [`Tx`] too; writes are methods of [`Tx`]
//! alone, so that a change, its record and its jobs cannot come apart.

mod accounts;
mod attempts;
mod blobs;
mod entity;
mod error;
mod evidence;
mod exchange;
mod jobs;
mod journal;
mod migration;
mod notices;
mod orders;
mod page;
mod register;
mod reseal;
mod resources;
mod row;
mod seal;
mod sessions;
mod snapshots;
mod store;
mod supervision;
#[cfg(feature = "testing")]
pub mod testing;
mod verdicts;

pub use blobs::{BlobError, Blobs};
pub use error::{Damage, StoreError, Unique};
pub use exchange::{
    Backlog, Download, FetchedFile, Leader, OpenUpload, SentFile, Upload, UploadItem, UploadState, Waiting,
};
pub use jobs::{Job, JobState, Lease, NewJob};
pub use journal::{Break, BreakKind, Entry, JournalFilter, JournalReport, JournalRow};
pub use notices::{Channel, Notice};
pub use orders::{OrderKeys, OrderRow, QueueFilter};
pub use page::{Cursor, Page, Paged};
pub use register::certificate_key;
pub use resources::Taken;
pub use seal::{Chance, Cipher, Keyring, KeyringError};
pub use sessions::{SessionRow, Who};
pub use store::{Settings, Store, Tx};
pub use supervision::{
    Arrival, CodesVersion, DeliveredCodes, Delivery, Handled, MatterCount, MatterFilter, MatterState, Source,
    StoredMatter,
};
pub use verdicts::{
    AboutCount, CodeCount, Judged, ProvinceCount, RefusalFilter, RefusalState, RuleCount, StoredVerdict,
    VerdictPeriod, VerdictRow,
};
