//! What differs between two rulebooks, or between two days of one.

use std::collections::BTreeSet;

use super::entry::{Entry, Spoken};
use super::parameter::Parameter;
use super::table::TableKind;
use super::view::InForce;
use crate::finding::Severity;
use crate::region::Province;

/// Something that one has and the other has not, or has otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub of: Differs,
    /// Before, in words; none if it is not there.
    pub before: Option<Said>,
    /// After, in words; none if it is not there.
    pub after: Option<Said>,
}

/// What can differ.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Differs {
    /// A parameter of a province, or of the nation.
    Parameter(Option<Province>, Parameter),
    /// A clause of a province, or of the nation, by its code.
    Clause(Option<Province>, String),
    /// A row of a table, by its code.
    Row(TableKind, String),
    /// A rule, by its code.
    Rule(String),
}

/// One side of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What is said.
    pub words: Spoken,
    /// What it weighs.
    pub severity: Severity,
    /// The layer that says it.
    pub layer: String,
}

fn said<T>(entry: &Entry<T>, words: Spoken) -> Said {
    Said { words, severity: entry.testimony.severity, layer: entry.place.layer.to_string() }
}

/// Whether two entries say the same, whoever says it and wherever it is written.
fn same<T: PartialEq>(a: Option<&Entry<T>>, b: Option<&Entry<T>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            let (one, other) = (&a.testimony, &b.testimony);
            a.value == b.value && one.severity == other.severity && one.sources == other.sources
        }
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Everything that differs: by province, then tables, then rules.
pub fn differences(before: InForce<'_>, after: InForce<'_>) -> Vec<Difference> {
    let mut found = Vec::new();
    let places = std::iter::once(None).chain(Province::ALL.iter().copied().map(Some));
    for place in places {
        parameters(before, after, place, &mut found);
        clauses(before, after, place, &mut found);
    }
    for &table in TableKind::ALL {
        rows(before, after, table, &mut found);
    }
    rules(before, after, &mut found);
    found
}

fn parameters(before: InForce<'_>, after: InForce<'_>, place: Option<Province>, found: &mut Vec<Difference>) {
    for &parameter in Parameter::ALL {
        let (a, b) = (before.own(place, parameter), after.own(place, parameter));
        if !same(a, b) {
            let side = |rules: InForce<'_>, entry: Option<&Entry<super::Value>>| {
                entry.map(|entry| said(entry, rules.value_spoken(&entry.value, parameter.shape())))
            };
            let of = Differs::Parameter(place, parameter);
            found.push(Difference { of, before: side(before, a), after: side(after, b) });
        }
    }
}

fn clauses(before: InForce<'_>, after: InForce<'_>, place: Option<Province>, found: &mut Vec<Difference>) {
    let all = |rules: InForce<'_>| rules.clauses_of(place).map(|clause| clause.value.code.clone()).collect();
    let codes: BTreeSet<String> =
        [before, after].into_iter().flat_map(|rules| -> Vec<String> { all(rules) }).collect();
    for code in codes {
        let a = before.clauses_of(place).find(|clause| clause.value.code == code);
        let b = after.clauses_of(place).find(|clause| clause.value.code == code);
        if !same(a, b) {
            let side = |clause: Option<&Entry<super::Clause>>| {
                clause.map(|clause| said(clause, clause.value.text.clone()))
            };
            let (before, after) = (side(a), side(b));
            found.push(Difference { of: Differs::Clause(place, code), before, after });
        }
    }
}

fn rows(before: InForce<'_>, after: InForce<'_>, table: TableKind, found: &mut Vec<Difference>) {
    let codes: BTreeSet<&str> =
        before.table(table).chain(after.table(table)).map(|row| row.value.code.as_str()).collect();
    for code in codes {
        let (a, b) = (before.row(table, code), after.row(table, code));
        if !same(a, b) {
            let side = |row: Option<&Entry<super::Row>>| row.map(|row| said(row, row.value.name.clone()));
            let of = Differs::Row(table, code.to_owned());
            found.push(Difference { of, before: side(a), after: side(b) });
        }
    }
}

fn rules(before: InForce<'_>, after: InForce<'_>, found: &mut Vec<Difference>) {
    let codes: BTreeSet<&str> =
        before.rules().chain(after.rules()).map(|rule| rule.value.code.as_str()).collect();
    for code in codes {
        let (a, b) = (before.rule(code), after.rule(code));
        let meaning = |entry: &Entry<super::Rule>| {
            let rule = &entry.value;
            let core =
                (rule.check, &rule.applies, &rule.asks, &rule.with, &rule.title, &rule.says, &rule.remedy);
            format!("{core:?}")
        };
        let alike = a
            .zip(b)
            .is_some_and(|(a, b)| meaning(a) == meaning(b) && a.testimony.severity == b.testimony.severity);
        if !alike {
            let side =
                |rule: Option<&Entry<super::Rule>>| rule.map(|rule| said(rule, rule.value.title.clone()));
            found.push(Difference { of: Differs::Rule(code.to_owned()), before: side(a), after: side(b) });
        }
    }
}
