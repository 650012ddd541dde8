//! `resources.arsc`: the resource table of APKs (`ResTable` of Android).

use std::cell::Cell;

use super::Found;
use super::config;
use crate::Refusal;
use crate::android::chunk::{self, Chunk, Pool};
use crate::android::value::Value;
use crate::bytes::Bytes;

const PART: &str = "resources.arsc";
const PACKAGE: u16 = 0x0200;
const TYPE: u16 = 0x0201;
/// The package of the App itself.
const OWN: u32 = 0x7F;
/// Chunks of types. Real Apps have some thousand: twenty types in two hundred configurations.
const TYPES_MOST: usize = 16_384;
/// Chunks looked through for all questions together; a real App asks for two hundred names in a hundred chunks.
const LOOKS_MOST: u32 = 2_000_000;
const SPARSE: u8 = 1;
const SHORT_OFFSETS: u8 = 2;
const COMPLEX: u16 = 1;
const COMPACT: u16 = 8;

/// An open table: where its types are; values are read when asked for.
pub(in crate::android) struct Binary<'a> {
    pool: Pool<'a>,
    types: Vec<Type<'a>>,
    looks: Cell<u32>,
}

/// The values of one type for one configuration.
struct Type<'a> {
    /// Package and type, as in the upper half of a resource's number.
    id: u32,
    chunk: Chunk<'a>,
}

impl<'a> Binary<'a> {
    /// Finds the types.
    pub(in crate::android) fn read(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let mut table = Self { pool: Pool::empty(), types: Vec::new(), looks: Cell::new(0) };
        let mut body = chunk::next(&mut Bytes::new(bytes, PART))?.body;
        let mut pooled = false;
        while body.left() >= 8 {
            let chunk = chunk::next(&mut body)?;
            match chunk.kind {
                chunk::STRING_POOL if !pooled => {
                    table.pool = Pool::read(&chunk)?;
                    pooled = true;
                }
                PACKAGE => table.package(&chunk)?,
                _ => {}
            }
        }
        Ok(table)
    }

    fn package(&mut self, chunk: &Chunk<'a>) -> Result<(), Refusal> {
        let (mut header, mut body) = (chunk.header, chunk.body);
        let package = match header.u32()? & 0xFF {
            0 => OWN,
            id => id,
        };
        while body.left() >= 8 {
            let chunk = chunk::next(&mut body)?;
            if chunk.kind != TYPE {
                continue;
            }
            if self.types.len() == TYPES_MOST {
                return Err(Refusal::TooMuch { part: PART.to_owned(), most: TYPES_MOST as u64 });
            }
            let mut header = chunk.header;
            self.types.push(Type { id: package << 8 | u32::from(header.u8()?), chunk });
        }
        Ok(())
    }

    /// Every value of a resource.
    pub(in crate::android) fn values(&self, id: u32) -> Result<Vec<Found<'a>>, Refusal> {
        let id = if id >> 24 == 0 { id | OWN << 24 } else { id };
        let mut found = Vec::new();
        for one in self.types.iter().filter(|one| one.id == id >> 16) {
            self.looks.set(self.looks.get() + 1);
            if self.looks.get() > LOOKS_MOST {
                return Err(Refusal::TooMuch { part: PART.to_owned(), most: u64::from(LOOKS_MOST) });
            }
            found.extend(self.value(&one.chunk, id & 0xFFFF)?);
        }
        Ok(found)
    }

    fn value(&self, chunk: &Chunk<'a>, number: u32) -> Result<Option<Found<'a>>, Refusal> {
        let mut header = chunk.header;
        header.u8()?;
        let flags = header.u8()?;
        header.take(2)?;
        let (count, start) = (header.u32()?, header.u32()? as usize);
        let Some(offset) = entry_offset(chunk.body, flags, count, number)? else { return Ok(None) };
        let place = start.checked_add(offset).ok_or_else(|| chunk.body.too_long())?;
        let Some(value) = self.entry(chunk.whole.at(place)?)? else { return Ok(None) };
        Ok(Some(Found { config: config::read(&mut header)?, value }))
    }

    /// The value of an entry; `None` for styles and lists.
    fn entry(&self, mut place: Bytes<'a>) -> Result<Option<Value<'a>>, Refusal> {
        let begin = place;
        let (size, flags, key) = (place.u16()?, place.u16()?, place.u32()?);
        let (kind, data) = if flags & COMPACT != 0 {
            let [_, kind] = flags.to_le_bytes();
            (kind, key)
        } else if flags & COMPLEX != 0 {
            return Ok(None);
        } else {
            let mut value = begin.at(begin.position() + usize::from(size))?;
            value.take(3)?;
            (value.u8()?, value.u32()?)
        };
        Ok(Some(Value::typed(kind, data, |number| self.pool.get(number))))
    }
}

/// Where the entry of this number is, from the start of the entries.
fn entry_offset(mut body: Bytes<'_>, flags: u8, count: u32, number: u32) -> Result<Option<usize>, Refusal> {
    if flags & SPARSE != 0 {
        for _ in 0..count {
            let (index, offset) = (body.u16()?, body.u16()?);
            if u32::from(index) == number {
                return Ok(Some(usize::from(offset) * 4));
            }
        }
        return Ok(None);
    }
    if number >= count {
        return Ok(None);
    }
    if flags & SHORT_OFFSETS != 0 {
        body.take(number as usize * 2)?;
        return Ok(Some(body.u16()?)
            .filter(|&offset| offset != u16::MAX)
            .map(|offset| usize::from(offset) * 4));
    }
    body.take(number as usize * 4)?;
    Ok(Some(body.u32()?).filter(|&offset| offset != u32::MAX).map(|offset| offset as usize))
}
