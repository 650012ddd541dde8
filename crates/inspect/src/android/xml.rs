//! Binary XML: manifests and drawables of APKs (`ResXMLTree` of Android).

use super::chunk::{self, Chunk, Pool};
use super::value::{Attribute, Element, Text, Value, Visit};
use crate::bytes::Bytes;
use crate::refusal::Trick;
use crate::{Limits, Refusal};

const RESOURCE_MAP: u16 = 0x0180;
const OPEN: u16 = 0x0102;
const CLOSE: u16 = 0x0103;
const NONE: u32 = u32::MAX;
/// Bytes of an attribute that are known; it may say that it has more.
const ATTRIBUTE_SIZE: usize = 20;

/// Shows every element to `visit`.
pub(super) fn walk<'a>(
    bytes: &'a [u8],
    part: &'a str,
    limits: &Limits,
    visit: &mut Visit<'_, 'a>,
) -> Result<(), Refusal> {
    let mut all = Bytes::new(bytes, part);
    if bytes.first() == Some(&b'<') {
        return Err(all.damaged("XML as text, as it is before it is built"));
    }
    // Its kind is not compared: Android does not, and some packers write another.
    let document = chunk::next(&mut all)?;
    let mut body = document.body;
    let mut pool = Pool::empty();
    let mut map = Bytes::new(&[], part);
    let mut depth = 0;
    while body.left() >= 8 {
        let chunk = chunk::next(&mut body)?;
        match chunk.kind {
            chunk::STRING_POOL => pool = Pool::read(&chunk)?,
            RESOURCE_MAP => map = chunk.body,
            OPEN if depth == limits.depth => {
                return Err(Refusal::Hostile { trick: Trick::Depth, part: part.to_owned() });
            }
            OPEN => {
                visit(depth, &element(&chunk, &pool, map)?)?;
                depth += 1;
            }
            CLOSE => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

fn element<'a>(chunk: &Chunk<'a>, pool: &Pool<'a>, map: Bytes<'a>) -> Result<Element<'a>, Refusal> {
    let mut body = chunk.body;
    body.u32()?;
    let name = body.u32()?;
    let (start, size, count) = (body.u16()?, body.u16()?, body.u16()?);
    let (start, size, count) = (usize::from(start), usize::from(size), usize::from(count));
    if count > 0 && size < ATTRIBUTE_SIZE {
        return Err(body.damaged("attributes that are too short"));
    }
    let mut place = body.at(start)?;
    if size * count > place.left() {
        return Err(body.too_long());
    }
    let mut attributes = Vec::with_capacity(count);
    for _ in 0..count {
        attributes.push(attribute(place.within(size)?, pool, map)?);
    }
    Ok(Element { name: pool.get(name).unwrap_or(Text::Utf8(b"")), attributes })
}

fn attribute<'a>(mut bytes: Bytes<'a>, pool: &Pool<'a>, map: Bytes<'a>) -> Result<Attribute<'a>, Refusal> {
    bytes.u32()?;
    let (name, raw) = (bytes.u32()?, bytes.u32()?);
    bytes.take(3)?;
    let (kind, data) = (bytes.u8()?, bytes.u32()?);
    let id = (name as usize).checked_mul(4).and_then(|at| map.at(at).ok()?.u32().ok());
    Ok(Attribute {
        id: id.filter(|&id| id != 0),
        name: pool.get(name).unwrap_or(Text::Utf8(b"")),
        raw: if raw == NONE { None } else { pool.get(raw) },
        value: Value::typed(kind, data, |number| pool.get(number)),
    })
}
