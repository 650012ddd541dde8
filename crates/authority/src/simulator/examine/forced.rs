//! Answers that were ordered through the control interface: the next request that fits is answered with the
//! given codes, whatever the checks say.

use serde::{Deserialize, Serialize};

use crate::simulator::bureau::Bureau;
use crate::simulator::state::{Counter, Row};

/// An answer that waits for its request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::simulator) struct ForcedAnswer {
    /// Unit id of the provider.
    pub account: i64,
    /// Record id or number that the request names; without it the next request of the provider.
    pub name: Option<String>,
    /// The codes (`Jgdm`).
    pub codes: Vec<i64>,
}

impl Row for ForcedAnswer {}

impl Bureau<'_> {
    /// Orders an answer; how many wait now.
    pub fn force(&mut self, answer: ForcedAnswer) -> usize {
        let key = self.state.next(Counter::Forced);
        self.state.forced.insert(key, answer);
        self.state.forced.len()
    }

    /// Takes the answer that was ordered for a request of a provider, if there is one.
    pub(super) fn forced(&mut self, account: i64, names: &[String]) -> Option<Vec<i64>> {
        if self.state.forced.len() == 0 {
            return None;
        }
        let fits = |answer: &ForcedAnswer| {
            answer.account == account && answer.name.as_ref().is_none_or(|name| names.contains(name))
        };
        let key = self.state.forced.iter().find(|(_, answer)| fits(answer)).map(|(key, _)| *key)?;
        self.state.forced.remove(&key).map(|answer| answer.codes)
    }
}
