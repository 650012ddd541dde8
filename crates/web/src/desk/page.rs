//! What the desk's pages share: addresses with answers in them, ages in working days, names in lists.

use beian_app::App;
use beian_domain::calendar::china_date;
use chrono::{DateTime, Utc};
use maud::{Markup, html};

use crate::i18n::{Words, escaped};
use crate::ui::{Meaning, mark};

/// Rows of one page of a list.
pub(super) const ROWS: u32 = 50;

/// An address with those answers that are not empty.
pub(super) fn href(path: &str, answers: &[(&str, &str)]) -> String {
    let filled = answers.iter().filter(|(_, value)| !value.is_empty());
    let pairs: Vec<String> = filled.map(|(name, value)| format!("{name}={}", escaped(value))).collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

/// Working days since `since`, as reviewers count them: the day itself is 0.
pub(super) fn age(app: &App, since: DateTime<Utc>) -> i64 {
    app.calendar().working_days_between(china_date(since), app.today())
}

/// The age with its warning: late is said with a sign and a word, due today too.
pub(super) fn age_cell(
    words: Words,
    app: &App,
    since: DateTime<Utc>,
    until: Option<DateTime<Utc>>,
) -> Markup {
    let days = words.with("desk-age", &[("n", age(app, since).into())]);
    let now = app.now();
    let warning = match until {
        Some(until) if until < now => Some((Meaning::No, words.t("desk-late"))),
        Some(until) if china_date(until) == china_date(now) => Some((Meaning::Do, words.t("desk-due-today"))),
        Some(_) | None => None,
    };
    html! { span { (days) @if let Some((meaning, word)) = &warning { " " (mark(*meaning, word)) } } }
}

/// A subject's name in a list. A short name may be a person's, so only its first character is shown: an
/// organisation's name carries its form and is longer.
pub(super) fn listed_name(name: &str) -> String {
    let mut characters = name.chars();
    let count = characters.clone().count();
    let person = count <= 4 || (name.is_ascii() && name.split_whitespace().count() <= 3 && count <= 24);
    match characters.next() {
        Some(first) if person => format!("{first}**"),
        Some(_) | None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_answers_leave_the_address() {
        assert_eq!(href("/desk", &[("stage", ""), ("after", "")]), "/desk");
        assert_eq!(
            href("/desk", &[("stage", "filed"), ("text", "示例")]),
            "/desk?stage=filed&text=%E7%A4%BA%E4%BE%8B"
        );
    }

    #[test]
    fn names_of_people_are_masked_in_lists() {
        assert_eq!(listed_name("王示例"), "王**");
        assert_eq!(listed_name("John Example"), "J**");
        assert_eq!(listed_name("杭州示例科技有限公司"), "杭州示例科技有限公司");
        assert_eq!(listed_name(""), "");
    }
}
