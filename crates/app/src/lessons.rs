//! What the desk learns from the authority's verdicts (审核结果): which refusals the rules did not foresee, and which
//! rules warn of nothing.

mod judge;
mod list;
mod one;
mod overview;
mod rules;

use beian_authority::codes::result;
use beian_domain::region::Province;
use beian_domain::verdict::About;
use chrono::{DateTime, TimeDelta, Utc};

pub use beian_store::{AboutCount, Judged, RefusalState, RuleCount, StoredVerdict};
pub use judge::{Said, judge};
pub use list::{RefusalLine, Refusals, refusals};
pub use one::{RefusalView, refusal};
pub use overview::{CodeLine, Overview, ProvinceLine, Tally, cries_wolf, overview};

use crate::app::App;

/// The most days a period may have: everything there is.
const LONGEST: u32 = 3660;

/// Which verdicts are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// So many days back from now.
    pub days: u32,
    /// 备案省份; `None` for all.
    pub province: Option<Province>,
}

impl Default for Period {
    fn default() -> Self {
        Self { days: 90, province: None }
    }
}

impl Period {
    fn since(self, app: &App) -> DateTime<Utc> {
        app.now() - TimeDelta::days(self.days.clamp(1, LONGEST).into())
    }
}

/// A result code with its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeSaid {
    /// The number on the wire.
    pub code: u32,
    /// What it says, in Chinese; `None` when it is not in the published tables.
    pub zh: Option<&'static str>,
    /// The same in English.
    pub en: Option<&'static str>,
    /// Which answers it is about, where the code alone tells.
    pub about: Option<About>,
}

impl CodeSaid {
    fn of(code: u32) -> Self {
        let found = result::find(code.into());
        Self { code, zh: found.map(|one| one.zh), en: found.map(|one| one.en), about: About::of(code) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_codes_are_about_agrees_with_the_published_table() {
        for code in 1000..6000 {
            if About::of(code).is_some() {
                let published = result::find(code.into());
                assert!(published.is_some_and(|one| !one.elements.is_empty()), "{code}");
            }
        }
    }
}
