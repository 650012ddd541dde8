//! Jobs: what happens after an event, outside the request that caused it. Each may run twice with the effect
//! of once.

mod attempt;
mod deliver_notice;
mod run_checks;
mod schedule;
mod stuck;
mod tell_people;
mod worker;

pub use beian_store::{Job, JobState};
pub use schedule::ensure_scheduled;
pub(crate) use schedule::poll_key;
pub use stuck::{StuckPage, restart, stuck};
pub use worker::{Worker, run_due_jobs};
