//! Parts of an order file: each reads itself from JSON, telling all that is wrong, and describes itself.

use std::fmt;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::read::{Amiss, Wrong};

/// Where in the file we are.
#[derive(Debug, Clone, Copy)]
pub(super) enum At<'p> {
    Root,
    Key(&'p At<'p>, &'p str),
    Item(&'p At<'p>, usize),
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Key(Self::Root, key) => f.write_str(key),
            Self::Key(above, key) => write!(f, "{above}.{key}"),
            Self::Item(above, number) => write!(f, "{above}.{number}"),
        }
    }
}

/// What was found wrong so far.
#[derive(Debug, Default)]
pub(super) struct Problems(pub Vec<Amiss>);

impl Problems {
    pub fn wrong(&mut self, at: &At<'_>, what: Wrong) {
        self.0.push(Amiss { path: at.to_string(), what });
    }
}

/// Something that stands in an order file.
pub(super) trait Part: Sized + Default {
    /// Reads it; what cannot be read is reported and left empty.
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self;
    /// Its JSON Schema.
    fn schema() -> Value;
}

/// The most members a list may have: an order has few of everything, a file of millions is no order.
const MANY: usize = 2_000;

impl Part for String {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        if let Value::String(text) = value {
            return text.clone();
        }
        problems.wrong(at, Wrong::kind("a text", value));
        Self::new()
    }

    fn schema() -> Value {
        json!({ "type": "string" })
    }
}

impl Part for u64 {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        value.as_u64().unwrap_or_else(|| {
            problems.wrong(at, Wrong::kind("a whole number from 0", value));
            0
        })
    }

    fn schema() -> Value {
        json!({ "type": "integer", "minimum": 0 })
    }
}

impl Part for Option<bool> {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        if value.is_null() {
            return None;
        }
        let flag = value.as_bool();
        if flag.is_none() {
            problems.wrong(at, Wrong::kind("true, false or null for unknown", value));
        }
        flag
    }

    fn schema() -> Value {
        json!({ "type": ["boolean", "null"] })
    }
}

impl Part for Option<u64> {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        if value.is_null() { None } else { Some(u64::read(value, at, problems)) }
    }

    fn schema() -> Value {
        json!({ "type": ["integer", "null"], "minimum": 0 })
    }
}

impl Part for Option<NaiveDate> {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        if value.is_null() {
            return None;
        }
        let day = value.as_str().and_then(|text| text.parse().ok());
        if day.is_none() {
            problems.wrong(at, Wrong::kind("a day like 2026-01-31, or null for unknown", value));
        }
        day
    }

    fn schema() -> Value {
        json!({ "type": ["string", "null"], "format": "date" })
    }
}

impl<T: Part> Part for Vec<T> {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        let Some(items) = value.as_array() else {
            problems.wrong(at, Wrong::kind("a list", value));
            return Self::new();
        };
        if items.len() > MANY {
            problems.wrong(at, Wrong::Many { most: MANY, got: items.len() });
            return Self::new();
        }
        let item = |(number, item)| T::read(item, &At::Item(at, number), problems);
        items.iter().enumerate().map(item).collect()
    }

    fn schema() -> Value {
        json!({ "type": "array", "items": T::schema(), "maxItems": MANY })
    }
}

impl<T: Part> Part for Option<Box<T>> {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        if value.is_null() { None } else { Some(Box::new(T::read(value, at, problems))) }
    }

    fn schema() -> Value {
        json!({ "anyOf": [T::schema(), { "type": "null" }] })
    }
}

/// The keys of an object, to be taken one by one.
pub(super) struct Keys<'v> {
    object: Option<&'v Map<String, Value>>,
    known: Vec<String>,
}

impl<'v> Keys<'v> {
    pub fn of(value: &'v Value, at: &At<'_>, problems: &mut Problems) -> Self {
        if !value.is_object() {
            problems.wrong(at, Wrong::kind("an object", value));
        }
        Self { object: value.as_object(), known: Vec::new() }
    }

