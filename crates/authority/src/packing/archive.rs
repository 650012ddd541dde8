//! The frame of a zip archive with one entry (APPNOTE.TXT 6.3): written in one pass, read strictly.

use super::UnpackError;

const LOCAL: [u8; 4] = *b"PK\x03\x04";
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
const END: [u8; 4] = *b"PK\x05\x06";
const DESCRIPTOR: [u8; 4] = *b"PK\x07\x08";
const LOCAL_SIZE: usize = 30;
const CENTRAL_SIZE: usize = 46;
const END_SIZE: usize = 22;
/// A data descriptor of the larger kind; nothing longer may stand between the entry and the directory.
const DESCRIPTOR_SIZE: usize = 24;
/// 1980-01-01, the first day a zip archive knows: the same content gives the same bytes.
const FIRST_DAY: u16 = 0x21;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
const VERSION: u16 = 20;
const ENCRYPTED: u16 = 1;
const DESCRIBED: u16 = 8;

/// What the frame says about its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sums {
    /// CRC-32 of the content.
    pub(super) crc: u32,
    /// Bytes in the archive.
    pub(super) packed: u32,
    /// Bytes of the content.
    pub(super) size: u32,
}

/// The entry of an archive as it lies there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    /// The bytes in the archive.
    pub(super) data: &'a [u8],
    /// Whether they are deflated; otherwise they are the content itself.
    pub(super) deflated: bool,
    /// What the directory says.
    pub(super) sums: Sums,
}

/// The local header; behind it goes the deflated content. Checksum and sizes follow that (flag bit 3), as in
/// the files of other clients that bureaus are known to take.
pub(super) fn begin(name: &str) -> Vec<u8> {
    let mut head = LOCAL.to_vec();
    head.extend(facts(name, Sums { crc: 0, packed: 0, size: 0 }));
    head.extend(name.as_bytes());
    head
}

/// Where the content begins behind [`begin`].
pub(super) fn content_at(name: &str) -> usize {
    LOCAL_SIZE + name.len()
}

/// What stands behind the content: its sums, the directory and the end.
pub(super) fn end(name: &str, sums: Sums) -> Vec<u8> {
    let mut tail = DESCRIPTOR.to_vec();
    tail.extend([sums.crc, sums.packed, sums.size].map(u32::to_le_bytes).as_flattened());
    let directory = narrow(content_at(name) + tail.len()) + sums.packed;
    tail.extend(CENTRAL);
    tail.extend(VERSION.to_le_bytes());
    tail.extend(facts(name, sums));
    // No comment, disk 0, no attributes; the local header stands at 0.
    tail.extend([0; 14]);
    tail.extend(name.as_bytes());
    tail.extend(END);
    // This is disk 0 of 1, with 1 entry of 1.
    tail.extend([0, 0, 0, 0, 1, 0, 1, 0]);
    tail.extend(narrow(CENTRAL_SIZE + name.len()).to_le_bytes());
    tail.extend(directory.to_le_bytes());
    // No comment.
    tail.extend([0, 0]);
    tail
}

/// What local header and directory have in common.
fn facts(name: &str, sums: Sums) -> Vec<u8> {
    let mut facts =
        [VERSION, DESCRIBED, DEFLATED, 0, FIRST_DAY].map(u16::to_le_bytes).as_flattened().to_vec();
    // The length of the name is a short, and so is that of the extra field, which there is none of.
    let longs = [sums.crc, sums.packed, sums.size, narrow(name.len())];
    facts.extend(longs.map(u32::to_le_bytes).as_flattened());
    facts
}

pub(super) fn narrow(length: usize) -> u32 {
    u32::try_from(length).expect("a packed document is far below 4 GB")
}

