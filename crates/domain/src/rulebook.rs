//! The rulebook (规则库): what provinces and the nation ask, as dated data with its sources.
//!
//! [`Rulebook::load`] makes one of layers of TOML files, or tells everything that is wrong with them.
//! [`Rulebook::at`] is the rulebook on one day: for every parameter what the province says, else what holds
//! nationally, and always who says it, since when, how surely, and which layer spoke. The files stand in
//! `rulebook/`; `docs/decisions/0032-rulebook-format.md` tells their form.

mod choices;
mod clause;
mod cross_check;
mod difference;
mod entry;
mod example;
mod held;
mod layer;
mod load;
mod parameter;
mod problem;
mod reader;
mod rule;
mod say;
mod schema;
mod shape;
mod shelf;
mod shown;
mod source;
mod spoken;
mod table;
mod view;
mod words;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;

pub use choices::*;
pub use clause::{Clause, When};
pub use difference::{Difference, Differs, Said, differences};
pub use entry::{Anchor, Entry, Spoken, Testimony, Version, Versions};
pub use example::{Base, EXAMPLES_DAY, Example};
pub use held::{Gap, Held};
pub use layer::{BUILT_IN, FILES, Layer, province_file};
pub use parameter::Parameter;
pub use problem::{Fault, Place, Problem};
pub use rule::{Applies, Rule, With};
pub use say::Language;
pub use schema::schemas;
pub use shape::{Shape, Value};
pub use shelf::Shelf;
pub use source::Source;
pub use table::{Column, Row, TableKind};
pub use view::{Answer, InForce, ProvinceRules};
pub use words::Words;

use crate::calendar::Calendar;
use crate::region::Province;

/// All rules of all days, of all layers.
#[derive(Debug)]
pub struct Rulebook {
    layers: Vec<String>,
    sources: BTreeMap<String, Source>,
    words: Words,
    national: Held,
    provinces: BTreeMap<Province, Held>,
    tables: BTreeMap<TableKind, BTreeMap<String, Versions<Row>>>,
    rules: BTreeMap<String, Versions<Rule>>,
    calendar: Calendar,
}

static BUILT_IN_RULES: LazyLock<Arc<Rulebook>> = LazyLock::new(|| {
    let rulebook = Rulebook::load(&[Layer::built_in()]);
    Arc::new(rulebook.expect("the rule files compiled in are read by a test"))
});

impl Rulebook {
    /// The rules compiled in.
    pub fn built_in() -> &'static Self {
        &BUILT_IN_RULES
    }

    /// Reads layers, the lowest first; what a higher layer says replaces what a lower says of the same name.
    ///
    /// # Errors
    /// Every problem of every file, by layer, file and line.
    pub fn load(layers: &[Layer]) -> Result<Self, Vec<Problem>> {
        load::load(layers)
    }

    /// Reads layers as [`Self::load`] does, and runs the examples of every layer but the lowest over the layers
    /// up to it; those of the lowest are run by the tests of the house.
    ///
    /// # Errors
    /// As [`Self::load`]; then every example that does not behave.
    pub fn prove(layers: &[Layer]) -> Result<Self, Vec<Problem>> {
        let rulebook = Self::load(layers)?;
        let mut problems = Vec::new();
        for (top, layer) in layers.iter().enumerate().skip(1) {
            let up_to = Self::load(&layers[..=top])?;
            problems.extend(example::misbehaving(&up_to, &layer.name));
        }
        if problems.is_empty() { Ok(rulebook) } else { Err(problems) }
    }

    /// The examples of the lowest layer that do not behave.
    pub fn misbehaving(&self) -> Vec<Problem> {
        self.layers.first().map(|layer| example::misbehaving(self, layer)).unwrap_or_default()
    }

    /// The rules of all days and layers, by code.
    pub fn all_rules(&self) -> impl Iterator<Item = &Entry<Rule>> {
        self.rules.values().flat_map(Versions::all)
    }

    /// The rules in force on a day.
    pub fn at(&self, day: NaiveDate) -> InForce<'_> {
        InForce::new(self, day)
    }

    /// The names of the layers, the lowest first.
    pub fn layers(&self) -> &[String] {
        &self.layers
    }

    /// A source by its tag.
    pub fn source(&self, tag: &str) -> Option<&Source> {
        self.sources.get(tag)
    }

    /// All sources, by tag.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.values()
    }

    /// What parameters and members of lists are called.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// What holds nationally, of all days.
    pub fn national(&self) -> &Held {
        &self.national
    }

    /// What a province holds, of all days.
    pub fn province(&self, province: Province) -> &Held {
        // Loading refuses a rulebook that lacks a province.
        &self.provinces[&province]
    }

    /// The working days.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }
}

#[cfg(test)]
mod tests;
