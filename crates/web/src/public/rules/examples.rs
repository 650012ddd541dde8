//! The examples of a rule: faultless orders, and what is changed in them.

use beian_domain::rulebook::{EXAMPLES_DAY, Entry, Example, Rule};
use maud::{Markup, html};

use super::change;
use super::telling::Telling;

/// Orders that break the rule, and orders that do not.
pub(super) fn section(telling: Telling<'_>, entry: &Entry<Rule>) -> Markup {
    let words = telling.words;
    let rule = &entry.value;
    html! {
        section {
            h2 { (words.t("rules-examples")) }
            p { small { (words.t("rules-examples-lead")) } }
            div .halves.examples {
                div { h3 { (words.t("rules-examples-fail")) } (list(telling, &rule.fails)) }
                div { h3 { (words.t("rules-examples-pass")) } (list(telling, &rule.passes)) }
            }
        }
    }
}

fn list(telling: Telling<'_>, examples: &[Example]) -> Markup {
    html! { ul { @for example in examples { li { (one(telling, example)) } } } }
}

fn one(telling: Telling<'_>, example: &Example) -> Markup {
    let words = telling.words;
    let changed = example.set.iter().flat_map(|(path, value)| change::lines(telling, path, value));
    let taken = example.without.iter().map(|path| {
        let what = change::label_of(words, example.on, path);
        words.with("rules-example-without", &[("what", what.into())])
    });
    let lines: Vec<String> = changed.chain(taken).collect();
    let base = words.t(&format!("rules-example-on-{}", example.on.slug()));
    let day = (example.at != EXAMPLES_DAY)
        .then(|| words.with("rules-example-at", &[("day", words.date(example.at).into())]));
    html! {
        (base) (words.t(if lines.is_empty() { "rules-example-as-it-is" } else { "rules-example-with" }))
        @if !lines.is_empty() { ul .small { @for line in &lines { li { (line) } } } }
        @if let Some(day) = day { p .small { (day) } }
    }
}
