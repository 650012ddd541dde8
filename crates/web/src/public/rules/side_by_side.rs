//! The same as the map, as a table: province by province.

use beian_domain::region::Province;
use beian_domain::rulebook::Answer;
use maud::{Markup, html};

use super::answers::{Answers, Told};
use super::day::Day;
use super::standing::{self, Standing};
use super::telling::Telling;
use super::testimony;
use super::{HREF, anchor, name};
use crate::ui::{Column, Pages, Row, Table};

/// Province, answer, source, date, confidence.
pub(super) fn of_answers(telling: Telling<'_>, day: &Day, answers: &Answers<'_>) -> Markup {
    let words = telling.words;
    let text = |key| Column::text(words.t(key));
    let table = Table {
        words,
        caption: telling.parameter(answers.parameter),
        columns: vec![
            text("rules-column-province"),
            text("rules-column-answer"),
            text("rules-column-source"),
            Column::numbers(words.t("rules-column-day")),
            text("rules-column-confidence"),
        ],
        rows: answers.told.iter().map(|told| answer_row(telling, day, answers, told)).collect(),
        pages: Pages::default(),
    };
    html! { div .by-province { (table) } }
}

fn answer_row(telling: Telling<'_>, day: &Day, answers: &Answers<'_>, told: &Told<'_>) -> Row {
    let words = telling.words;
    let standing = told.standing.mark(words);
    let province = province(telling, day, told.province, &anchor(answers.parameter));
    let entry = match told.answer {
        Answer::Own(entry) | Answer::Default(entry) => entry,
        Answer::Unknown(_) => {
            let nothing = || html! { "–" };
            return Row::new([province, standing, nothing(), nothing(), nothing()]);
        }
    };
    let testimony = &entry.testimony;
    let value = telling.value(&entry.value, answers.parameter.shape());
    let as_of = testimony.as_of.map_or_else(|| words.t("rules-undated"), |day| words.date(day));
    let sources = html! {
        ul .sources { @for source in telling.sources(&testimony.sources) { li { (testimony::name(telling, source)) } } }
    };
    let confidence = html! { (telling.confidence(testimony.confidence)) };
    Row::new([
        province,
        html! { div { b { (value) } " " (standing) } },
        sources,
        html! { (as_of) },
        confidence,
    ])
}

/// How many questions each province answers how: narrow enough to stay a table on a phone.
pub(super) fn of_known(telling: Telling<'_>, day: &Day) -> Markup {
    let words = telling.words;
    html! {
        div .table-wrap.counts {
            table .list {
                caption .vh { (words.t("rules-map-known")) }
                thead {
                    tr {
                        th scope="col" { (words.t("rules-column-province")) }
                        @for standing in Standing::ALL {
                            th .num scope="col" { (standing.sign()) " " span .wordy { (standing.word(words)) } }
                        }
                        th .num scope="col" { (words.t("rules-clauses")) }
                    }
                }
                tbody {
                    @for &one in Province::ALL {
                        @let rules = telling.rules.province(one);
                        tr {
                            th scope="row" { (province(telling, day, one, "")) }
                            @for (_, count) in standing::count(rules) { td .num { (count) } }
                            td .num { (rules.clauses().count()) }
                        }
                    }
                }
            }
        }
    }
}

fn province(telling: Telling<'_>, day: &Day, province: Province, fragment: &str) -> Markup {
    let href = day.href(&format!("{HREF}/{}", province.slug()), fragment);
    html! { a href=(href) { (name(telling.words, province)) } }
}
