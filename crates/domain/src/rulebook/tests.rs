mod built_in;
mod examples;
mod files;
mod layers;
mod reference;
mod refused;
mod values;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The rules compiled in, on a day when all that was known stands in them.
fn rules() -> InForce<'static> {
    Rulebook::built_in().at(day("2026-11-26"))
}

/// A value as the files write it, without quotes.
fn plain(value: &Value) -> String {
    match value {
        Value::Flag(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) | Value::Row(_, text) => text.clone(),
        Value::Words(words) | Value::Rows(_, words) => words.join(" "),
        Value::Choice(slug) => (*slug).to_owned(),
        Value::Choices(slugs) => slugs.join(" "),
    }
}

/// A check that never finds anything: what a rule becomes that is taken out.
static ASLEEP: crate::check::registry::Check =
    crate::check::registry::Check { slug: "asleep", needs: &[], run: |_, _, _| () };
