//! A list of things: a table that becomes cards on a phone, with keyset pages below.

use maud::{Markup, Render, html};

use crate::i18n::Words;

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    label: String,
    numbers: bool,
}

impl Column {
    /// Words.
    pub fn text(label: impl Into<String>) -> Self {
        Self { label: label.into(), numbers: false }
    }

    /// Numbers, dates, codes: figures of one width, never broken.
    pub fn numbers(label: impl Into<String>) -> Self {
        Self { label: label.into(), numbers: true }
    }
}

/// One row: as many cells as columns.
#[derive(Clone, Debug)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Markup>,
    /// Marked, because it is new or late.
    pub marked: bool,
    /// What links lead to it by; may be empty.
    pub id: String,
}

impl Row {
    /// A plain row.
    pub fn new(cells: impl IntoIterator<Item = Markup>) -> Self {
        Self { cells: cells.into_iter().collect(), marked: false, id: String::new() }
    }

    /// Lets links lead to it.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Marks it.
    #[must_use]
    pub const fn marked(mut self, marked: bool) -> Self {
        self.marked = marked;
        self
    }
}

/// Addresses of the pages before and after; empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// Towards the beginning.
    pub before: String,
    /// Towards the end.
    pub after: String,
}

/// The list. The first column of a row is its heading.
#[derive(Clone, Debug)]
pub struct Table {
    /// The reader's language.
    pub words: Words,
    /// What the table holds, for screen readers.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The pages around this one.
    pub pages: Pages,
}

impl Table {
    fn row(&self, row: &Row) -> Markup {
        let id = (!row.id.is_empty()).then_some(&row.id);
        html! {
            tr .marked[row.marked] id=[id] {
                @for (index, (cell, column)) in row.cells.iter().zip(&self.columns).enumerate() {
                    @if index == 0 { th scope="row" .num[column.numbers] { (cell) } }
                    @else { td .num[column.numbers] data-label=(column.label) { (cell) } }
                }
            }
        }
    }
}

impl Render for Table {
    fn render(&self) -> Markup {
        let words = self.words;
        html! {
            div .table-wrap {
                table .cards-on-phone.list {
                    caption .vh { (self.caption) }
                    thead { tr { @for column in &self.columns { th scope="col" .num[column.numbers] { (column.label) } } } }
                    tbody { @for row in &self.rows { (self.row(row)) } }
                }
            }
            @if self.pages != Pages::default() {
                nav .pages aria-label=(words.t("ui-pages")) {
                    @if !self.pages.before.is_empty() { a .btn.quiet.small rel="prev" href=(self.pages.before) { (words.t("ui-page-before")) } }
                    @if !self.pages.after.is_empty() { a .btn.quiet.small rel="next" href=(self.pages.after) { (words.t("ui-page-after")) } }
                }
            }
        }
    }
}
