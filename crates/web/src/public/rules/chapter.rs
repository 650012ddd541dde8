//! One chapter of a province: what is asked, who says so, the clauses, and what is not known.

use beian_domain::region::Province;
use beian_domain::rulebook::{
    Answer, Because, Chapter, Clause, Entry, InForce, Parameter, ProvinceRules, Rule, Value,
};
use maud::{Markup, html};

use super::clauses;
use super::day::Day;
use super::standing::Standing;
use super::telling::Telling;
use super::testimony::{period, versions, weight, who_says};
use super::{anchor, rule_href};
use crate::ui::{Column, Pages, Row, Table};

/// The chapters of a province's own; what is national comes after them.
pub(super) fn own() -> impl Iterator<Item = Chapter> {
    Chapter::ALL.iter().copied().filter(|chapter| *chapter != Chapter::National)
}

/// The chapter with its heading.
pub(super) fn section(telling: Telling<'_>, day: &Day, rules: ProvinceRules<'_>, chapter: Chapter) -> Markup {
    html! {
        section .chapter id=(chapter.slug()) {
            h2 { (telling.chapter(chapter)) }
            (body(telling, day, rules, chapter))
        }
    }
}

/// Everything below the heading.
pub(super) fn body(telling: Telling<'_>, day: &Day, rules: ProvinceRules<'_>, chapter: Chapter) -> Markup {
    let row = |parameter, entry, origin| row(telling, day, rules.province(), parameter, entry, origin);
    let asked = Parameter::ALL.iter().copied().filter(|parameter| parameter.chapter() == chapter);
    let (mut rows, mut open) = (Vec::new(), Vec::new());
    for parameter in asked {
        match rules.get(parameter) {
            Answer::Own(entry) => rows.push(row(parameter, entry, Standing::Own)),
            Answer::Default(entry) => rows.push(row(parameter, entry, Standing::Default)),
            Answer::Unknown(because) => open.push((parameter, because)),
        }
    }
    let clauses = of_chapter(rules, telling.rules, chapter);
    html! {
        @if !rows.is_empty() { div .rule-list { (table(telling, chapter, rows)) } }
        @if !clauses.is_empty() {
            h3 { (telling.words.t("rules-clauses")) }
            div .rule-list { (clauses::table(telling, &clauses)) }
        }
        (unknown(telling, &open))
    }
}

/// What is national stands in national clauses.
fn of_chapter<'r>(
    rules: ProvinceRules<'r>,
    national: InForce<'r>,
    chapter: Chapter,
) -> Vec<&'r Entry<Clause>> {
    if chapter == Chapter::National {
        return national.clauses().collect();
    }
    let here = |entry: &&Entry<Clause>| entry.testimony.row.is_some_and(|row| row.chapter == chapter);
    rules.clauses().filter(here).collect()
}

fn table(telling: Telling<'_>, chapter: Chapter, rows: Vec<Row>) -> Table {
    let words = telling.words;
    let columns = ["rules-column-what", "rules-column-asked", "rules-column-who"];
    Table {
        words,
        caption: telling.chapter(chapter),
        columns: columns.map(|key| Column::text(words.t(key))).to_vec(),
        rows,
        pages: Pages::default(),
    }
}

fn row(
    telling: Telling<'_>,
    day: &Day,
    province: Province,
    parameter: Parameter,
    entry: &Entry<Value>,
    origin: Standing,
) -> Row {
    let words = telling.words;
    let testimony = &entry.testimony;
    let id = anchor(parameter);
    let what = html! { a href={ "#" (id) } { (telling.parameter(parameter)) } };
    let asked = html! {
        div {
            span .asked { (telling.value(&entry.value, parameter.shape())) }
            " " (weight(telling, testimony.severity))
            @if let Some(note) = &testimony.note { p { (telling.pick(note)) } }
            (period(telling, entry))
            (checked_by(telling, day, province, parameter))
        }
    };
    let who = html! {
        div {
            @if parameter.of_provinces() { (origin.mark(words)) " " }
            (who_says(telling, entry))
            (versions(telling, testimony, Some(parameter.shape())))
        }
    };
    Row::new([what, asked, who]).id(id)
}

/// The rules by which the automatic check looks after it.
fn checked_by(telling: Telling<'_>, day: &Day, province: Province, parameter: Parameter) -> Markup {
    let here = |rule: &Rule| rule.applies.provinces.is_empty() || rule.applies.provinces.contains(&province);
    let rules = telling.rules.rules().map(|entry| &entry.value);
    let rules: Vec<&Rule> = rules.filter(|rule| rule.asks.contains(&parameter) && here(rule)).collect();
    html! {
        @if !rules.is_empty() {
            p {
                small {
                    (telling.words.t("rules-of-parameter"))
                    @for (index, rule) in rules.iter().enumerate() {
                        @if index > 0 { (telling.words.pick("；", "; ")) }
                        a href=(rule_href(day, &rule.code)) { (telling.pick(&rule.title)) }
                    }
                }
            }
        }
    }
}

/// What no source settles: read and silent, or no source found.
fn unknown(telling: Telling<'_>, open: &[(Parameter, Because)]) -> Markup {
    let kinds = [(Because::Silent, "rules-unknown-silent"), (Because::NoSource, "rules-unknown-no-source")];
    html! {
        @for (kind, title) in kinds {
            @if open.iter().any(|(_, because)| *because == kind) {
                h3 { (telling.words.t(title)) }
                ul .unknown {
                    @for (parameter, _) in open.iter().filter(|(_, because)| *because == kind) {
                        li id=(anchor(*parameter)) { (telling.parameter(*parameter)) }
                    }
                }
            }
        }
    }
}
