//! `/desk/resources`: the inventory of servers that may carry filings, by account; adding one, importing a
//! file.

mod import;
mod list;
mod one;

pub(super) use import::import;
pub(super) use list::list;
pub(super) use one::{add, form};

use beian_app::FieldProblem;

use crate::i18n::Words;
use crate::say;

/// The columns of the inventory, as files and forms name them.
const COLUMNS: [(&str, &str); 10] = [
    ("account", "resource-column-account"),
    ("instance", "resource-column-instance"),
    ("name", "resource-column-name"),
    ("addresses", "resource-column-addresses"),
    ("place", "resource-column-place"),
    ("mode", "resource-column-mode"),
    ("billing", "resource-column-billing"),
    ("starts-on", "resource-column-starts-on"),
    ("ends-on", "resource-column-ends-on"),
    ("places", "resource-column-places"),
];

/// The number of the resource and the column a problem is about: `3.addresses`.
fn place_of(problem: &FieldProblem) -> (&str, &str) {
    problem.field.split_once('.').unwrap_or(("", &problem.field))
}

/// What is wrong with a column. What the filing form says about accounts, dates and empty fields does not fit
/// here and is said in words of its own.
fn said(words: Words, column: &str, problem: &FieldProblem) -> String {
    match (column, problem.code.as_str()) {
        ("account", _) => words.t("resource-account-unknown"),
        (_, "answer-date") => words.t("resource-date"),
        (column, "text-empty" | "answer-missing") => {
            words.with("resource-empty", &[("column", label(words, column).into())])
        }
        _ => say::field_problem(words, problem),
    }
}

/// A column as people name it.
fn label(words: Words, column: &str) -> String {
    COLUMNS
        .iter()
        .find(|(name, _)| *name == column)
        .map_or_else(|| column.to_owned(), |(_, key)| words.t(key))
}
