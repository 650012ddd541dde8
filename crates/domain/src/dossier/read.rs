//! Reading an order file: the dossier, or everything that is wrong with the file by path.

use serde_json::Value;

use super::Dossier;
use super::part::{At, Part, Problems};

/// One thing wrong with an order file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {what}", if self.path.is_empty() { "(the file)" } else { &self.path })]
pub struct Amiss {
    /// Where: `services.0.person.mobile`; empty for the whole file.
    pub path: String,
    /// What.
    pub what: Wrong,
}

/// What is wrong. What stands there is not repeated, since it may be personal data; its kind is told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// No JSON at all.
    #[error("no JSON: {0}")]
    Syntax(String),
    /// A key that must be there.
    #[error("is missing")]
    Missing,
    /// A key that nothing reads.
    #[error("unknown key")]
    UnknownKey,
    /// Another kind of value.
    #[error("expected {expected}, not {got}")]
    Kind {
        /// What may stand here.
        expected: &'static str,
        /// The kind of what stands here.
        got: &'static str,
    },
    /// Not a member of the list.
    #[error("none of: {expected}")]
    Choice {
        /// What may stand here.
        expected: String,
    },
    /// A list that is too long.
    #[error("at most {most} members, not {got}")]
    Many {
        /// How many are read.
        most: usize,
        /// How many there are.
        got: usize,
    },
}

impl Wrong {
    pub(super) fn kind(expected: &'static str, value: &Value) -> Self {
        let got = match value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "another text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        Self::Kind { expected, got }
    }

    pub(super) fn choice<'s>(slugs: impl Iterator<Item = &'s str>, value: &Value) -> Self {
        if value.is_string() {
            return Self::Choice { expected: slugs.collect::<Vec<_>>().join(", ") };
        }
        Self::kind("a text", value)
    }
}

impl Dossier {
    /// Reads an order file.
    ///
    /// # Errors
    /// Everything that is missing or of the wrong kind, by path.
    pub fn from_json(text: &str) -> Result<Self, Vec<Amiss>> {
        let value = serde_json::from_str(text);
        let value = value
            .map_err(|error| vec![Amiss { path: String::new(), what: Wrong::Syntax(error.to_string()) }])?;
        Self::from_value(&value)
    }

    /// Reads an order that was parsed before.
    ///
    /// # Errors
    /// As [`Self::from_json`].
    pub fn from_value(value: &Value) -> Result<Self, Vec<Amiss>> {
        let mut problems = Problems::default();
        let dossier = Self::read(value, &At::Root, &mut problems);
        if problems.0.is_empty() { Ok(dossier) } else { Err(problems.0) }
    }

    /// The JSON Schema of order files.
    pub fn schema() -> Value {
        let mut schema = <Self as Part>::schema();
        if let Some(object) = schema.as_object_mut() {
            object.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
            object.insert("title".into(), "Order file (备案资料)".into());
        }
        schema
    }
}
