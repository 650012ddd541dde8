//! What the bureau decides by itself, when nobody plays it.

use chrono::{DateTime, Duration, Utc};

use super::SimulatorError;
use super::bureau::Bureau;
use super::chance;
use super::settings::Policy;
use super::state::{FilingState, Tag};
use super::verdict::Verdict;

/// So many filings are decided in one go; the rest at the next call or tick.
const AT_ONCE: usize = 1000;

impl Bureau<'_> {
    /// Decides what has waited long enough.
    pub fn decide_due(&mut self) -> Result<(), SimulatorError> {
        let settings = self.state.settings();
        if settings.approve_after_seconds == 0 {
            return Ok(());
        }
        let seconds = settings.approve_after_seconds.min(u64::from(u32::MAX));
        let wait = Duration::seconds(i64::try_from(seconds).unwrap_or(i64::MAX));
        let tags = Tag::WaitingSince(DateTime::<Utc>::MIN_UTC)..=Tag::WaitingSince(self.now - wait);
        let due: Vec<i64> = self.state.filings.tagged_between(tags).take(AT_ONCE).copied().collect();
        let mut decided = Vec::new();
        for id in due {
            let verdict = self.verdict(self.filing(id)?, &settings.policy);
            decided.push(self.decide(id, &verdict)?);
        }
        self.send_verdicts(decided)
    }

    fn verdict(&self, filing: &FilingState, policy: &Policy) -> Verdict {
        if let Some(rule) = policy.refuse.iter().find(|rule| filing.name.contains(&rule.name_contains)) {
            return Verdict::Refuse { opinion: rule.opinion.clone(), codes: rule.codes.clone() };
        }
        let count = u64::try_from(filing.id).unwrap_or_default();
        let number = chance::number(policy.seed.unwrap_or(self.config.seed), count);
        if chance::happens(policy.refuse_rate, number) {
            let opinion = policy.refuse_opinion.clone().unwrap_or_else(|| "材料不齐".to_owned());
            return Verdict::Refuse { opinion, codes: Vec::new() };
        }
        Verdict::Approve { opinion: None }
    }
}