    pub fn take<T: Part>(&mut self, key: String, must: bool, at: &At<'_>, problems: &mut Problems) -> T {
        let object = self.object;
        let value = object.and_then(|object| object.get(&key));
        let here = At::Key(at, &key);
        if value.is_none() && must && object.is_some() {
            problems.wrong(&here, Wrong::Missing);
        }
        let part = value.map(|value| T::read(value, &here, problems)).unwrap_or_default();
        self.known.push(key);
        part
    }

    pub fn finish(self, at: &At<'_>, problems: &mut Problems) {
        for key in self.object.into_iter().flat_map(Map::keys).filter(|key| !self.known.contains(key)) {
            problems.wrong(&At::Key(at, key), Wrong::UnknownKey);
        }
    }
}

/// The key of a field in a file: its name in kebab-case.
pub(super) fn key(name: &str) -> String {
    name.replace('_', "-")
}

/// Declares structs that stand in order files: `must` and `may` tell which keys a file needs.
macro_rules! parts {
    ($($(#[doc = $about:literal])+ $name:ident { $($(#[doc = $doc:literal])+ $need:ident $field:ident: $kind:ty,)+ })+) => {$(
        $(#[doc = $about])+
        #[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub struct $name { $($(#[doc = $doc])+ pub $field: $kind,)+ }

        impl $crate::dossier::part::Part for $name {
            fn read(
                value: &serde_json::Value,
                at: &$crate::dossier::part::At<'_>,
                problems: &mut $crate::dossier::part::Problems,
            ) -> Self {
                use $crate::dossier::part::{Keys, key, need};
                let mut keys = Keys::of(value, at, problems);
                let part = Self { $($field: keys.take(key(stringify!($field)), need!($need), at, problems),)+ };
                keys.finish(at, problems);
                part
            }

            fn schema() -> serde_json::Value {
                use $crate::dossier::part::{Part, described, key, need};
                let mut properties = serde_json::Map::new();
                let mut required: Vec<String> = Vec::new();
                $(
                    let about = concat!($($doc),+);
                    properties.insert(key(stringify!($field)), described(<$kind as Part>::schema(), about));
                    if need!($need) {
                        required.push(key(stringify!($field)));
                    }
                )+
                serde_json::json!({
                    "type": "object",
                    "description": concat!($($about),+).trim(),
                    "properties": properties,
                    "required": required,
                    "additionalProperties": false,
                })
            }
        }
    )+};
}

macro_rules! need {
    (must) => {
        true
    };
    (may) => {
        false
    };
}

/// Makes members of closed lists parts of order files, by their slugs; `null` stands for unknown.
macro_rules! slug_parts {
    ($($name:ty),+ $(,)?) => {$(
        impl $crate::dossier::part::Part for Option<$name> {
            fn read(
                value: &serde_json::Value,
                at: &$crate::dossier::part::At<'_>,
                problems: &mut $crate::dossier::part::Problems,
            ) -> Self {
                if value.is_null() {
                    return None;
                }
                let member = value.as_str().and_then(<$name>::from_slug);
                if member.is_none() {
                    let slugs = <$name>::ALL.iter().map(|member| member.slug());
                    problems.wrong(at, $crate::dossier::Wrong::choice(slugs, value));
                }
                member
            }

            fn schema() -> serde_json::Value {
                let slugs: Vec<_> = <$name>::ALL.iter().map(|member| Some(member.slug())).chain([None]).collect();
                serde_json::json!({ "enum": slugs })
            }
        }
    )+};
}

pub(super) use {need, parts, slug_parts};

/// A schema with words about it.
pub(super) fn described(mut schema: Value, about: &str) -> Value {
    if let Some(object) = schema.as_object_mut() {
        object.insert("description".to_owned(), Value::String(about.trim().to_owned()));
    }
    schema
}
