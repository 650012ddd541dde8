//! The plain named fields of a push: one list per kind, from which JSON, scripts and forms are read alike.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::codes::Table;
use crate::value::WireTime;

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {what}")]
pub struct FieldError {
    /// Name of the field.
    pub field: String,
    /// What is wrong.
    pub what: String,
}

impl FieldError {
    pub(in crate::simulator) fn new(field: &str, what: impl Into<String>) -> Self {
        Self { field: field.to_owned(), what: what.into() }
    }
}

/// One of several words for a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(in crate::simulator) struct Choice {
    /// How it is written.
    pub word: &'static str,
    /// The number on the wire.
    pub value: i64,
    pub zh: &'static str,
    pub en: &'static str,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::simulator) enum Input {
    /// Text in one line.
    Text,
    /// Text in several lines.
    Long,
    /// A number.
    Number,
    /// An id of a base code table.
    Code(Table),
    /// An IPv4 address with dots.
    Address,
    /// A date, perhaps with a time, Beijing time.
    Moment,
    /// One of some words.
    Choice(&'static [Choice]),
}

/// One field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::simulator) struct Field {
    pub name: &'static str,
    /// The element it becomes; empty if it becomes none of its own.
    pub wire: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    pub input: Input,
    pub required: bool,
    /// What a form holds at first.
    pub sample: &'static str,
}

/// A field that must be given.
pub(super) const fn must(
    [name, wire, zh, en]: [&'static str; 4],
    input: Input,
    sample: &'static str,
) -> Field {
    Field { name, wire, zh, en, input, required: true, sample }
}

/// A field that may be left out.
pub(super) const fn may(
    [name, wire, zh, en]: [&'static str; 4],
    input: Input,
    sample: &'static str,
) -> Field {
    Field { name, wire, zh, en, input, required: false, sample }
}

/// The values of a push, each of the kind its field says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::simulator) struct Given {
    fields: &'static [Field],
    values: BTreeMap<&'static str, String>,
}

impl Given {
    /// Reads values by their names. Empty ones count as left out; numbers may come as text and lists as text with
    /// commas.
    pub fn read(fields: &'static [Field], map: &Map<String, Value>) -> Result<Self, FieldError> {
        let mut values = BTreeMap::new();
        for (name, value) in map {
            let known = fields.iter().find(|field| field.name == name);
            let field = known.ok_or_else(|| FieldError::new(name, "there is no such field"))?;
            let text = plain(field, value)?;
            if !text.is_empty() {
                check(field, &text)?;
                values.insert(field.name, text);
            }
        }
        let missing = fields.iter().find(|field| field.required && !values.contains_key(field.name));
        match missing {
            Some(field) => Err(FieldError::new(field.name, "is missing")),
            None => Ok(Self { fields, values }),
        }
    }

    /// The first few values, to tell pushes apart.
    pub fn about(&self) -> String {
        let told = self.fields.iter().filter(|field| field.name != "account");
        let told = told.filter_map(|field| match field.input {
            Input::Text | Input::Code(_) | Input::Address => self.values.get(field.name),
            Input::Long | Input::Number | Input::Moment | Input::Choice(_) => None,
        });
        told.take(2).cloned().collect::<Vec<_>>().join(" · ")
    }

    pub fn maybe(&self, name: &str) -> Option<String> {
        self.values.get(name).cloned()
    }

    pub fn text(&self, name: &str) -> Result<String, FieldError> {
        self.maybe(name).ok_or_else(|| FieldError::new(name, "is missing"))
    }

    pub fn maybe_number(&self, name: &str) -> Option<i64> {
        let field = self.fields.iter().find(|field| field.name == name)?;
        let value = self.values.get(name)?;
        match field.input {
            Input::Choice(choices) => choice(choices, value).map(|choice| choice.value),
            Input::Text | Input::Long | Input::Number | Input::Code(_) | Input::Address | Input::Moment => {
                value.parse().ok()
            }
        }
    }

    pub fn number(&self, name: &str) -> Result<i64, FieldError> {
        self.maybe_number(name).ok_or_else(|| FieldError::new(name, "is missing"))
    }

    pub fn maybe_address(&self, name: &str) -> Option<Ipv4Addr> {
        self.values.get(name)?.parse().ok()
    }

    pub fn address(&self, name: &str) -> Result<Ipv4Addr, FieldError> {
        self.maybe_address(name).ok_or_else(|| FieldError::new(name, "is missing"))
    }

    pub fn moment(&self, name: &str) -> Option<WireTime> {
        self.values.get(name).and_then(|value| WireTime::parse(value))
    }

    /// The members of a list.
    pub fn list(&self, name: &str) -> Vec<String> {
        let text = self.values.get(name).map(String::as_str).unwrap_or_default();
        let parts = text.split([',', '，', ';', '；', ' ']).map(str::trim);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// The name of the field that becomes an element, by the path of the element.
    pub fn field_of<'p>(&self, path: &'p str) -> &'p str {
        let element = path.rsplit('/').next().unwrap_or(path);
        let element = element.split_once('[').map_or(element, |(name, _)| name);
        self.fields.iter().find(|field| field.wire == element).map_or(element, |field| field.name)
    }
}

/// A value as text.
fn plain(field: &Field, value: &Value) -> Result<String, FieldError> {
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text.trim().to_owned()),
        Value::Number(number) => Ok(number.to_string()),
        Value::Array(values) => {
            let parts: Result<Vec<String>, FieldError> = values.iter().map(|one| plain(field, one)).collect();
            Ok(parts?.join(","))
        }
        Value::Bool(_) | Value::Object(_) => Err(FieldError::new(field.name, "is neither text nor number")),
    }
}

fn check(field: &Field, text: &str) -> Result<(), FieldError> {
    let wrong = |what: &str| Err(FieldError::new(field.name, format!("{text:?} is {what}")));
    match field.input {
        Input::Number | Input::Code(_) if text.parse::<i64>().is_err() => wrong("no number"),
        Input::Address if text.parse::<Ipv4Addr>().is_err() => wrong("no IPv4 address"),
        Input::Moment if WireTime::parse(text).is_none() => {
            wrong("no date (2025-06-01, or 2025-06-01 12:00:00)")
        }
        Input::Choice(choices) if choice(choices, text).is_none() => {
            let words: Vec<&str> = choices.iter().map(|choice| choice.word).collect();
            wrong(&format!("none of {}", words.join(", ")))
        }
        Input::Text
        | Input::Long
        | Input::Number
        | Input::Code(_)
        | Input::Address
        | Input::Moment
        | Input::Choice(_) => Ok(()),
    }
}

/// The choice with that word or number.
fn choice(choices: &'static [Choice], text: &str) -> Option<&'static Choice> {
    choices.iter().find(|choice| choice.word == text || text.parse() == Ok(choice.value))
}
