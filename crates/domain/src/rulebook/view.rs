//! The rulebook on one day: what is in force, and which layer says so.

use chrono::NaiveDate;

use super::choices::{Because, Choice};
use super::clause::Clause;
use super::entry::{Entry, Versions};
use super::held::Held;
use super::parameter::Parameter;
use super::rule::Rule;
use super::shape::Value;
use super::table::{Row, TableKind};
use super::{Asks, Rulebook};
use crate::calendar::Calendar;
use crate::region::Province;

/// A rulebook seen on one day.
#[derive(Debug, Clone, Copy)]
pub struct InForce<'r> {
    rulebook: &'r Rulebook,
    day: NaiveDate,
}

/// The rules of one province on one day.
#[derive(Debug, Clone, Copy)]
pub struct ProvinceRules<'r> {
    in_force: InForce<'r>,
    province: Province,
}

/// What the rulebook answers to a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer<'r> {
    /// The province says it.
    Own(&'r Entry<Value>),
    /// The province does not say it, the national default holds.
    Default(&'r Entry<Value>),
    /// Nobody says it.
    Unknown(Because),
}

impl<'r> InForce<'r> {
    pub(super) fn new(rulebook: &'r Rulebook, day: NaiveDate) -> Self {
        Self { rulebook, day }
    }

    /// The day.
    pub fn day(self) -> NaiveDate {
        self.day
    }

    /// The calendar of working days.
    pub fn calendar(self) -> &'r Calendar {
        &self.rulebook.calendar
    }

    /// The rules of a province.
    pub fn province(self, province: Province) -> ProvinceRules<'r> {
        ProvinceRules { in_force: self, province }
    }

    /// What holds nationally for a parameter.
    pub fn national(self, parameter: Parameter) -> Option<&'r Entry<Value>> {
        self.rulebook.national.settings.get(&parameter)?.at(self.day)
    }

    /// The national clauses in force.
    pub fn clauses(self) -> impl Iterator<Item = &'r Entry<Clause>> {
        clauses(&self.rulebook.national, self.day)
    }

    /// The rows of a table in force, by code.
    pub fn table(self, table: TableKind) -> impl Iterator<Item = &'r Entry<Row>> {
        let rows = self.rulebook.tables.get(&table).into_iter().flat_map(|rows| rows.values());
        rows.filter_map(move |versions| versions.at(self.day))
    }

    /// The rules in force, by code.
    pub fn rules(self) -> impl Iterator<Item = &'r Entry<Rule>> {
        self.rulebook.rules.values().filter_map(move |versions| versions.at(self.day))
    }

    /// One rule.
    pub fn rule(self, code: &str) -> Option<&'r Entry<Rule>> {
        self.rulebook.rules.get(code)?.at(self.day)
    }

    /// One row of a table.
    pub fn row(self, table: TableKind, code: &str) -> Option<&'r Entry<Row>> {
        self.rulebook.tables.get(&table)?.get(code)?.at(self.day)
    }
}

impl<'r> ProvinceRules<'r> {
    /// Which province.
    pub fn province(self) -> Province {
        self.province
    }

    fn held(self) -> &'r Held {
        // Loading refuses a rulebook that lacks a province.
        &self.in_force.rulebook.provinces[&self.province]
    }

    /// What is asked here: by the province, else by the nation.
    pub fn get(self, parameter: Parameter) -> Answer<'r> {
        let own = self.held().settings.get(&parameter).and_then(|versions| versions.at(self.in_force.day));
        own.map(Answer::Own)
            .or_else(|| self.in_force.national(parameter).map(Answer::Default))
            .unwrap_or_else(|| Answer::Unknown(self.because(parameter)))
    }

    /// Why the province's own answer is open; a value not in force on the day counts as silence.
    pub fn because(self, parameter: Parameter) -> Because {
        self.held().gap(parameter).map_or(Because::Silent, |gap| gap.because)
    }

    /// The clauses of the province in force; the national ones are not among them.
    pub fn clauses(self) -> impl Iterator<Item = &'r Entry<Clause>> {
        clauses(self.held(), self.in_force.day)
    }
}

/// A clause that asks for nothing has been laid to rest by an overlay.
fn clauses(held: &Held, day: NaiveDate) -> impl Iterator<Item = &Entry<Clause>> {
    let in_force = held.clauses.values().filter_map(move |versions: &Versions<Clause>| versions.at(day));
    in_force.filter(|entry| entry.value.asks != Asks::Nothing)
}

impl<'r> Answer<'r> {
    /// The value with what speaks for it.
    pub fn entry(self) -> Option<&'r Entry<Value>> {
        match self {
            Self::Own(entry) | Self::Default(entry) => Some(entry),
            Self::Unknown(_) => None,
        }
    }

    /// The value as a flag.
    pub fn flag(self) -> Option<bool> {
        self.entry()?.value.flag()
    }

    /// The value as a number.
    pub fn number(self) -> Option<u32> {
        self.entry()?.value.number()
    }

    /// The value as a member of the list `C`.
    pub fn choice<C: Choice>(self) -> Option<C> {
        self.entry()?.value.choice()
    }

    /// The value as members of the list `C`; empty if nobody says it.
    pub fn choices<C: Choice>(self) -> Vec<C> {
        self.entry().map(|entry| entry.value.choices()).unwrap_or_default()
    }
}
