//! What a change of rules would do to filings and orders: held against the rules before and after, and counted.

use std::collections::BTreeMap;

use super::checker::Checker;
use crate::dossier::Dossier;
use crate::finding::{Finding, Severity};
use crate::order::field::Step;
use crate::region::Province;

/// How many examples are kept of each change.
const EXAMPLES: usize = 5;

/// What is counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Filings and orders that were weighed.
    pub weighed: u64,
    /// Of these, how many go through before and are stopped after.
    pub newly_stopped: u64,
    /// How many are stopped before and go through after.
    pub set_free: u64,
    /// How many are stopped before and after.
    pub still_stopped: u64,
    /// What each rule does in each province.
    pub rules: BTreeMap<(String, Option<Province>), Change>,
}

/// What a rule does in a province.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it weighs after; before, if it finds nothing after.
    pub severity: Severity,
    /// How many it finds fault with that it let pass, or weighed less, before.
    pub newly: u64,
    /// How many it lets pass, or weighs less, that it found fault with before.
    pub no_longer: u64,
    /// How many it finds fault with before and after.
    pub still: u64,
    /// Names of some that are new.
    pub examples: Vec<String>,
}

impl Tally {
    /// Holds one against the rules before and after. Of a filing no evidence is known, so that rules about it are
    /// left out.
    pub fn weigh(
        &mut self,
        before: &Checker<'_>,
        after: &Checker<'_>,
        dossier: &Dossier,
        name: &dyn Fn() -> String,
    ) {
        let shown = !dossier.evidence.is_empty();
        let counts = |finding: &Finding| shown || finding.field.field().step() != Step::Evidence;
        let mut was = before.check(dossier);
        let mut is = after.check(dossier);
        was.retain(counts);
        is.retain(counts);
        self.weighed += 1;
        match (was.iter().any(Finding::blocks), is.iter().any(Finding::blocks)) {
            (false, true) => self.newly_stopped += 1,
            (true, false) => self.set_free += 1,
            (true, true) => self.still_stopped += 1,
            (false, false) => {}
        }
        let province = dossier.subject.province;
        let (was, is) = (gravest(&was), gravest(&is));
        for (rule, severity) in &is {
            let change = self.of(rule, province, *severity);
            change.severity = change.severity.max(*severity);
            match was.get(rule) {
                Some(before) if before >= severity => change.still += 1,
                Some(_) | None => {
                    change.newly += 1;
                    if change.examples.len() < EXAMPLES {
                        change.examples.push(name());
                    }
                }
            }
        }
        for (rule, severity) in &was {
            if is.get(rule).is_none_or(|after| after < severity) {
                self.of(rule, province, *severity).no_longer += 1;
            }
        }
    }

    fn of(&mut self, rule: &str, province: Option<Province>, severity: Severity) -> &mut Change {
        let new = || Change { severity, newly: 0, no_longer: 0, still: 0, examples: Vec::new() };
        self.rules.entry((rule.to_owned(), province)).or_insert_with(new)
    }

    /// Adds what another has counted.
    pub fn add(&mut self, other: Self) {
        self.weighed += other.weighed;
        self.newly_stopped += other.newly_stopped;
        self.set_free += other.set_free;
        self.still_stopped += other.still_stopped;
        for ((rule, province), change) in other.rules {
            let own = self.of(&rule, province, change.severity);
            own.severity = own.severity.max(change.severity);
            own.newly += change.newly;
            own.no_longer += change.no_longer;
            own.still += change.still;
            let room = EXAMPLES - own.examples.len();
            own.examples.extend(change.examples.into_iter().take(room));
        }
    }
}

/// Each rule with the gravest of what it found.
fn gravest(findings: &[Finding]) -> BTreeMap<&str, Severity> {
    let mut rules = BTreeMap::new();
    for finding in findings {
        let severity = rules.entry(finding.rule.as_str()).or_insert(finding.severity);
        *severity = finding.severity.max(*severity);
    }
    rules
}
