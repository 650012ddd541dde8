//! What a run was: the table that is printed and kept.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use crate::Orders;

/// The figures of a run.
#[derive(Debug)]
pub struct Tally {
    /// What was asked for.
    pub orders: Orders,
    /// Processes killed.
    pub kills: usize,
    /// Jobs that a person started again.
    pub restarts_by_hand: u64,
    /// Faults by kind.
    pub by_kind: BTreeMap<String, u64>,
    /// From the first start to the last job.
    pub seconds: u64,
}

impl Tally {
    /// Nothing has happened yet.
    pub fn new(orders: Orders) -> Self {
        Self { orders, kills: 0, restarts_by_hand: 0, by_kind: BTreeMap::new(), seconds: 0 }
    }

    /// Takes over the authority's count of what went wrong.
    pub fn faults(&mut self, summary: &Value) {
        let done = summary["done"].as_object().unwrap().iter();
        self.by_kind = done.map(|(kind, count)| (kind.clone(), count.as_u64().unwrap())).collect();
    }

    /// How much went wrong.
    pub fn all_faults(&self) -> u64 {
        self.by_kind.values().sum()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Orders { filings, seed, .. } = self.orders;
        writeln!(f, "| filings | seed | kills | faults | started again by hand | seconds |")?;
        writeln!(f, "| ---: | ---: | ---: | ---: | ---: | ---: |")?;
        let (kills, faults, by_hand) = (self.kills, self.all_faults(), self.restarts_by_hand);
        writeln!(f, "| {filings} | {seed} | {kills} | {faults} | {by_hand} | {} |\n", self.seconds)?;
        writeln!(f, "| fault | times |\n| --- | ---: |")?;
        self.by_kind.iter().try_for_each(|(kind, times)| writeln!(f, "| `{kind}` | {times} |"))
    }
}
