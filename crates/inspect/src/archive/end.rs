//! Where the directory of an archive is: the records at its end (APPNOTE.TXT 6.3, sections 4.3.14 to 4.3.16).

use super::{ARCHIVE, hostile, read_part};
use crate::bytes::Bytes;
use crate::refusal::Trick;
use crate::{Refusal, Source};

const END: [u8; 4] = *b"PK\x05\x06";
const END_SIZE: usize = 22;
const LOCATOR: u32 = u32::from_le_bytes(*b"PK\x06\x07");
const LOCATOR_SIZE: u64 = 20;
const END64: u32 = u32::from_le_bytes(*b"PK\x06\x06");
const END64_SIZE: usize = 56;
/// How far the end is looked for at first, since most archives have no comment; then as far as a comment goes.
const FIRST_LOOK: u64 = 1024;
const LONGEST: u64 = END_SIZE as u64 + u16::MAX as u64;

/// What the end says of the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    /// Where the directory begins.
    pub(super) directory: u64,
    /// Its bytes.
    pub(super) size: u64,
    /// How many entries it has; only the low 16 bits of it unless `exact`.
    pub(super) entries: u64,
    /// Whether the number was told in 64 bits.
    pub(super) exact: bool,
}

/// Reads the end; `None` when there is none.
pub(super) fn find(source: &dyn Source) -> Result<Option<End>, Refusal> {
    for reach in [FIRST_LOOK, LONGEST] {
        let length = source.len().min(reach);
        let tail = read_part(source, source.len() - length, length, ARCHIVE)?;
        let Some(at) = last_end(&tail) else { continue };
        let offset = source.len() - length + at as u64;
        let record = tail.get(at..).unwrap_or_default();
        return read(source, record, offset).map(Some);
    }
    Ok(None)
}

/// The last place whose comment ends with the file, as Android looks for it.
fn last_end(tail: &[u8]) -> Option<usize> {
    let latest = tail.len().checked_sub(END_SIZE)?;
    (0..=latest).rev().find(|&at| {
        let Some(record) = tail.get(at..) else { return false };
        let comment = record.get(20..22).map(|two| usize::from(u16::from_le_bytes([two[0], two[1]])));
        record.starts_with(&END) && comment == Some(record.len() - END_SIZE)
    })
}

fn read(source: &dyn Source, record: &[u8], offset: u64) -> Result<End, Refusal> {
    let mut record = Bytes::new(record, ARCHIVE);
    record.take(4)?;
    let disks = (record.u16()?, record.u16()?);
    let (here, all) = (record.u16()?, record.u16()?);
    let (size, directory) = (record.u32()?, record.u32()?);
    let wide = all == u16::MAX || size == u32::MAX || directory == u32::MAX;
    let (end, limit) = match if wide { wide_end(source, offset)? } else { None } {
        Some(found) => found,
        None if disks != (0, 0) || here != all => return Err(record.damaged("one of several volumes")),
        None => {
            let (directory, size) = (u64::from(directory), u64::from(size));
            (End { directory, size, entries: u64::from(all), exact: false }, offset)
        }
    };
    if end.directory.checked_add(end.size).is_none_or(|past| past > limit) {
        return Err(hostile(Trick::Length, ARCHIVE));
    }
    Ok(end)
}

/// The record with 64 bits and where it stands, when there is one.
fn wide_end(source: &dyn Source, end: u64) -> Result<Option<(End, u64)>, Refusal> {
    let Some(locator) = end.checked_sub(LOCATOR_SIZE) else { return Ok(None) };
    let bytes = read_part(source, locator, LOCATOR_SIZE, ARCHIVE)?;
    let mut bytes = Bytes::new(&bytes, ARCHIVE);
    if bytes.u32()? != LOCATOR {
        return Ok(None);
    }
    bytes.take(4)?;
    let offset = bytes.u64()?;
    if offset.checked_add(END64_SIZE as u64).is_none_or(|past| past > locator) {
        return Err(hostile(Trick::Length, ARCHIVE));
    }
    let bytes = read_part(source, offset, END64_SIZE as u64, ARCHIVE)?;
    let mut bytes = Bytes::new(&bytes, ARCHIVE);
    if bytes.u32()? != END64 {
        return Err(bytes.damaged("no end record of 64 bits where the locator says"));
    }
    bytes.take(8 + 2 + 2)?;
    let (disk, start) = (bytes.u32()?, bytes.u32()?);
    let (here, entries) = (bytes.u64()?, bytes.u64()?);
    let (size, directory) = (bytes.u64()?, bytes.u64()?);
    if (disk, start) != (0, 0) || here != entries {
        return Err(bytes.damaged("one of several volumes"));
    }
    Ok(Some((End { directory, size, entries, exact: true }, offset)))
}
