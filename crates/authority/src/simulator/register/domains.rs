//! Reported domain names (域名备案), kept as the authority synchronises them.

use serde::{Deserialize, Serialize};

use crate::message::download::sync::domains::SyncedDomain;
use crate::simulator::state::{Row, State, Tag};
use crate::simulator::stored::Stored;

/// A domain name in the register, kept by its bureau id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::simulator) struct ReportedDomain {
    /// The unit that reported it.
    pub unit: i64,
    pub domain: Stored<SyncedDomain>,
}

impl Row for ReportedDomain {
    fn tags(&self) -> Vec<Tag> {
        vec![Tag::domain(&self.domain.name)]
    }
}

impl State {
    /// The record of a domain name.
    pub fn reported_domain(&self, name: &str) -> Option<&ReportedDomain> {
        let key = self.domains.tagged(&Tag::domain(name.trim())).next()?;
        self.domains.get(key)
    }
}
