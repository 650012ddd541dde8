//! Examples: faultless orders with a few values changed, which a rule must find fault with, or must not.

use chrono::NaiveDate;
use serde_json::{Map, Value};
use toml::de::DeValue;

use super::choices::Choice;
use super::entry::Entry;
use super::problem::{Fault, Place, Problem};
use super::reader::{Cell, Keys, Page};
use super::rule::{self, Rule};
use super::{Options, Rulebook};
use crate::check::Checker;
use crate::dossier::Dossier;
use crate::order::field::FieldPath;

/// The day of examples that name none.
pub const EXAMPLES_DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day of the calendar");

/// An example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The faultless order it starts from.
    pub on: Base,
    /// The day it is checked on.
    pub at: NaiveDate,
    /// What is changed: paths and values.
    pub set: Vec<(String, Value)>,
    /// Paths that are taken away.
    pub without: Vec<String>,
    /// Where the rule must find fault; any field if not said.
    pub finds: Option<FieldPath>,
    /// Where it is written.
    pub place: Place,
}

/// The faultless orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// An enterprise's first website.
    Unit,
    /// A person's first website.
    Individual,
    /// An enterprise's first App.
    App,
}

impl Base {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Unit, Self::Individual, Self::App];

    /// The name in rule files.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Individual => "individual",
            Self::App => "app",
        }
    }

    /// The order, as a file.
    pub const fn json(self) -> &'static str {
        match self {
            Self::Unit => include_str!("../../../../rulebook/examples/unit.json"),
            Self::Individual => include_str!("../../../../rulebook/examples/individual.json"),
            Self::App => include_str!("../../../../rulebook/examples/app.json"),
        }
    }
}

impl Choice for Base {
    const OPTIONS: Options = Options { name: "base", slugs: &["unit", "individual", "app"] };
    fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|base| base.slug() == slug)
    }
}

impl Example {
    pub(super) fn read_all(keys: &mut Keys<'_>, key: &'static str, page: &mut Page<'_>) -> Vec<Self> {
        let Some(cell) = keys.need(key, page) else { return Vec::new() };
        let place = cell.place(page);
        let examples: Vec<_> =
            cell.tables(page).into_iter().filter_map(|keys| Self::read(keys, &place, page)).collect();
        if examples.is_empty() {
            page.wrong(&cell, Fault::Shape("at least one example".to_owned()));
        }
        examples
    }

    fn read(mut keys: Keys<'_>, place: &Place, page: &mut Page<'_>) -> Option<Self> {
        let on = keys.need("on", page).and_then(|cell| cell.choice(page));
        let at = keys.date("at", page).unwrap_or(EXAMPLES_DAY);
        let set = keys
            .take("set")
            .and_then(|cell| cell.keys(page))
            .map(|mut keys| keys.rest().into_iter().map(|(path, cell)| (path, json(&cell))).collect());
        let without = keys.texts("without", page);
        let finds = keys.take("finds").and_then(|cell| rule::path(&cell, page));
        keys.finish(page);
        Some(Self { on: on?, at, set: set.unwrap_or_default(), without, finds, place: place.clone() })
    }

    /// The order the example makes.
    ///
    /// # Errors
    /// What does not fit into an order.
    pub fn order(&self) -> Result<Dossier, Fault> {
        let base = Dossier::from_json(self.on.json()).map_err(|amiss| Fault::Example(first(&amiss)))?;
        let mut order = serde_json::to_value(&base).map_err(|error| Fault::Example(error.to_string()))?;
        for path in &self.without {
            take(&mut order, path).ok_or_else(|| Fault::UnknownField(path.clone()))?;
        }
        for (path, value) in &self.set {
            let place = find(&mut order, path).ok_or_else(|| Fault::UnknownField(path.clone()))?;
            *place = value.clone();
        }
        Dossier::from_value(&order).map_err(|amiss| Fault::Example(first(&amiss)))
    }
}

