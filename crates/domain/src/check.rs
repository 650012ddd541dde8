//! The automatic check (系统预检): freezes answers into a snapshot and finds everything that is wrong with it.
//!
//! Both steps are pure. [`freeze`] turns what was typed into types and names every answer that cannot be
//! read; [`check`] holds a snapshot against the rules, with facts that were gathered before. All problems
//! are reported at once, each with its field, its source and facts for the remedy.

mod access;
pub mod evidence;
pub mod facts;
mod freeze;
mod person;
mod service;
mod subject;

pub use facts::Facts;
pub use freeze::{FreezeIds, freeze};

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::order::snapshot::Snapshot;

/// The list of all rules: code, severity and source. A reviewed snapshot.
pub use rule::{RULES, Rule};

mod rule;

/// Everything the rules find in a snapshot on `today` (China), most severe first within each field's order.
pub fn check(snapshot: &Snapshot, facts: &Facts, today: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    subject::check(snapshot, facts, today, &mut findings);
    person::check(snapshot, today, &mut findings);
    service::check(snapshot, facts, &mut findings);
    access::check(snapshot, facts, today, &mut findings);
    evidence::check(snapshot, &mut findings);
    findings.sort_by_key(|finding| (finding.field, std::cmp::Reverse(finding.severity)));
    findings
}

#[cfg(test)]
mod tests;
