//! `resources.pb`: the resource table of App Bundles (`Resources.proto` of aapt2).

use super::{Config, Found};
use crate::Refusal;
use crate::android::proto::{Field, Message};
use crate::android::value::{Text, Value};

const PART: &str = "resources.pb";
/// Resources; the largest Apps have some sixty thousand.
const ENTRIES_MOST: usize = 131_072;

/// An open table: where each resource is.
pub(in crate::android) struct Proto<'a> {
    /// Number and message of every resource, sorted by number.
    entries: Vec<(u32, &'a [u8])>,
}

impl<'a> Proto<'a> {
    /// Finds the resources.
    pub(in crate::android) fn read(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let mut entries = Vec::new();
        for package in all(bytes, 2)? {
            let id = id(Message::new(package, PART).bytes(1)?)?;
            for kind in all(package, 3)? {
                let id = id << 8 | self::id(Message::new(kind, PART).bytes(1)?)?;
                for entry in all(kind, 3)? {
                    if entries.len() == ENTRIES_MOST {
                        return Err(Refusal::TooMuch { part: PART.to_owned(), most: ENTRIES_MOST as u64 });
                    }
                    entries.push((id << 16 | self::id(Message::new(entry, PART).bytes(1)?)?, entry));
                }
            }
        }
        entries.sort_by_key(|&(id, _)| id);
        Ok(Self { entries })
    }

    /// Every value of a resource.
    pub(in crate::android) fn values(&self, id: u32) -> Result<Vec<Found<'a>>, Refusal> {
        let first = self.entries.partition_point(|&(other, _)| other < id);
        let rest = self.entries.get(first..).unwrap_or_default();
        let mut found = Vec::new();
        for &(_, entry) in rest.iter().take_while(|&&(other, _)| other == id) {
            for value in all(entry, 6)? {
                let config = Message::new(value, PART).bytes(1)?.unwrap_or_default();
                let Some(value) = Message::new(value, PART).bytes(2)? else { continue };
                let Some(item) = Message::new(value, PART).bytes(4)? else { continue };
                found.push(Found { config: read_config(config)?, value: item_value(item, PART)? });
            }
        }
        Ok(found)
    }
}

/// Every field of this number.
fn all(message: &[u8], number: u64) -> Result<Vec<&[u8]>, Refusal> {
    let mut message = Message::new(message, PART);
    let mut found = Vec::new();
    while let Some((other, field)) = message.next()? {
        if let (true, Field::Bytes(bytes)) = (other == number, field) {
            if found.len() == ENTRIES_MOST {
                return Err(Refusal::TooMuch { part: PART.to_owned(), most: ENTRIES_MOST as u64 });
            }
            found.push(bytes);
        }
    }
    Ok(found)
}

/// The number in a message that holds only that.
fn id(message: Option<&[u8]>) -> Result<u32, Refusal> {
    let number = message.map_or(Ok(0), |message| Message::new(message, PART).scalar(1))?;
    u32::try_from(number).map_err(|_| Refusal::Damaged { part: PART.to_owned(), what: "a number".to_owned() })
}

fn read_config(config: &[u8]) -> Result<Config, Refusal> {
    let mut message = Message::new(config, PART);
    let mut read = Config::default();
    while let Some((number, field)) = message.next()? {
        match (number, field) {
            (3, Field::Bytes(bytes)) => read.language = Text::Utf8(bytes).decode(PART)?,
            (18, Field::Number(value)) => read.density = u16::try_from(value).unwrap_or(0),
            (24, Field::Number(value)) => read.system = u16::try_from(value).unwrap_or(0),
            (_, Field::Number(_) | Field::Bytes(_) | Field::Fixed) => read.special = true,
        }
    }
    Ok(read)
}

/// The value in an `Item`.
pub(in crate::android) fn item_value<'a>(item: &'a [u8], part: &'a str) -> Result<Value<'a>, Refusal> {
    let mut message = Message::new(item, part);
    let mut value = Value::Other;
    while let Some((number, field)) = message.next()? {
        let Field::Bytes(bytes) = field else { continue };
        let inner = || Message::new(bytes, part);
        value = match number {
            1 => Value::Reference(u32::try_from(inner().scalar(2)?).unwrap_or(0)),
            // String, raw string, styled string, file: the text or path is their first field.
            2..=5 => Value::Text(Text::Utf8(inner().bytes(1)?.unwrap_or_default())),
            7 => primitive(bytes, part)?,
            _ => value,
        };
    }
    Ok(value)
}

fn primitive<'a>(bytes: &'a [u8], part: &'a str) -> Result<Value<'a>, Refusal> {
    let Some((number, Field::Number(value))) = Message::new(bytes, part).next()? else {
        return Ok(Value::Other);
    };
    // Negative numbers are written with 64 bits.
    let [a, b, c, d, ..] = value.to_le_bytes();
    let low = u32::from_le_bytes([a, b, c, d]);
    Ok(match number {
        6 | 7 => Value::Number(low),
        8 => Value::Boolean(value != 0),
        9..=12 => Value::Colour(low),
        _ => Value::Other,
    })
}
