//! What the bureau has asked a provider about and waits to hear of: filings to verify (核实任务), unfiled sites
//! (未备案网站).

use serde::{Deserialize, Serialize};

use super::state::{Row, State};

/// A filing that a provider is to verify, until it has answered. Kept by unit id and the bureau's subject id.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct OpenTask {
    pub remark: Option<String>,
}

/// An unfiled site that a provider is to look after. Kept by unit id and domain in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct UnfiledSite {
    /// What the provider did about it (`Cljg`), once it has told.
    pub outcome: Option<i64>,
}

impl Row for OpenTask {}
impl Row for UnfiledSite {}

/// What became of an answer to something that was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answered {
    /// It was waited for.
    Now,
    /// It had been answered before.
    Before,
    /// Nobody asked.
    NeverAsked,
}

impl State {
    /// A provider answers the task about a subject, which is closed by it; false if there is none.
    pub fn task_answered(&mut self, account: i64, bureau_subject_id: i64) -> bool {
        self.tasks.remove(&(account, bureau_subject_id)).is_some()
    }

    /// A provider tells what it did about an unfiled site.
    pub fn unfiled_answered(&mut self, account: i64, domain: &str, outcome: i64) -> Answered {
        let key = (account, domain.trim().to_ascii_lowercase());
        let answer = |site: &mut UnfiledSite| {
            let before = site.outcome.is_some();
            site.outcome.get_or_insert(outcome);
            if before { Answered::Before } else { Answered::Now }
        };
        self.unfiled_sites.update(&key, answer).unwrap_or(Answered::NeverAsked)
    }
}
