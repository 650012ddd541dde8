//! What is to be known of a rule: weight, to what it applies, who says so, since when, its layer, its code.

use beian_domain::rulebook::{Entry, Rule};
use maud::{Markup, html};

use super::telling::Telling;
use super::testimony::{as_of, layer_mark, name, versions, weight};
use super::{HREF, applies, field_name};
use crate::say;
use crate::ui::{SummaryRow, summary};

/// The table.
pub(super) fn table(telling: Telling<'_>, entry: &Entry<Rule>) -> Markup {
    let words = telling.words;
    let rule = &entry.value;
    let row = |key: &str, value: Markup| SummaryRow {
        label: words.t(key),
        value,
        change: String::new(),
        remark: None,
    };
    let place = rule.field().map(|field| {
        let (step, field) = (say::step(words, field.step()), field_name(words, field));
        format!("{step} · {field}")
    });
    let mut applies = applies::lines(telling, &rule.applies);
    if applies.is_empty() {
        applies.push(words.t("rules-applies-all"));
    }
    let rows = [
        Some(row("rules-column-weight", weighs(telling, entry))),
        Some(row("rules-one-applies", html! { ul .sources { @for line in &applies { li { (line) } } } })),
        place.map(|place| row("rules-one-place", html! { (place) })),
        Some(row("rules-column-who", who(telling, entry))),
        Some(row("rules-one-days", html! { (days(telling, entry)) })),
        entry.testimony.note.as_ref().map(|note| row("rules-one-note", html! { (telling.pick(note)) })),
        Some(row("rules-one-code", html! { code { (rule.code) } })),
    ];
    let rows: Vec<SummaryRow> = rows.into_iter().flatten().collect();
    summary(words, &words.t("rules-one-facts"), &rows)
}

fn weighs(telling: Telling<'_>, entry: &Entry<Rule>) -> Markup {
    html! {
        (weight(telling, entry.testimony.severity))
        @if !entry.value.asks.is_empty() || entry.value.check.speaks_for_clauses() { " " small { (telling.words.t("rules-weight-at-most")) } }
    }
}

/// Sources with links and dates; or the question that the provinces answer.
fn who(telling: Telling<'_>, entry: &Entry<Rule>) -> Markup {
    let words = telling.words;
    let (testimony, asks) = (&entry.testimony, &entry.value.asks);
    html! {
        @if entry.value.check.speaks_for_clauses() {
            (words.t("rules-one-asks-clauses"))
        } @else if asks.is_empty() {
            small { (telling.confidence(testimony.confidence)) } " " small .as-of { (as_of(telling, testimony)) }
            ul .sources {
                @for source in telling.sources(&testimony.sources) {
                    li { (name(telling, source)) " " small { (source.date) } }
                }
            }
            @if !testimony.said.is_empty() { (versions(telling, testimony, None)) }
        } @else {
            (words.t(if asks.iter().any(|one| one.of_provinces()) { "rules-one-asks" } else { "rules-one-asks-nation" }))
            ul .sources {
                @for parameter in asks {
                    li {
                        @if parameter.of_provinces() {
                            a href={ (HREF) "?ask=" (parameter.key()) } { (telling.parameter(*parameter)) }
                        } @else { (telling.parameter(*parameter)) }
                    }
                }
            }
        }
        (layer_mark(telling, entry))
    }
}

fn days(telling: Telling<'_>, entry: &Entry<Rule>) -> String {
    let words = telling.words;
    let said = |key, day| words.with(key, &[("day", words.date(day).into())]);
    let from = entry.from.map(|day| said("rules-from", day));
    let until = entry.until.map(|day| said("rules-until", day));
    let days: Vec<String> = [from, until].into_iter().flatten().collect();
    if days.is_empty() { words.t("rules-one-always") } else { telling.list(&days) }
}
