//! The rows as the database holds them; never seen outside this crate.

mod exchange;
mod filings;
mod inventory;
mod lessons;
mod outbox;
mod people;
mod record;
mod supervision;
mod work;

pub(crate) use exchange::{downloads, leaders, sequences, upload_items, uploads};
pub(crate) use filings::{filed_services, filed_subjects};
pub(crate) use inventory::{places, resources};
pub(crate) use lessons::{verdict_codes, verdict_findings, verdicts};
pub(crate) use outbox::{jobs, notices};
pub(crate) use people::{accounts, sessions, sign_in_failures, staff, users};
pub(crate) use record::{journal, journal_heads};
pub(crate) use supervision::{authority_codes, matter_deliveries, matters};
pub(crate) use work::{evidence, orders, snapshots};
