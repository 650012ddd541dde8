//! What the store promises, proved on every backend: SQLite always, PostgreSQL when `BEIAN_TEST_POSTGRES` is set.
#![expect(clippy::unwrap_used, reason = "a promise that cannot be tried is not kept")]

mod accounts;
mod batches;
mod blobs;
mod exchange;
mod fixtures;
mod jobs;
mod journal;
mod orders;
mod register;
mod resources;
mod sealing;
mod snapshots;
mod supervision;
mod verdicts;
