//! One record of the directory (APPNOTE.TXT 6.3, section 4.3.12).

use super::shown;
use crate::bytes::Bytes;

const CENTRAL: u32 = u32::from_le_bytes(*b"PK\x01\x02");
/// Bytes of a record before its name.
pub(super) const FIXED: usize = 46;
/// Extra field with the numbers of 64 bits (section 4.5.3).
const WIDE: u16 = 1;
const ENCRYPTED: u16 = 1;

/// How an entry is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Method {
    /// As it is.
    Stored,
    /// Deflate.
    Deflated,
    /// Another method, by its number.
    Other(u16),
}

/// What the directory says of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry<'a> {
    /// Its name, as it stands there.
    pub(crate) name: &'a [u8],
    /// How it is packed.
    pub(crate) method: Method,
    /// Whether its flags say that it is encrypted; Android does not look at them.
    pub(crate) encrypted: bool,
    /// CRC-32 of the content.
    pub(crate) crc: u32,
    /// Bytes in the archive.
    pub(crate) packed: u64,
    /// Bytes of the content.
    pub(crate) size: u64,
    /// Where its local header begins.
    pub(crate) offset: u64,
}

impl Entry<'_> {
    /// The name for people: no control characters, not endless.
    pub(crate) fn shown(&self) -> String {
        shown(self.name)
    }
}

/// Reads the record at the beginning of `bytes` and says how long it is; `None` when it is none.
pub(super) fn parse(bytes: &[u8]) -> Option<(Entry<'_>, usize)> {
    let mut record = Bytes::new(bytes, "");
    if record.u32().ok()? != CENTRAL {
        return None;
    }
    record.take(4).ok()?;
    let (flags, method) = (record.u16().ok()?, record.u16().ok()?);
    record.take(4).ok()?;
    let crc = record.u32().ok()?;
    let (packed, size) = (record.u32().ok()?, record.u32().ok()?);
    let (name, extra) = (record.u16().ok()?, record.u16().ok()?);
    let comment = record.u16().ok()?;
    record.take(2 + 2 + 4).ok()?;
    let offset = record.u32().ok()?;
    let name = record.take(usize::from(name)).ok()?;
    let extra = record.take(usize::from(extra)).ok()?;
    record.take(usize::from(comment)).ok()?;
    let [size, packed, offset] = widened(extra, [size, packed, offset])?;
    let method = match method {
        0 => Method::Stored,
        8 => Method::Deflated,
        other => Method::Other(other),
    };
    let entry = Entry { name, method, encrypted: flags & ENCRYPTED != 0, crc, packed, size, offset };
    Some((entry, record.position()))
}

/// The numbers in 64 bits: those that are all ones come from the extra field, if there is one.
fn widened(extra: &[u8], narrow: [u32; 3]) -> Option<[u64; 3]> {
    let mut wide = narrow.map(u64::from);
    if !narrow.contains(&u32::MAX) {
        return Some(wide);
    }
    let mut extra = Bytes::new(extra, "");
    while extra.left() >= 4 {
        let (id, length) = (extra.u16().ok()?, extra.u16().ok()?);
        let mut field = extra.within(usize::from(length)).ok()?;
        if id == WIDE {
            for (number, _) in wide.iter_mut().zip(narrow).filter(|(_, narrow)| *narrow == u32::MAX) {
                *number = field.u64().ok()?;
            }
            break;
        }
    }
    Some(wide)
}
