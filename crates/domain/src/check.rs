//! The automatic check (系统预检): freezes answers into a snapshot and finds everything that is wrong with it.
//!
//! Both steps are pure. [`freeze`] turns what was typed into types and names every answer that cannot be
//! read; a [`Checker`] holds a dossier against the rules of a day. All problems are told at once, each with its
//! field, its source and facts for the remedy. The rules stand in `rulebook/rules/`; here are the checks they
//! choose from, by topic.

mod access;
mod applied;
mod apps;
mod cases;
mod checker;
mod checklist;
mod clauses;
mod concerns;
mod contacts;
mod contents;
mod domains;
mod doubles;
mod evidence;
pub mod facts;
mod fields;
mod freeze;
mod identity;
pub mod impact;
mod names;
mod orders;
mod persons;
mod places;
mod quantity;
pub mod registry;
mod sight;
mod texts;
mod unreadable;

pub use applied::{Applied, Asked};
pub use checker::{Checker, weight};
pub use checklist::{Needed, Reason};
pub use facts::Facts;
pub use freeze::{FreezeIds, freeze};
pub use sight::{Offer, Read, Sight, Who};

#[cfg(test)]
mod tests;
