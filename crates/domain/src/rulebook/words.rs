//! Names of parameters and of members of lists in both languages, from `words.toml`.

use std::collections::BTreeMap;

use super::choices::{self, Choice, Options, YES_NO};
use super::entry::Spoken;
use super::parameter::Parameter;
use super::reader::{Keys, Page};
use super::shape::Shape;
use super::table::TableKind;

/// What things are called.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    parameters: BTreeMap<String, Spoken>,
    choices: BTreeMap<(String, String), Spoken>,
}

impl Words {
    /// What a parameter is called.
    pub fn parameter(&self, parameter: Parameter) -> Option<&Spoken> {
        self.parameters.get(parameter.key())
    }

    /// What a member of a list is called.
    pub fn choice(&self, options: Options, slug: &str) -> Option<&Spoken> {
        self.choices.get(&(options.name.to_owned(), slug.to_owned()))
    }

    /// Reads one layer's words over those of the layers below.
    pub(super) fn read(&mut self, mut keys: Keys<'_>, page: &mut Page<'_>) {
        if let Some(mut names) = keys.take("parameter").and_then(|cell| cell.keys(page)) {
            for &parameter in Parameter::ALL {
                let cell = names.take(parameter.key());
                let spoken = Spoken::of(cell, page);
                self.parameters.extend(spoken.map(|spoken| (parameter.key().to_owned(), spoken)));
            }
            names.finish(page);
        }
        if let Some(mut lists) = keys.take("choice").and_then(|cell| cell.keys(page)) {
            for options in lists_with_words() {
                let Some(mut members) = lists.take(options.name).and_then(|cell| cell.keys(page)) else {
                    continue;
                };
                for slug in options.slugs {
                    let spoken = Spoken::of(members.take(slug), page);
                    let key = (options.name.to_owned(), (*slug).to_owned());
                    self.choices.extend(spoken.map(|spoken| (key, spoken)));
                }
                members.finish(page);
            }
            lists.finish(page);
        }
        keys.finish(page);
    }

    /// Keys for which no layer has words.
    pub(super) fn missing(&self) -> Vec<String> {
        let parameters = Parameter::ALL.iter().filter(|parameter| self.parameter(**parameter).is_none());
        let mut missing: Vec<String> =
            parameters.map(|parameter| format!("parameter.{}", parameter.key())).collect();
        for options in lists_with_words() {
            let open = options.slugs.iter().filter(|slug| self.choice(options, slug).is_none());
            missing.extend(open.map(|slug| format!("choice.{}.{slug}", options.name)));
        }
        missing
    }
}

/// Every list whose members people read.
pub(super) fn lists_with_words() -> Vec<Options> {
    let columns = TableKind::ALL.iter().flat_map(|table| table.columns()).map(|column| column.shape);
    let shapes = Parameter::ALL.iter().map(|parameter| parameter.shape()).chain(columns);
    let fixed = [
        YES_NO,
        choices::Filer::OPTIONS,
        choices::Asks::OPTIONS,
        choices::Where::OPTIONS,
        choices::Confidence::OPTIONS,
        choices::Chapter::OPTIONS,
        choices::UNFIT,
        choices::SYSTEMS,
        choices::ORDER_KINDS,
    ];
    let mut lists: Vec<Options> = fixed.into_iter().chain(shapes.filter_map(options_of)).collect();
    lists.sort_by_key(|options| options.name);
    lists.dedup();
    lists
}

fn options_of(shape: Shape) -> Option<Options> {
    match shape {
        Shape::Choice(options) | Shape::Choices(options) => Some(options),
        Shape::Flag | Shape::Number | Shape::Text | Shape::Words | Shape::Row(_) | Shape::Rows(_) => None,
    }
}
