//! Property lists, binary and XML, within bounds: a few bytes of a binary one can stand for billions of values.

use std::io::Cursor;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use plist::stream::{Event, Reader};

use crate::refusal::Trick;
use crate::{Limits, Refusal};

/// Bytes of one list. 1 MiB: real ones have some tens of thousands, profiles with many devices some hundreds.
pub(crate) const MOST_BYTES: usize = 1 << 20;
/// Values of one list.
const MOST_VALUES: u64 = 100_000;
/// Bytes of all its texts and data.
const MOST_CONTENT: u64 = 4 << 20;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Dictionary(Vec<(String, Value)>),
    Array(Vec<Value>),
    Text(String),
    Data(Vec<u8>),
    Date(DateTime<Utc>),
    Truth(bool),
    Number(i64),
    /// Numbers with fractions, and what is there for programs only.
    Other,
}

impl Value {
    /// The value of a key, when this is a dictionary that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Keys and values of a dictionary, in its order; none of anything else.
    pub(crate) fn entries(&self) -> &[(String, Self)] {
        if let Self::Dictionary(entries) = self { entries } else { &[] }
    }

    /// Values of an array; none of anything else.
    pub(crate) fn items(&self) -> &[Self] {
        if let Self::Array(items) = self { items } else { &[] }
    }

    /// A text that says something.
    pub(crate) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text.trim()).filter(|text| !text.is_empty()) } else { None }
    }

    /// A text, or a number as text: versions are written both ways.
    pub(crate) fn text_or_number(&self) -> Option<String> {
        if let Self::Number(number) = self {
            Some(number.to_string())
        } else {
            self.text().map(str::to_owned)
        }
    }

    /// A date.
    pub(crate) fn date(&self) -> Option<DateTime<Utc>> {
        if let Self::Date(date) = self { Some(*date) } else { None }
    }

    /// Whether it is true.
    pub(crate) fn is_true(&self) -> bool {
        *self == Self::Truth(true)
    }
}

/// Reads a list, binary or XML.
///
/// # Errors
/// [`Refusal::Damaged`], [`Refusal::TooMuch`], and [`Refusal::Hostile`] when it is nested too deep.
pub(crate) fn read(bytes: &[u8], part: &str, limits: &Limits) -> Result<Value, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(too_much(part, MOST_BYTES as u64));
    }
    let mut building = Building { part, limits, open: Vec::new(), values: 0, content: 0 };
    for event in Reader::new(Cursor::new(bytes)) {
        let event = event.map_err(|error| damaged(part, &error.to_string()))?;
        if let Some(whole) = building.add(event)? {
            return Ok(whole);
        }
    }
    Err(Refusal::Truncated { part: part.to_owned() })
}

/// Collections that are not yet closed.
struct Building<'a> {
    part: &'a str,
    limits: &'a Limits,
    open: Vec<Open>,
    values: u64,
    content: u64,
}

enum Open {
    Dictionary(Vec<(String, Value)>, Option<String>),
    Array(Vec<Value>),
}

impl Building<'_> {
    /// Takes the next event; the whole value when it was the last one.
    fn add(&mut self, event: Event<'_>) -> Result<Option<Value>, Refusal> {
        let value = match event {
            Event::StartArray(length) => return self.begin(Open::Array(Vec::new()), length),
            Event::StartDictionary(length) => {
                return self.begin(Open::Dictionary(Vec::new(), None), length);
            }
            Event::EndCollection => match self.open.pop() {
                Some(Open::Array(items)) => Value::Array(items),
                Some(Open::Dictionary(entries, None)) => Value::Dictionary(entries),
                Some(Open::Dictionary(_, Some(_))) | None => {
                    return Err(damaged(self.part, "a key without a value"));
                }
            },
            Event::Boolean(truth) => Value::Truth(truth),
            Event::Data(bytes) => Value::Data(self.held(bytes.len(), bytes.into_owned())?),
            Event::Date(date) => date_value(SystemTime::from(date)),
            Event::Integer(number) => number.as_signed().map_or(Value::Other, Value::Number),
            Event::String(text) => Value::Text(self.held(text.len(), text.into_owned())?),
            // The library may learn of more kinds; they say nothing here.
            Event::Real(_) | Event::Uid(_) | _ => Value::Other,
        };
        self.count(1)?;
        self.close(value)
    }

    fn begin(&mut self, collection: Open, length: Option<u64>) -> Result<Option<Value>, Refusal> {
        if self.open.len() == self.limits.depth {
            return Err(Refusal::Hostile { trick: Trick::Depth, part: self.part.to_owned() });
        }
        // Announced before they come, and the reader holds their places already.
        self.count(length.unwrap_or(0))?;
        self.open.push(collection);
        Ok(None)
    }

    fn count(&mut self, more: u64) -> Result<(), Refusal> {
        self.values = self.values.saturating_add(more);
        if self.values > MOST_VALUES { Err(too_much(self.part, MOST_VALUES)) } else { Ok(()) }
    }

    fn held<T>(&mut self, bytes: usize, value: T) -> Result<T, Refusal> {
        self.content = self.content.saturating_add(bytes as u64);
        if self.content > MOST_CONTENT { Err(too_much(self.part, MOST_CONTENT)) } else { Ok(value) }
    }

    /// Puts a value where it belongs.
    fn close(&mut self, value: Value) -> Result<Option<Value>, Refusal> {
        match self.open.last_mut() {
            None => return Ok(Some(value)),
            Some(Open::Array(items)) => items.push(value),
            Some(Open::Dictionary(entries, key)) => match (key.take(), value) {
                (Some(key), value) => entries.push((key, value)),
                (None, Value::Text(text)) => *key = Some(text),
                (None, _) => return Err(damaged(self.part, "a key that is no text")),
            },
        }
        Ok(None)
    }
}

/// Dates before 1970 or beyond all calendars say nothing.
fn date_value(time: SystemTime) -> Value {
    time.duration_since(SystemTime::UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_secs()).ok())
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .map_or(Value::Other, Value::Date)
}

fn too_much(part: &str, most: u64) -> Refusal {
    Refusal::TooMuch { part: part.to_owned(), most }
}

fn damaged(part: &str, what: &str) -> Refusal {
    Refusal::Damaged { part: part.to_owned(), what: what.to_owned() }
}
