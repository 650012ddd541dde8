//! `/desk/rules` (规则成效): what the authority's verdicts say about our rules.

mod layers;
mod list;
mod one;
mod overview;

pub(super) use list::list;
pub(super) use one::{judge, one};
pub(super) use overview::show;

use beian_app::lessons::{Period, RefusalState, Refusals};
use beian_domain::region::Province;
use maud::{Markup, html};
use serde::Deserialize;

use super::page::href;
use crate::i18n::Words;
use crate::say;
use crate::ui::{Choice, Field};

/// The periods to choose from, in days.
const PERIODS: [u32; 4] = [30, 90, 180, 365];

/// What is wanted, as it stands in the address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    /// A province's slug.
    province: String,
    /// How many days back; 90 unless one of the others is named.
    days: String,
    /// `open`, `no-rule`, `silent`, `foreseen`, `all`, or empty for those that were not foreseen.
    state: String,
    /// A result code.
    code: String,
    /// A rule.
    rule: String,
    /// Where the page before ended.
    after: String,
}

impl Wanted {
    fn period(&self) -> Period {
        let days = self.days.parse().ok().filter(|days| PERIODS.contains(days));
        Period { days: days.unwrap_or(Period::default().days), province: Province::from_slug(&self.province) }
    }

    fn state(&self) -> RefusalState {
        match self.state.as_str() {
            "open" => RefusalState::Open,
            "no-rule" => RefusalState::NoRule,
            "silent" => RefusalState::Silent,
            "foreseen" => RefusalState::Foreseen,
            "all" => RefusalState::All,
            _ => RefusalState::Unforeseen,
        }
    }

    fn refusals(&self) -> Refusals {
        Refusals {
            period: self.period(),
            state: self.state(),
            code: self.code.trim().parse().ok(),
            rule: Some(self.rule.trim().to_owned()).filter(|rule| !rule.is_empty()),
        }
    }

    /// The list of refusals of the same period and province.
    fn list(&self, state: &str, more: &[(&str, &str)]) -> String {
        let days = if self.days.is_empty() { String::new() } else { self.period().days.to_string() };
        let mut answers =
            vec![("province", self.province.as_str()), ("days", days.as_str()), ("state", state)];
        answers.extend(more);
        href("/desk/rules/refusals", &answers)
    }

    /// The questions both pages ask: which province, how far back.
    fn questions(&self, words: Words) -> Markup {
        let provinces: Vec<Choice> =
            Province::ALL.iter().map(|p| Choice::new(p.slug(), say::province(words, *p))).collect();
        let days = |n: u32| Choice::new(n.to_string(), words.with("lessons-days", &[("n", n.into())]));
        html! {
            (Field::new(words, "province", words.t("desk-filter-province")).value(&self.province).select(&provinces))
            (Field::new(words, "days", words.t("lessons-filter-days")).value(self.period().days.to_string()).select(&PERIODS.map(days)))
        }
    }
}
