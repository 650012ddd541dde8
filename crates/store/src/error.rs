//! What can go wrong with the database, told apart by what the caller can do about it.

use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, SqlErr, sqlx};

/// Why a read or a write failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Someone else moved it first: read again and decide again.
    #[error("the row has moved on")]
    Stale,
    /// Something else holds what must be unique. On PostgreSQL the transaction is spent: drop it.
    #[error("already taken: {0:?}")]
    Conflict(Unique),
    /// A row that cannot be read: edited by hand, sealed under a key that is gone, or of a newer program.
    #[error("unreadable: {table}.{column} of {id}: {damage}")]
    Bad {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's key.
        id: String,
        /// What is wrong with it.
        damage: Damage,
    },
    /// The database cannot be reached, is busy or is not migrated: worth trying again.
    #[error("database not available: {0}")]
    Down(String),
    /// The database refused what we asked: a bug or a broken database.
    #[error("database fault")]
    Fault(#[source] Box<DbErr>),
}

/// What is wrong with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// The value is not one of its type.
    #[error("not a value of its type")]
    Value,
    /// The seal is broken: edited, moved from another row, or sealed under another key of the same number.
    #[error("the seal is broken")]
    Seal,
    /// The keyring lacks the key that sealed it.
    #[error("sealed under a key that the keyring lacks")]
    UnknownKey,
    /// Two columns of the row contradict each other.
    #[error("disagrees with another column")]
    Disagrees,
}

/// What must be unique.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unique {
    /// One running order per subject.
    RunningSubject,
    /// One user per e-mail address.
    SignInName,
    /// One member of staff per e-mail address.
    StaffSignInName,
    /// One filed service per domain.
    FiledDomain,
    /// One filed subject or service per number.
    FiledNumber,
    /// One file per sequence number of an authority.
    Sequence,
    /// One live job per key.
    JobKey,
    /// One resource per account and instance.
    Instance,
    /// One entry per place in a journal.
    JournalPlace,
    /// The row itself exists already.
    Row,
}

/// Each constraint by its name, as PostgreSQL tells it, and by its columns, as SQLite does.
const CONSTRAINTS: &[(Unique, &str, &str)] = &[
    (Unique::RunningSubject, "orders_running_subject", "orders.subject_digest"),
    (Unique::SignInName, "users_email", "users.email_digest"),
    (Unique::StaffSignInName, "staff_email", "staff.email_digest"),
    (Unique::FiledDomain, "filed_services_domain", "filed_services.domain"),
    (Unique::FiledNumber, "filed_services_number", "filed_services.number"),
    (Unique::FiledNumber, "filed_subjects_number", "filed_subjects.number"),
    (Unique::Sequence, "uploads_sequence", "uploads.authority, uploads.sequence"),
    (Unique::JobKey, "jobs_live_key", "jobs.unique_key"),
    (Unique::Instance, "resources_instance", "resources.account_id, resources.instance"),
    (Unique::JournalPlace, "journal_pkey", "journal.account_id, journal.number"),
];

impl Unique {
    fn of(message: &str) -> Self {
        let named = CONSTRAINTS.iter().find(|(_, index, columns)| {
            message.contains(&format!("\"{index}\"")) || message.ends_with(&format!("failed: {columns}"))
        });
        named.map_or(Self::Row, |(unique, ..)| *unique)
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        if let Some(SqlErr::UniqueConstraintViolation(message)) = error.sql_err() {
            return Self::Conflict(Unique::of(&message));
        }
        if unavailable(&error) { Self::Down(error.to_string()) } else { Self::Fault(Box::new(error)) }
    }
}

/// Whether the same statement may succeed later.
fn unavailable(error: &DbErr) -> bool {
    if let DbErr::ConnectionAcquire(ConnAcquireErr::Timeout | ConnAcquireErr::ConnectionClosed) = error {
        return true;
    }
    let (DbErr::Conn(RuntimeErr::SqlxError(inner))
    | DbErr::Exec(RuntimeErr::SqlxError(inner))
    | DbErr::Query(RuntimeErr::SqlxError(inner))) = error
    else {
        return false;
    };
    if let sqlx::Error::Database(told) = inner.as_ref() {
        return told.code().is_some_and(|code| passing(&code));
    }
    matches!(inner.as_ref(), sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed)
}

/// Codes of conditions that pass: SQLite's `BUSY` and `LOCKED` with their extensions; PostgreSQL's classes
/// 08 (connection), 40 (rolled back), 53 (resources) and 57P (shut down, starting).
fn passing(code: &str) -> bool {
    matches!(code, "5" | "6" | "261" | "262" | "517" | "518" | "773")
        || (code.len() == 5 && ["08", "40", "53", "57P"].iter().any(|class| code.starts_with(class)))
}
