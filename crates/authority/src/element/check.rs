//! Checking, one function per way an element can occur.

use std::ops::RangeInclusive;

use super::{Content, Violation};
use crate::codes::{CodeTables, Known, Table};
use crate::gbk;
use crate::xml;

/// What the schema says of one element.
pub(crate) struct Facet {
    /// The table a code is out of.
    pub table: Option<Table>,
    /// Characters of text, or bounds of a number.
    pub limits: Option<RangeInclusive<i64>>,
    /// A number beyond the limits that authorities send in spite of their schema.
    pub beyond: Option<i64>,
    /// Entries of a list.
    pub most: usize,
}

impl Facet {
    /// Nothing is said.
    pub const OPEN: Self = Self { table: None, limits: None, beyond: None, most: usize::MAX };
}

/// Where a check stands, and what it found.
pub(crate) struct Checking<'c> {
    path: Vec<(&'static str, Option<usize>)>,
    strictness: Strictness<'c>,
    pub violations: Vec<Violation>,
}

/// What is checked beyond the schema.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Strictness<'t> {
    /// Name the fields with characters outside GBK.
    pub encoding: bool,
    /// Name the codes that are not in these tables.
    pub tables: Option<&'t CodeTables>,
}

impl<'c> Checking<'c> {
    pub fn new(strictness: Strictness<'c>) -> Self {
        Self { path: Vec::new(), strictness, violations: Vec::new() }
    }

    /// Checks what stands under a name.
    pub fn at(&mut self, name: &'static str, check: impl FnOnce(&mut Self)) {
        self.step(name, None, check);
    }

    /// Checks every member of a list.
    pub fn each<T>(&mut self, name: &'static str, values: &[T], check: impl Fn(&T, &mut Self)) {
        for (index, value) in values.iter().enumerate() {
            self.step(name, Some(index), |to| check(value, to));
        }
    }

    /// Notes that the authority would answer with this code because of what stands here.
    pub fn broken(&mut self, code: i64) {
        self.violations.push(Violation::Rule { path: self.path(), code });
    }

    /// The same because of what stands, or is missing, under a name.
    pub fn broken_at(&mut self, name: &'static str, code: i64) {
        self.at(name, |to| to.broken(code));
    }

    fn step(&mut self, name: &'static str, index: Option<usize>, check: impl FnOnce(&mut Self)) {
        self.path.push((name, index));
        check(self);
        self.path.pop();
    }

    fn path(&self) -> String {
        let steps = self.path.iter().map(|(name, index)| match index {
            Some(index) => format!("{name}[{}]", index + 1),
            None => (*name).to_owned(),
        });
        steps.collect::<Vec<_>>().join("/")
    }

    pub fn range(&mut self, found: i64, limits: &RangeInclusive<i64>) {
        if !limits.contains(&found) {
            let (least, most) = (*limits.start(), *limits.end());
            self.violations.push(Violation::Range { path: self.path(), found, least, most });
        }
    }

    pub fn number(&mut self, found: i64, facet: &Facet) {
        if let Some(limits) = &facet.limits
            && facet.beyond != Some(found)
        {
            self.range(found, limits);
        }
        if let (Some(table), Some(tables)) = (facet.table, self.strictness.tables) {
            self.code(found, table, tables);
        }
    }

    /// A table of which nothing is known but invented rows is no ground for a refusal.
    fn code(&mut self, id: i64, table: Table, tables: &CodeTables) {
        let withdrawn = match tables.contains(table, id) {
            Known::Yes => return,
            Known::No if tables.is_made_up(table) => return,
            Known::No => false,
            Known::Withdrawn => true,
        };
        self.violations.push(Violation::Code { path: self.path(), table, id, withdrawn });
    }

    pub fn text(&mut self, text: &str, facet: &Facet) {
        if let Some(limits) = &facet.limits {
            self.range(i64::try_from(text.chars().count()).unwrap_or(i64::MAX), limits);
        }
        if let Some(ch) = xml::first_forbidden(text) {
            self.violations.push(Violation::Character { path: self.path(), ch });
        }
        if self.strictness.encoding
            && let Err(unmappable) = gbk::encode(text)
        {
            self.violations.push(Violation::Encoding { path: self.path(), ch: unmappable.ch });
        }
    }

    /// Notes a wrong number of what stands here.
    pub fn count(&mut self, found: usize, least: usize, most: usize) {
        if found < least || found > most {
            self.violations.push(Violation::Count { path: self.path(), found, least, most });
        }
    }

    fn list<T: Content>(&mut self, values: &[T], facet: &Facet, least: usize, name: &'static str) {
        self.at(name, |to| to.count(values.len(), least, facet.most));
        self.each(name, values, |value, to| value.check(facet, to));
    }
}

pub fn one<T: Content>(value: &T, to: &mut Checking<'_>, facet: &Facet, name: &'static str) {
    to.at(name, |to| value.check(facet, to));
}

#[expect(clippy::ref_option, reason = "the macro hands over references to fields")]
pub fn maybe<T: Content>(value: &Option<T>, to: &mut Checking<'_>, facet: &Facet, name: &'static str) {
    if let Some(value) = value {
        one(value, to, facet, name);
    }
}

pub fn any<T: Content>(values: &[T], to: &mut Checking<'_>, facet: &Facet, name: &'static str) {
    to.list(values, facet, 0, name);
}

pub fn many<T: Content>(values: &[T], to: &mut Checking<'_>, facet: &Facet, name: &'static str) {
    to.list(values, facet, 1, name);
}

pub fn inside<T: Content>(
    values: &[T],
    to: &mut Checking<'_>,
    facet: &Facet,
    name: &'static str,
    item: &'static str,
) {
    to.at(name, |to| to.list(values, facet, 1, item));
}

pub fn inside_maybe<T: Content>(
    values: &[T],
    to: &mut Checking<'_>,
    facet: &Facet,
    name: &'static str,
    item: &'static str,
) {
    to.at(name, |to| to.list(values, facet, 0, item));
}

pub fn each<T: Content>(
    values: &[T],
    to: &mut Checking<'_>,
    facet: &Facet,
    name: &'static str,
    item: &'static str,
) {
    to.at(name, |to| to.count(values.len(), 0, facet.most));
    to.each(name, values, |value, to| one(value, to, facet, item));
}
