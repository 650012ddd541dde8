//! What we do: one function per thing anyone can ask, the jobs that follow, and the worker that runs them.
//!
//! A use case takes the [`App`], the [`Actor`](beian_domain::access::Actor) and what is asked, and gives a
//! view or a [`Failure`]. Nothing here is written for people to read: codes and facts go out, the edge
//! translates them.

pub mod accounts;
mod app;
mod chance;
mod change;
mod clock;
pub mod desk;
pub mod evidence;
pub mod exchange;
mod failure;
pub mod filings;
pub mod jobs;
pub mod journal;
pub mod lessons;
pub mod notices;
pub mod orders;
pub mod resources;
mod rights;
mod rulebook;
pub mod settings;
pub mod supervision;
mod verdicts;

pub use app::{App, Parts};
pub use beian_store::{Cursor, FetchedFile, Page, Paged, SentFile, UploadState};
pub use chance::Chance;
pub use clock::{Clock, HeldClock};
pub use failure::{Failure, Fault, FieldProblem, Refused};
pub use rulebook::Rules;