/// Finds the single entry. Every byte must be accounted for, so that no other reader finds another entry.
pub(super) fn read(zip: &[u8]) -> Result<Entry<'_>, UnpackError> {
    let end = find_end(zip)?;
    let (entries, length, directory) = (short(zip, end + 10)?, long(zip, end + 12)?, long(zip, end + 16)?);
    if entries == u16::MAX || directory == u32::MAX {
        return Err(broken("zip64 is not accepted"));
    }
    if entries != 1 {
        return Err(UnpackError::Entries(usize::from(entries)));
    }
    let directory = wide(directory)?;
    let names: [usize; 3] = [28, 30, 32].map(|at| short(zip, directory + at).map_or(0, usize::from));
    if !is(zip, directory, CENTRAL)
        || wide(length)? != CENTRAL_SIZE + names.iter().sum::<usize>()
        || directory + wide(length)? != end
    {
        return Err(broken("the directory is not that of one entry"));
    }
    let sums = Sums {
        crc: long(zip, directory + 16)?,
        packed: long(zip, directory + 20)?,
        size: long(zip, directory + 24)?,
    };
    if [sums.packed, sums.size, long(zip, directory + 42)?].contains(&u32::MAX) {
        return Err(broken("zip64 is not accepted"));
    }
    if short(zip, directory + 8)? & ENCRYPTED != 0 {
        return Err(broken("encrypted entries are not accepted"));
    }
    let deflated = match short(zip, directory + 10)? {
        STORED => false,
        DEFLATED => true,
        other => return Err(broken(&format!("compression method {other} is not accepted"))),
    };
    let start = wide(long(zip, directory + 42)?)?;
    Ok(Entry { data: data(zip, start, directory, wide(sums.packed)?)?, deflated, sums })
}

/// The content behind the local header at `start`, which must fill the archive up to `directory`.
fn data(zip: &[u8], start: usize, directory: usize, packed: usize) -> Result<&[u8], UnpackError> {
    if start != 0 || !is(zip, start, LOCAL) {
        return Err(broken("the entry does not stand at the beginning"));
    }
    let content = LOCAL_SIZE + usize::from(short(zip, 26)?) + usize::from(short(zip, 28)?);
    match directory.checked_sub(content).and_then(|room| room.checked_sub(packed)) {
        Some(0..=DESCRIPTOR_SIZE) => Ok(&zip[content..content + packed]),
        Some(_) => Err(broken("there is something between the entry and the directory")),
        None => Err(broken("the entry is cut short")),
    }
}

/// Where the end record stands: it is the last thing but a comment of the length it gives.
fn find_end(zip: &[u8]) -> Result<usize, UnpackError> {
    let last = zip.len().checked_sub(END_SIZE);
    last.and_then(|last| {
        (last.saturating_sub(usize::from(u16::MAX))..=last).rev().find(|&at| {
            let comment = short(zip, at + 20).map_or(usize::MAX, usize::from);
            is(zip, at, END) && at + END_SIZE + comment == zip.len()
        })
    })
    .ok_or_else(|| broken("no end of the directory"))
}

fn is(zip: &[u8], at: usize, mark: [u8; 4]) -> bool {
    zip.get(at..).is_some_and(|rest| rest.starts_with(&mark))
}

fn short(zip: &[u8], at: usize) -> Result<u16, UnpackError> {
    Ok(u16::from_le_bytes(bytes(zip, at)?))
}

fn long(zip: &[u8], at: usize) -> Result<u32, UnpackError> {
    Ok(u32::from_le_bytes(bytes(zip, at)?))
}

fn bytes<const N: usize>(zip: &[u8], at: usize) -> Result<[u8; N], UnpackError> {
    zip.get(at..).and_then(|rest| rest.first_chunk()).copied().ok_or_else(|| broken("cut short"))
}

fn wide(number: u32) -> Result<usize, UnpackError> {
    usize::try_from(number).map_err(|_| broken("too large"))
}

/// An archive that is not one, in a word.
pub(super) fn broken(why: &str) -> UnpackError {
    UnpackError::Archive(why.to_owned())
}
