//! What parameters, values and rows are called: in both languages, as the rulebook's own words have it.

use super::choices::{Choice, Options, YES_NO};
use super::entry::Spoken;
use super::parameter::Parameter;
use super::shape::{Shape, Value};
use super::table::TableKind;
use super::view::InForce;

impl Spoken {
    /// The same in both languages: numbers, names, codes.
    fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { zh: text.clone(), en: text }
    }

    /// Several things in a row.
    fn list(names: &[Self]) -> Self {
        let join = |each: fn(&Self) -> &str, by: &str| names.iter().map(each).collect::<Vec<_>>().join(by);
        Self { zh: join(|name| &name.zh, "、"), en: join(|name| &name.en, ", ") }
    }
}

impl InForce<'_> {
    /// A value of this shape in words.
    pub fn value_spoken(self, value: &Value, shape: Shape) -> Spoken {
        let member = |slug: &str| match shape {
            Shape::Choice(options) | Shape::Choices(options) => self.choice_spoken(options, slug),
            Shape::Flag | Shape::Number | Shape::Text | Shape::Words | Shape::Row(_) | Shape::Rows(_) => {
                Spoken::same(slug)
            }
        };
        match value {
            Value::Flag(flag) => self.choice_spoken(YES_NO, if *flag { "yes" } else { "no" }),
            Value::Number(number) => Spoken::same(number.to_string()),
            Value::Text(text) => Spoken::same(text.as_str()),
            Value::Words(words) => Spoken::same(words.join(" ")),
            Value::Choice(slug) => member(slug),
            Value::Choices(slugs) => Spoken::list(&slugs.iter().map(|slug| member(slug)).collect::<Vec<_>>()),
            Value::Row(table, code) => self.row_spoken(*table, code),
            Value::Rows(table, codes) => {
                Spoken::list(&codes.iter().map(|code| self.row_spoken(*table, code)).collect::<Vec<_>>())
            }
        }
    }

    /// What a row is called; its code if it is not in force on the day.
    pub fn row_spoken(self, table: TableKind, code: &str) -> Spoken {
        self.row(table, code).map_or_else(|| Spoken::same(code), |entry| entry.value.name.clone())
    }

    /// What a member of a list is called.
    pub fn choice_spoken(self, options: Options, slug: &str) -> Spoken {
        // Loading refuses a rulebook that lacks words.
        self.rulebook().words().choice(options, slug).cloned().unwrap_or_else(|| Spoken::same(slug))
    }

    /// What a member of the list `C` is called.
    pub fn member_spoken<C: Choice>(self, slug: &str) -> Spoken {
        self.choice_spoken(C::OPTIONS, slug)
    }

    /// What a parameter is called.
    pub fn parameter_spoken(self, parameter: Parameter) -> Spoken {
        // Loading refuses a rulebook that lacks words.
        self.rulebook().words().parameter(parameter).cloned().unwrap_or_else(|| Spoken::same(parameter.key()))
    }
}
