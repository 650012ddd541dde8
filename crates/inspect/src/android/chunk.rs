//! Chunks: what binary XML and resource tables are made of (`ResourceTypes.h` of Android).

use super::value::Text;
use crate::Refusal;
use crate::bytes::Bytes;

/// A pool of strings.
pub(super) const STRING_POOL: u16 = 0x0001;
/// Strings are UTF-8.
const UTF8: u32 = 1 << 8;

/// A chunk: a header of its own and what follows.
#[derive(Clone, Copy)]
pub(super) struct Chunk<'a> {
    /// What it is.
    pub(super) kind: u16,
    /// The header behind kind and lengths.
    pub(super) header: Bytes<'a>,
    /// What stands behind the header.
    pub(super) body: Bytes<'a>,
    /// The whole chunk.
    pub(super) whole: Bytes<'a>,
}

/// Reads the chunk at the place.
pub(super) fn next<'a>(bytes: &mut Bytes<'a>) -> Result<Chunk<'a>, Refusal> {
    let mut look = *bytes;
    let (kind, header, size) = (look.u16()?, look.u16()?, look.u32()? as usize);
    let header = usize::from(header);
    if size > bytes.left() {
        return Err(bytes.too_long());
    }
    if header < 8 || size < header {
        return Err(bytes.damaged("a chunk shorter than its header"));
    }
    let whole = bytes.within(size)?;
    let mut rest = whole;
    rest.take(8)?;
    Ok(Chunk { kind, header: rest.within(header - 8)?, body: rest.within(size - header)?, whole })
}

/// A pool of strings, decoded one by one when asked for.
#[derive(Clone, Copy)]
pub(super) struct Pool<'a> {
    whole: Bytes<'a>,
    index: &'a [u8],
    strings: usize,
    utf8: bool,
}

impl<'a> Pool<'a> {
    /// A pool without strings.
    pub(super) fn empty() -> Self {
        Self { whole: Bytes::new(&[], ""), index: &[], strings: 0, utf8: true }
    }

    /// Reads where the strings are.
    pub(super) fn read(chunk: &Chunk<'a>) -> Result<Self, Refusal> {
        let (mut header, mut body) = (chunk.header, chunk.body);
        let count = header.u32()? as usize;
        header.take(4)?;
        let (flags, strings) = (header.u32()?, header.u32()? as usize);
        let length = count.checked_mul(4).filter(|&length| length <= body.left());
        let index = body.take(length.ok_or_else(|| body.too_long())?)?;
        Ok(Self { whole: chunk.whole, index, strings, utf8: flags & UTF8 != 0 })
    }

    /// The string of this number, when it is there.
    pub(super) fn get(&self, number: u32) -> Option<Text<'a>> {
        let at = (number as usize).checked_mul(4)?;
        let offset = self.index.get(at..at + 4)?;
        let offset = u32::from_le_bytes(offset.try_into().ok()?) as usize;
        let mut place = self.whole.at(self.strings.checked_add(offset)?).ok()?;
        if self.utf8 {
            short_length(&mut place)?;
            let length = short_length(&mut place)?;
            return place.take(length).ok().map(Text::Utf8);
        }
        let first = place.u16().ok()?;
        let length = if first & 0x8000 == 0 {
            usize::from(first)
        } else {
            usize::from(first & 0x7FFF) << 16 | usize::from(place.u16().ok()?)
        };
        place.take(length.checked_mul(2)?).ok().map(Text::Utf16)
    }
}

/// A length of one byte, or of two with the highest bit set.
fn short_length(place: &mut Bytes<'_>) -> Option<usize> {
    let first = place.u8().ok()?;
    if first & 0x80 == 0 {
        return Some(usize::from(first));
    }
    Some(usize::from(first & 0x7F) << 8 | usize::from(place.u8().ok()?))
}
