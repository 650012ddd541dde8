//! XML as App Bundles have it: `XmlNode` messages of aapt2.

use super::proto::{Field, Message};
use super::table::item_value;
use super::value::{Attribute, Element, Text, Value, Visit};
use crate::refusal::Trick;
use crate::{Limits, Refusal};

/// Attributes of one element, as many as binary XML can have.
const ATTRIBUTES_MOST: usize = 65_535;

/// Shows every element to `visit`.
pub(super) fn walk<'a>(
    bytes: &'a [u8],
    part: &'a str,
    limits: &Limits,
    visit: &mut Visit<'_, 'a>,
) -> Result<(), Refusal> {
    node(bytes, part, limits, 0, visit)
}

fn node<'a>(
    bytes: &'a [u8],
    part: &'a str,
    limits: &Limits,
    depth: usize,
    visit: &mut Visit<'_, 'a>,
) -> Result<(), Refusal> {
    let Some(bytes) = Message::new(bytes, part).bytes(1)? else { return Ok(()) };
    if depth == limits.depth {
        return Err(Refusal::Hostile { trick: Trick::Depth, part: part.to_owned() });
    }
    let mut element = Element { name: Text::Utf8(b""), attributes: Vec::new() };
    let mut message = Message::new(bytes, part);
    while let Some((number, field)) = message.next()? {
        match (number, field) {
            (3, Field::Bytes(name)) => element.name = Text::Utf8(name),
            (4, Field::Bytes(_)) if element.attributes.len() == ATTRIBUTES_MOST => {
                return Err(Refusal::TooMuch { part: part.to_owned(), most: ATTRIBUTES_MOST as u64 });
            }
            (4, Field::Bytes(bytes)) => element.attributes.push(attribute(bytes, part)?),
            (_, Field::Bytes(_) | Field::Number(_) | Field::Fixed) => {}
        }
    }
    visit(depth, &element)?;
    drop(element);
    let mut message = Message::new(bytes, part);
    while let Some((number, field)) = message.next()? {
        if let (5, Field::Bytes(child)) = (number, field) {
            node(child, part, limits, depth + 1, visit)?;
        }
    }
    Ok(())
}

fn attribute<'a>(bytes: &'a [u8], part: &'a str) -> Result<Attribute<'a>, Refusal> {
    let mut one = Attribute { id: None, name: Text::Utf8(b""), raw: None, value: Value::Other };
    let mut compiled = None;
    let mut message = Message::new(bytes, part);
    while let Some((number, field)) = message.next()? {
        match (number, field) {
            (2, Field::Bytes(name)) => one.name = Text::Utf8(name),
            (3, Field::Bytes(text)) => one.raw = Some(Text::Utf8(text)),
            (5, Field::Number(id)) => one.id = u32::try_from(id).ok().filter(|&id| id != 0),
            (6, Field::Bytes(item)) => compiled = Some(item),
            (_, Field::Bytes(_) | Field::Number(_) | Field::Fixed) => {}
        }
    }
    one.value = match (compiled, one.raw) {
        (Some(item), _) => item_value(item, part)?,
        (None, Some(text)) => Value::Text(text),
        (None, None) => Value::Other,
    };
    Ok(one)
}
