//! Reads TOML with the places of its keys, collects every problem, and finds keys that nobody asked for.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::choices::Choice;
use super::entry::Entry;
use super::problem::{Fault, Place, Problem};

/// A file being read: who it is, where its lines begin, and what was found wrong so far.
#[derive(Debug)]
pub(super) struct Page<'p> {
    layer: Arc<str>,
    file: Arc<str>,
    starts: Vec<usize>,
    problems: &'p mut Vec<Problem>,
}

/// A table of the file, and which of its keys have been asked for.
#[derive(Debug)]
pub(super) struct Keys<'t> {
    path: String,
    at: usize,
    table: &'t DeTable<'t>,
    taken: BTreeSet<String>,
}

/// A value of the file.
#[derive(Debug, Clone)]
pub(super) struct Cell<'t> {
    pub path: String,
    at: usize,
    pub value: &'t DeValue<'t>,
}

impl<'p> Page<'p> {
    pub fn new(layer: &Arc<str>, file: &str, text: &str, problems: &'p mut Vec<Problem>) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { layer: Arc::clone(layer), file: file.into(), starts, problems }
    }

    /// Parses as much as can be parsed.
    pub fn parse<'t>(&mut self, text: &'t str) -> Spanned<DeTable<'t>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            self.found(at, "", Fault::Syntax(error.message().to_owned()));
        }
        table
    }

    pub fn place(&self, at: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= at);
        Place {
            layer: Arc::clone(&self.layer),
            file: Arc::clone(&self.file),
            line: u32::try_from(line).unwrap_or(u32::MAX),
        }
    }

    pub fn found(&mut self, at: usize, key: &str, what: Fault) {
        let place = self.place(at);
        self.problems.push(Problem { place, key: key.to_owned(), what });
    }

    /// A problem of an entry that has been read.
    pub fn report<T>(&mut self, entry: &Entry<T>, what: Fault) {
        let (place, key) = (entry.place.clone(), entry.key.clone());
        self.problems.push(Problem { place, key, what });
    }

    /// A key that must be there and is not.
    pub fn missing(&mut self, keys: &Keys<'_>, key: &'static str) {
        self.found(keys.at, &keys.path, Fault::Missing(key));
    }

    /// A key that nothing minds.
    pub fn needless(&mut self, keys: &Keys<'_>, key: &'static str) {
        self.found(keys.at, &keys.path, Fault::Needless(key));
    }

    /// A problem of a value.
    pub fn wrong(&mut self, cell: &Cell<'_>, what: Fault) {
        self.found(cell.at, &cell.path, what);
    }
}

impl<'t> Keys<'t> {
    pub fn root(table: &'t DeTable<'t>) -> Self {
        Self { path: String::new(), at: 0, table, taken: BTreeSet::new() }
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn place(&self, page: &Page<'_>) -> Place {
        page.place(self.at)
    }

    fn below(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    pub fn take(&mut self, key: &str) -> Option<Cell<'t>> {
        let (name, value) = self.table.get_key_value(key)?;
        self.taken.insert(key.to_owned());
        Some(Cell { path: self.below(key), at: name.span().start, value: value.get_ref() })
    }

    pub fn need(&mut self, key: &'static str, page: &mut Page<'_>) -> Option<Cell<'t>> {
        let cell = self.take(key);
        if cell.is_none() {
            page.found(self.at, &self.path, Fault::Missing(key));
        }
        cell
    }

    /// Everything not asked for yet.
    pub fn rest(&mut self) -> Vec<(String, Cell<'t>)> {
        let table = self.table;
        let open = table.iter().filter(|(name, _)| !self.taken.contains(name.get_ref().as_ref()));
        let names: Vec<String> = open.map(|(name, _)| name.get_ref().to_string()).collect();
        names.into_iter().filter_map(|name| Some((name.clone(), self.take(&name)?))).collect()
    }

    /// Nothing else may stand here.
    pub fn finish(mut self, page: &mut Page<'_>) {
        for (_, cell) in self.rest() {
            page.wrong(&cell, Fault::UnknownKey);
        }
    }

    pub fn text(&mut self, key: &'static str, page: &mut Page<'_>) -> Option<String> {
        self.need(key, page)?.text(page)
    }