fn first(amiss: &[crate::dossier::Amiss]) -> String {
    amiss.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// The place of a path; members are added to lists at their end and to objects that were left out.
fn find<'v>(order: &'v mut Value, path: &str) -> Option<&'v mut Value> {
    path.split('.').try_fold(order, |part, key| {
        if part.is_null() {
            *part = Value::Object(Map::new());
        }
        match part {
            Value::Object(object) => Some(object.entry(key).or_insert(Value::Null)),
            Value::Array(list) => {
                let number: usize = key.parse().ok()?;
                if number == list.len() {
                    list.push(Value::Null);
                }
                list.get_mut(number)
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
        }
    })
}

fn take(order: &mut Value, path: &str) -> Option<Value> {
    let (above, key) = path.rsplit_once('.').unwrap_or(("", path));
    let part = if above.is_empty() { order } else { find(order, above)? };
    match part {
        Value::Object(object) => object.remove(key),
        Value::Array(list) => {
            let number: usize = key.parse().ok()?;
            (number < list.len()).then(|| list.remove(number))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

fn json(cell: &Cell<'_>) -> Value {
    value(cell.value)
}

fn value(written: &DeValue<'_>) -> Value {
    match written {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Boolean(flag) => Value::Bool(*flag),
        DeValue::Integer(number) => number.as_str().parse::<i64>().map_or(Value::Null, Value::from),
        DeValue::Float(number) => number.as_str().parse::<f64>().map_or(Value::Null, Value::from),
        DeValue::Datetime(day) => Value::String(day.to_string()),
        DeValue::Array(items) => items.iter().map(|item| value(item.get_ref())).collect(),
        DeValue::Table(table) => {
            table.iter().map(|(key, item)| (key.get_ref().to_string(), value(item.get_ref()))).collect()
        }
    }
}

/// Runs the examples of every rule of a layer; those that do not behave are problems.
pub(super) fn misbehaving(rulebook: &Rulebook, layer: &str) -> Vec<Problem> {
    run(rulebook, rulebook.all_rules().filter(|entry| &*entry.place.layer == layer))
}

/// Runs the examples of these rules.
pub(super) fn run<'r>(rulebook: &'r Rulebook, rules: impl Iterator<Item = &'r Entry<Rule>>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut checkers: Vec<Checker<'_>> = Vec::new();
    for entry in rules {
        let fails = entry.value.fails.iter().map(|example| (example, true));
        let passes = entry.value.passes.iter().map(|example| (example, false));
        for (example, must_find) in fails.chain(passes) {
            if !checkers.iter().any(|checker| checker.day() == example.at) {
                checkers.push(Checker::new(rulebook, example.at));
            }
            let Some(checker) = checkers.iter().find(|checker| checker.day() == example.at) else { continue };
            let what = match example.order() {
                Ok(order) => judge(entry, example, checker, &order, must_find),
                Err(fault) => Some(fault),
            };
            let key = format!("{}.{}", entry.value.code, if must_find { "fails" } else { "passes" });
            problems.extend(what.map(|what| Problem { place: example.place.clone(), key, what }));
        }
    }
    problems
}

fn judge(
    entry: &Entry<Rule>,
    example: &Example,
    checker: &Checker<'_>,
    order: &Dossier,
    must_find: bool,
) -> Option<Fault> {
    let findings = checker.check(order);
    let mut found = findings.iter().filter(|finding| finding.rule == entry.value.code);
    if must_find {
        let hit = found.any(|finding| example.finds.is_none_or(|path| path == finding.field));
        return (!hit).then(|| {
            let all = findings.iter().map(|finding| format!("{} {}", finding.rule, finding.field));
            let all = all.collect::<Vec<_>>().join(", ");
            Fault::NotFound(if all.is_empty() { "nothing".to_owned() } else { all })
        });
    }
    found.next().map(|finding| Fault::Found(finding.field.to_string()))
}
