//! What one file cannot know of itself: that tags, rows and the claimed confidence hold.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::choices::Confidence;
use super::entry::{Entry, Testimony, Versions};
use super::held::Held;
use super::problem::{Fault, Problem};
use super::rule::Rule;
use super::source::Source;
use super::table::{Row, TableKind};
use super::{Rulebook, Value};
use crate::finding::Severity;

type Tables = BTreeMap<TableKind, BTreeSet<String>>;

/// Checks every entry, and gives those without a date the newest of their sources.
pub(super) fn check(rulebook: &mut Rulebook, problems: &mut Vec<Problem>) {
    let codes = |rows: &BTreeMap<String, Versions<Row>>| rows.keys().cloned().collect();
    let tables: Tables = rulebook.tables.iter().map(|(table, rows)| (*table, codes(rows))).collect();
    let mut judge = Judge { sources: &rulebook.sources, tables: &tables, problems };
    for entry in rulebook.rules.values_mut().flat_map(Versions::all_mut) {
        judge.rule(entry);
    }
    judge.held(&mut rulebook.national);
    for held in rulebook.provinces.values_mut() {
        judge.held(held);
    }
    for versions in rulebook.tables.values_mut().flat_map(BTreeMap::values_mut) {
        for entry in versions.all_mut() {
            judge.row(entry);
        }
    }
}

struct Judge<'r> {
    sources: &'r BTreeMap<String, Source>,
    tables: &'r Tables,
    problems: &'r mut Vec<Problem>,
}

impl Judge<'_> {
    fn held(&mut self, held: &mut Held) {
        for entry in held.settings.values_mut().flat_map(Versions::all_mut) {
            let references = entry.value.references();
            let said = entry.testimony.said.iter().filter_map(|version| version.value.as_ref());
            let references: Vec<_> = references.into_iter().chain(said.flat_map(Value::references)).collect();
            self.references(entry, &references);
            self.entry(entry);
        }
        for entry in held.clauses.values_mut().flat_map(Versions::all_mut) {
            self.references(entry, &entry.value.references());
            self.entry(entry);
        }
    }

    fn row(&mut self, entry: &mut Entry<Row>) {
        let references: Vec<_> = entry.value.cells().flat_map(|(_, value)| value.references()).collect();
        self.references(entry, &references);
        self.entry(entry);
    }

    fn rule(&mut self, entry: &mut Entry<Rule>) {
        for (tables, code) in entry.value.references() {
            let known =
                tables.iter().any(|table| self.tables.get(table).is_some_and(|codes| codes.contains(code)));
            if let (false, Some(table)) = (known, tables.first()) {
                self.wrong(entry, Fault::UnknownRow { table: table.slug(), code: code.to_owned() });
            }
        }
        self.entry(entry);
    }

    fn references<T>(&mut self, entry: &Entry<T>, references: &[(TableKind, &str)]) {
        for (table, code) in references {
            if !self.tables.get(table).is_some_and(|codes| codes.contains(*code)) {
                self.wrong(entry, Fault::UnknownRow { table: table.slug(), code: (*code).to_owned() });
            }
        }
    }

    fn entry<T>(&mut self, entry: &mut Entry<T>) {
        let said = entry.testimony.said.iter().flat_map(|version| &version.by);
        let tags: Vec<String> = entry.testimony.sources.iter().chain(said).cloned().collect();
        for tag in tags.iter().filter(|tag| !self.sources.contains_key(*tag)) {
            self.wrong(entry, Fault::UnknownSource(tag.clone()));
        }
        if let Some(reason) = self.doubt(&entry.testimony) {
            let confidence = entry.testimony.confidence.slug();
            self.wrong(entry, Fault::Confidence { confidence, reason });
        }
        entry.testimony.as_of = entry.testimony.as_of.or_else(|| self.newest(&entry.testimony));
    }

    fn newest(&self, testimony: &Testimony) -> Option<NaiveDate> {
        testimony.sources.iter().filter_map(|tag| self.sources.get(tag)?.as_of).max()
    }

    /// Why the confidence or the severity is more than the sources carry.
    fn doubt(&self, testimony: &Testimony) -> Option<&'static str> {
        let known: Vec<&Source> = testimony.sources.iter().filter_map(|tag| self.sources.get(tag)).collect();
        let publishers: BTreeSet<&str> = known.iter().map(|source| source.publisher.as_str()).collect();
        let law = known.iter().any(|source| source.authoritative);
        let reasoned = testimony.said.len() > 1 && testimony.why.is_some();
        match testimony.confidence {
            _ if testimony.sources.is_empty() => Some("nobody says it"),
            Confidence::Confirmed if publishers.len() < 2 && !law => Some("it has one publisher"),
            Confidence::Single if publishers.len() > 1 || law => {
                Some("it has more than one publisher, or the law")
            }
            Confidence::Single if testimony.severity == Severity::Block => {
                Some("to block it needs two publishers, or a reason to choose one version")
            }
            Confidence::Conflicting if !reasoned => Some("two versions and a reason must stand beside it"),
            Confidence::Confirmed | Confidence::Single if !testimony.said.is_empty() => {
                Some("versions stand beside it")
            }
            Confidence::Confirmed | Confidence::Single | Confidence::Conflicting => None,
        }
    }

    fn wrong<T>(&mut self, entry: &Entry<T>, what: Fault) {
        let (place, key) = (entry.place.clone(), entry.key.clone());
        self.problems.push(Problem { place, key, what });
    }
}