    pub fn date(&mut self, key: &str, page: &mut Page<'_>) -> Option<NaiveDate> {
        self.take(key)?.date(page)
    }

    pub fn texts(&mut self, key: &str, page: &mut Page<'_>) -> Vec<String> {
        self.take(key).map(|cell| cell.texts(page)).unwrap_or_default()
    }

    /// The tables of an array of tables; none if the key is absent.
    pub fn tables(&mut self, key: &str, page: &mut Page<'_>) -> Vec<Keys<'t>> {
        self.take(key).map(|cell| cell.tables(page)).unwrap_or_default()
    }
}

impl<'t> Cell<'t> {
    pub fn place(&self, page: &Page<'_>) -> Place {
        page.place(self.at)
    }

    fn expected(&self, what: &str, page: &mut Page<'_>) {
        page.wrong(self, Fault::Shape(what.to_owned()));
    }

    pub fn text(&self, page: &mut Page<'_>) -> Option<String> {
        let text = self.value.as_str().map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            self.expected("a text", page);
        }
        text.map(str::to_owned)
    }

    pub fn flag(&self, page: &mut Page<'_>) -> Option<bool> {
        let flag = self.value.as_bool();
        if flag.is_none() {
            self.expected("true or false", page);
        }
        flag
    }

    pub fn number(&self, page: &mut Page<'_>) -> Option<u32> {
        let digits = self.value.as_integer().filter(|number| number.radix() == 10);
        let number = digits.and_then(|number| number.as_str().parse().ok());
        if number.is_none() {
            self.expected("a whole number from 0", page);
        }
        number
    }

    pub fn date(&self, page: &mut Page<'_>) -> Option<NaiveDate> {
        let written = self.value.as_datetime().map(ToString::to_string);
        let date =
            written.or_else(|| self.value.as_str().map(str::to_owned)).and_then(|text| text.parse().ok());
        if date.is_none() {
            self.expected("a date: 2026-01-31", page);
        }
        date
    }

    pub fn list(&self, page: &mut Page<'_>) -> Vec<Cell<'t>> {
        let Some(items) = self.value.as_array() else {
            self.expected("a list", page);
            return Vec::new();
        };
        let cell = |item: &'t Spanned<DeValue<'t>>| Cell {
            path: self.path.clone(),
            at: item.span().start,
            value: item.get_ref(),
        };
        items.iter().map(cell).collect()
    }

    pub fn texts(&self, page: &mut Page<'_>) -> Vec<String> {
        let texts: Vec<String> = self.list(page).iter().filter_map(|item| item.text(page)).collect();
        if let Some(twice) =
            texts.iter().enumerate().find_map(|(n, text)| texts[..n].contains(text).then_some(text))
        {
            self.expected(&format!("each word once, and `{twice}` stands twice"), page);
        }
        texts
    }

    pub fn keys(&self, page: &mut Page<'_>) -> Option<Keys<'t>> {
        let Some(table) = self.value.as_table() else {
            self.expected("a table", page);
            return None;
        };
        Some(Keys { path: self.path.clone(), at: self.at, table, taken: BTreeSet::new() })
    }

    /// One table, or a list of tables.
    pub fn tables(&self, page: &mut Page<'_>) -> Vec<Keys<'t>> {
        if self.value.is_array() {
            self.list(page).iter().filter_map(|item| item.keys(page)).collect()
        } else {
            self.keys(page).into_iter().collect()
        }
    }

    pub fn slug(&self, slugs: &'static [&'static str], page: &mut Page<'_>) -> Option<&'static str> {
        let text = self.text(page)?;
        let found = slugs.iter().copied().find(|slug| *slug == text);
        if found.is_none() {
            page.wrong(self, Fault::NoChoice { got: text, expected: slugs.join(", ") });
        }
        found
    }

    pub fn choice<C: Choice>(&self, page: &mut Page<'_>) -> Option<C> {
        self.slug(C::OPTIONS.slugs, page).and_then(C::from_slug)
    }

    pub fn choices<C: Choice>(&self, page: &mut Page<'_>) -> Vec<C> {
        self.list(page).iter().filter_map(|item| item.choice(page)).collect()
    }
}
