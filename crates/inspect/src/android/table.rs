//! Resources: values by number, for every configuration, in either of the two formats.

mod binary;
mod config;
mod proto;

pub(super) use binary::Binary;
pub(super) use config::{ANY_DENSITY, Config};
pub(super) use proto::{Proto, item_value};

use std::collections::BTreeSet;

use super::value::{Text, Value};
use crate::Refusal;
use crate::refusal::Trick;

/// How many references in a row are followed.
const CHAIN_MOST: usize = 16;
/// Languages of one text; Android itself has some ninety.
const LANGUAGES_MOST: usize = 512;

/// A value and for which devices it is.
#[derive(Debug, Clone)]
pub(super) struct Found<'a> {
    /// For which devices.
    pub(super) config: Config,
    /// The value.
    pub(super) value: Value<'a>,
}

/// The resource table of a package.
pub(super) enum Table<'a> {
    /// There is none.
    None,
    /// `resources.arsc`.
    Binary(Binary<'a>),
    /// `resources.pb`.
    Proto(Proto<'a>),
}

impl<'a> Table<'a> {
    /// Every value of a resource, in the order of the table.
    pub(super) fn values(&self, id: u32) -> Result<Vec<Found<'a>>, Refusal> {
        match self {
            Self::None => Ok(Vec::new()),
            Self::Binary(table) => table.values(id),
            Self::Proto(table) => table.values(id),
        }
    }

    /// Follows references to a value that is none, in one language or else in none.
    pub(super) fn follow(&self, mut value: Value<'a>, language: &str) -> Result<Option<Value<'a>>, Refusal> {
        for _ in 0..CHAIN_MOST {
            let Value::Reference(id) = value else { return Ok(Some(value)) };
            let found = self.values(id)?;
            let Some(next) = best(&found, language).or_else(|| best(&found, "")) else { return Ok(None) };
            value = next.value;
        }
        Err(Refusal::Hostile { trick: Trick::Depth, part: "resources".to_owned() })
    }

    /// Every language a value has, also behind references; none (`""`) among them.
    pub(super) fn languages(&self, value: Value<'a>) -> Result<BTreeSet<String>, Refusal> {
        let mut languages = BTreeSet::from([String::new()]);
        let (mut open, mut seen) = (vec![value], BTreeSet::new());
        while let Some(value) = open.pop() {
            let Value::Reference(id) = value else { continue };
            if !seen.insert(id) {
                continue;
            }
            if seen.len() > CHAIN_MOST || languages.len() > LANGUAGES_MOST {
                return Err(Refusal::TooMuch { part: "languages".to_owned(), most: LANGUAGES_MOST as u64 });
            }
            for found in self.values(id)? {
                languages.insert(found.config.language);
                open.push(found.value);
            }
        }
        Ok(languages)
    }

    /// A value as text.
    pub(super) fn text(&self, value: Value<'a>, part: &str) -> Result<Option<String>, Refusal> {
        Ok(match self.follow(value, "")? {
            Some(Value::Text(text)) => Some(text.decode(part)?),
            // Versions are signed numbers of 32 bits; real ones are not negative.
            Some(Value::Number(number)) => Some(number.to_string()),
            Some(Value::Boolean(_) | Value::Colour(_) | Value::Reference(_) | Value::Other) | None => None,
        })
    }

    /// A value as text in one language, which is not decoded yet.
    pub(super) fn text_in(&self, value: Value<'a>, language: &str) -> Result<Option<Text<'a>>, Refusal> {
        Ok(match self.follow(value, language)? {
            Some(Value::Text(text)) => Some(text),
            Some(_) | None => None,
        })
    }

    /// Whether a value means yes.
    pub(super) fn is_true(&self, value: Value<'a>) -> Result<bool, Refusal> {
        Ok(match self.follow(value, "")? {
            Some(Value::Boolean(yes)) => yes,
            Some(Value::Number(number)) => number != 0,
            Some(Value::Text(text)) => text.is("true"),
            Some(Value::Colour(_) | Value::Reference(_) | Value::Other) | None => false,
        })
    }
}

/// The value for this language that asks for the least else; of several, the one for the newest system.
fn best<'f, 'a>(found: &'f [Found<'a>], language: &str) -> Option<&'f Found<'a>> {
    let fitting = found.iter().filter(|one| one.config.language == language);
    fitting.min_by_key(|one| (one.config.special, std::cmp::Reverse(one.config.system)))
}
