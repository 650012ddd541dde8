//! The day the rules are seen on: `?at=2026-11-23`, else today.

use chrono::NaiveDate;

use crate::i18n::Words;
use crate::ui::FormErrors;

/// The day that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Day {
    /// As it was typed; empty for today.
    pub(super) typed: String,
    /// The rules are of this day.
    pub(super) date: NaiveDate,
}

impl Day {
    /// Reads what was typed; what is no day is told among the errors.
    pub(super) fn read(words: Words, at: Option<&str>, today: NaiveDate, errors: &mut FormErrors) -> Self {
        let typed = at.unwrap_or_default().trim().to_owned();
        let date = if typed.is_empty() { Some(today) } else { typed.parse().ok() };
        if date.is_none() {
            errors.push("at", words.t("rules-day-wrong"));
        }
        Self { typed, date: date.unwrap_or(today) }
    }

    /// The address of a page that stays on this day.
    pub(super) fn href(&self, path: &str, fragment: &str) -> String {
        let query = if self.typed.is_empty() { String::new() } else { format!("?at={}", self.date) };
        let hash = if fragment.is_empty() { "" } else { "#" };
        format!("{path}{query}{hash}{fragment}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_day_is_kept_in_addresses_and_what_is_none_is_told() {
        let today = "2026-11-23".parse().unwrap();
        let mut errors = FormErrors::new();
        let mut read = |at| Day::read(Words::new(Lang::En), at, today, &mut errors);
        assert_eq!(read(None).href("/rules/beijing", "x"), "/rules/beijing#x");
        assert_eq!(read(Some(" 2026-01-05 ")).href("/rules", ""), "/rules?at=2026-01-05");
        assert_eq!(read(Some("2026-02-30")).date, today);
        assert!(errors.of("at").is_some_and(|told| told.contains("2026-11-23")));
    }
}
