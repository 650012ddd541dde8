//! The numbers of a period: by province, by result code, by what the codes are about, by rule.

use std::collections::BTreeMap;

use beian_domain::access::{Action, Actor};
use beian_domain::region::Province;
use beian_domain::verdict::{Standing, VerdictKind};
use beian_store::{AboutCount, CodeCount, ProvinceCount, RuleCount, VerdictPeriod};
use chrono::{DateTime, Utc};

use super::{CodeSaid, Period};
use crate::app::App;
use crate::failure::Failure;
use crate::rights::allow;

/// Verdicts added up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Granted.
    pub granted: u64,
    /// Refused.
    pub refused: u64,
    /// Refused as our check had warned.
    pub foreseen: u64,
    /// Sent back because the phone check failed or was missed.
    pub phone_check: u64,
}

impl Tally {
    /// Granted or refused.
    pub fn decided(&self) -> u64 {
        self.granted + self.refused
    }

    /// Refused without a warning.
    pub fn unforeseen(&self) -> u64 {
        self.refused.saturating_sub(self.foreseen)
    }

    fn add(&mut self, counted: &ProvinceCount) {
        match counted.kind {
            VerdictKind::Granted => self.granted += counted.count,
            VerdictKind::Refused => {
                self.refused += counted.count;
                if counted.standing == Some(Standing::Foreseen) {
                    self.foreseen += counted.count;
                }
            }
            VerdictKind::PhoneCheckFailed | VerdictKind::PhoneCheckMissed => {
                self.phone_check += counted.count;
            }
        }
    }
}

/// One province.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProvinceLine {
    /// 备案省份.
    pub province: Province,
    /// Its verdicts.
    pub tally: Tally,
}

/// One result code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeLine {
    /// The code; `None` for refusals without any.
    pub code: Option<CodeSaid>,
    /// Refused with it.
    pub refused: u64,
    /// Of these, as our check had warned.
    pub foreseen: u64,
}

/// The numbers of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// Since when.
    pub since: DateTime<Utc>,
    /// All provinces together.
    pub total: Tally,
    /// By province, most verdicts first.
    pub provinces: Vec<ProvinceLine>,
    /// By result code, most unforeseen refusals first.
    pub codes: Vec<CodeLine>,
    /// Unforeseen refusals by what their codes are about, most first; several codes count under each.
    pub about: Vec<AboutCount>,
    /// By rule, those that warned most first.
    pub rules: Vec<RuleCount>,
}

/// Warnings it takes before a rule can be said to cry wolf.
const MANY: u64 = 10;
/// One refusal it warned of in so many warnings is too few.
const ONE_IN: u64 = 20;

/// Whether a rule warned often and was hardly ever right about it.
pub fn cries_wolf(rule: &RuleCount) -> bool {
    let warned = rule.granted + rule.refused;
    warned >= MANY && rule.foreseen * ONE_IN < warned
}

/// Counts the verdicts of a period.
pub async fn overview(app: &App, actor: Actor, period: Period) -> Result<Overview, Failure> {
    allow(actor, Action::ViewDesk)?;
    let since = period.since(app);
    let counted = VerdictPeriod { since, province: period.province };
    let store = app.store();
    let (total, provinces) = added_up(&store.verdicts_by_province(counted).await?);
    let codes = by_code(&store.refusals_by_code(counted).await?);
    let mut about = store.unforeseen_by_about(counted).await?;
    about.retain(|one| one.count > 0);
    about.sort_by_key(|one| (one.about.is_none(), std::cmp::Reverse(one.count), one.about));
    let mut rules = store.verdicts_by_rule(counted).await?;
    rules.retain(|rule| rule.granted + rule.refused + rule.silent > 0);
    rules.sort_by_key(|rule| std::cmp::Reverse((rule.granted + rule.refused, rule.silent)));
    Ok(Overview { since, total, provinces, codes, about, rules })
}

fn added_up(counts: &[ProvinceCount]) -> (Tally, Vec<ProvinceLine>) {
    let mut total = Tally::default();
    let mut provinces: BTreeMap<Province, Tally> = BTreeMap::new();
    for counted in counts {
        total.add(counted);
        provinces.entry(counted.province).or_default().add(counted);
    }
    let lines = provinces.into_iter().map(|(province, tally)| ProvinceLine { province, tally });
    let mut lines: Vec<ProvinceLine> = lines.collect();
    lines.sort_by_key(|line| std::cmp::Reverse((line.tally.decided(), line.tally.refused)));
    (total, lines)
}

fn by_code(counts: &[CodeCount]) -> Vec<CodeLine> {
    let mut codes: BTreeMap<Option<u32>, CodeLine> = BTreeMap::new();
    for counted in counts {
        let fresh = CodeLine { code: counted.code.map(CodeSaid::of), refused: 0, foreseen: 0 };
        let line = codes.entry(counted.code).or_insert(fresh);
        line.refused += counted.count;
        if counted.standing == Standing::Foreseen {
            line.foreseen += counted.count;
        }
    }
    let mut lines: Vec<CodeLine> = codes.into_values().collect();
    lines.sort_by_key(|line| std::cmp::Reverse((line.refused - line.foreseen, line.refused)));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_cries_wolf_when_it_warned_often_and_was_hardly_ever_right() {
        let rule = |granted, refused, foreseen| RuleCount {
            rule: "address-too-short".into(),
            granted,
            refused,
            foreseen,
            silent: 0,
        };
        assert!(cries_wolf(&rule(9, 1, 0)));
        assert!(!cries_wolf(&rule(8, 1, 0)), "too few to tell");
        assert!(!cries_wolf(&rule(19, 1, 1)), "one in twenty");
        assert!(cries_wolf(&rule(20, 1, 1)));
    }
}
