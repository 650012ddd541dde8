//! Which layers of rules are in force, and what was wrong with those that were not taken.

use beian_app::App;
use beian_domain::rulebook::{BUILT_IN, Problem};
use maud::{Markup, html};

use crate::i18n::Words;
use crate::ui::{Column, Notice, Pages, Row, Table, notice};

/// The layers, and a notice where newer rules were refused.
pub(super) fn state(words: Words, app: &App) -> Markup {
    let rulebook = app.rulebook();
    let problems = app.rulebook_problems();
    let name = |layer: &String| match layer.as_str() {
        BUILT_IN => words.t("lessons-layers-built-in"),
        own => own.to_owned(),
    };
    let layers = rulebook.layers().iter().map(name).collect::<Vec<_>>().join(" + ");
    html! {
        p .aside { (words.with("lessons-layers", &[("layers", layers.into())])) }
        @if !problems.is_empty() {
            (notice(&Notice::no(words.with("lessons-layers-refused", &[("n", problems.len().into())]))))
            (table(words, &problems))
            p .aside { (words.t("lessons-layers-mend")) }
        }
    }
}

fn table(words: Words, problems: &[Problem]) -> Table {
    let columns = ["lessons-column-layer", "lessons-column-file", "lessons-column-problem"];
    let row = |problem: &Problem| {
        let (place, what) = (&problem.place, &problem.what);
        Row::new([
            html! { (place.layer) },
            html! { code { (place.file) ":" (place.line) } },
            html! { div { @if !problem.key.is_empty() { code { (problem.key) } " " } span lang="en" { (what) } } },
        ])
    };
    Table {
        words,
        caption: words.t("lessons-layers-problems"),
        columns: columns.map(|key| Column::text(words.t(key))).to_vec(),
        rows: problems.iter().map(row).collect(),
        pages: Pages::default(),
    }
}
