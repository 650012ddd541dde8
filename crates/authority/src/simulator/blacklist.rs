//! What must not be filed (黑名单): subjects by certificate, domains by name.

use serde::{Deserialize, Serialize};

use super::state::{Row, Table};
use crate::message::download::icp::blacklists::entry_operation;

/// What is blacklisted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Banned {
    /// A subject: type and number of its certificate, the number in upper case.
    Subject(i64, String),
    /// A domain in lower case, and everything below it.
    Domain(String),
}

/// Why it is blacklisted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Ban {
    pub reason: String,
}

impl Row for Ban {}

impl Banned {
    pub fn subject(kind: i64, number: &str) -> Self {
        Self::Subject(kind, number.trim().to_ascii_uppercase())
    }

    pub fn domain(name: &str) -> Self {
        Self::Domain(name.trim().to_ascii_lowercase())
    }
}

impl Table<Banned, Ban> {
    /// Follows an entry of a list (增加, 修改, 删除); false if it changes or removes what is not there.
    pub fn follow(&mut self, banned: Banned, operation: i64, reason: &str) -> bool {
        let known = self.get(&banned).is_some();
        match operation {
            entry_operation::REMOVE => self.remove(&banned).is_some(),
            entry_operation::CHANGE if !known => false,
            _ => {
                self.insert(banned, Ban { reason: reason.to_owned() });
                true
            }
        }
    }

    /// Whether the subject with that certificate is blacklisted (code 1065).
    pub fn subject(&self, kind: i64, number: &str) -> bool {
        self.get(&Banned::subject(kind, number)).is_some()
    }

    /// Whether a domain, or one above it, is blacklisted (code 1064).
    pub fn domain(&self, name: &str) -> bool {
        let mut above = std::iter::successors(Some(name.trim()), |name| Some(name.split_once('.')?.1));
        above.any(|name| self.get(&Banned::domain(name)).is_some())
    }
}
