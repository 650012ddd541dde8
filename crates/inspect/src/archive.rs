//! ZIP archives of strangers: the directory is read, checked against tricks, and then only what is asked for.

mod end;
mod entry;
mod replay;
mod unpack;
mod window;

use std::io;

pub(crate) use entry::{Entry, Method};
pub(crate) use replay::Replay;
pub(crate) use unpack::{Place, Unpacking};
pub(crate) use window::Window;

use crate::bytes::Bytes;
use crate::refusal::Trick;
use crate::{Limits, Refusal, Source};

/// The archive itself, in refusals.
const ARCHIVE: &str = "archive";
/// Its directory, in refusals.
const DIRECTORY: &str = "directory";
/// Bytes of a directory. 16 MiB: 200,000 entries with names of 38 bytes, twice what the largest Apps have.
const DIRECTORY_MOST: u64 = 16 << 20;
const LOCAL: u32 = u32::from_le_bytes(*b"PK\x03\x04");
const LOCAL_SIZE: u64 = 30;

/// An open archive: its directory in memory, everything else where it was.
pub(crate) struct Archive<'s> {
    source: &'s dyn Source,
    limits: Limits,
    directory: Vec<u8>,
    directory_offset: u64,
    /// Where the records begin in the directory, sorted by name.
    by_name: Vec<u32>,
    /// Where the entries begin in the file, sorted.
    starts: Vec<u64>,
    entries_end: u64,
}

impl<'s> Archive<'s> {
    /// Reads and checks the directory; `None` when the file has no end of an archive.
    pub(crate) fn open(source: &'s dyn Source, limits: Limits) -> Result<Option<Self>, Refusal> {
        if source.len() > limits.file {
            return Err(Refusal::TooMuch { part: ARCHIVE.to_owned(), most: limits.file });
        }
        let Some(end) = end::find(source)? else { return Ok(None) };
        if end.size > DIRECTORY_MOST {
            return Err(Refusal::TooMuch { part: DIRECTORY.to_owned(), most: DIRECTORY_MOST });
        }
        let directory = read_part(source, end.directory, end.size, DIRECTORY)?;
        let by_name = records(&directory, end, limits)?;
        let (directory_offset, starts) = (end.directory, Vec::new());
        let mut archive =
            Self { source, limits, directory, directory_offset, by_name, starts, entries_end: 0 };
        archive.sort()?;
        Ok(Some(archive))
    }

    /// Every entry, sorted by name.
    pub(crate) fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.by_name.iter().filter_map(|&record| self.record(record))
    }

    /// The entry of this name.
    pub(crate) fn find(&self, name: &str) -> Option<Entry<'_>> {
        let at = self.by_name.binary_search_by(|&record| self.name(record).cmp(name.as_bytes())).ok()?;
        self.record(*self.by_name.get(at)?)
    }

    /// The entries whose names begin with `prefix`, sorted by name.
    pub(crate) fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = Entry<'a>> {
        let first = self.by_name.partition_point(|&record| self.name(record) < prefix.as_bytes());
        let rest = self.by_name.get(first..).unwrap_or_default();
        let entries = rest.iter().filter_map(|&record| self.record(record));
        entries.take_while(|entry| entry.name.starts_with(prefix.as_bytes()))
    }

    /// Unpacks an entry of at most `most` bytes; its length and checksum are right.
    pub(crate) fn read(&self, entry: &Entry<'_>, most: usize) -> Result<Vec<u8>, Refusal> {
        let most = most.min(self.limits.entry);
        let size = usize::try_from(entry.size).ok().filter(|&size| size <= most);
        let size = size.ok_or_else(|| Refusal::TooMuch { part: entry.shown(), most: most as u64 })?;
        let mut unpacking = self.unpack(entry)?;
        let mut content = vec![0; size];
        let filled = unpacking.fill(&mut content)?;
        content.truncate(filled);
        // At the end it is compared with its length and checksum.
        unpacking.read(&mut [0])?;
        Ok(content)
    }

    /// The first bytes of an entry, `most` or what it has; nothing says that they are what was packed.
    pub(crate) fn prefix(&self, entry: &Entry<'_>, most: usize) -> Result<Vec<u8>, Refusal> {
        let most = usize::try_from(entry.size).map_or(most, |size| size.min(most)).min(self.limits.entry);
        let mut content = vec![0; most];
        let filled = self.unpack(entry)?.fill(&mut content)?;
        content.truncate(filled);
        Ok(content)
    }

    /// Begins to unpack an entry.
    pub(crate) fn unpack(&self, entry: &Entry<'_>) -> Result<Unpacking<'s>, Refusal> {
        Ok(Unpacking::new(self.source, self.place(entry)?))
    }

    /// Where the content of an entry is: its local header is read and compared.
    pub(crate) fn place(&self, entry: &Entry<'_>) -> Result<Place, Refusal> {
        let part = entry.shown();
        let header = read_part(self.source, entry.offset, LOCAL_SIZE, &part)?;
        let mut header = Bytes::new(&header, &part);
        if header.u32()? != LOCAL {
            return Err(header.damaged("no local header where the directory says"));
        }
        header.take(22)?;
        let (name, extra) = (u64::from(header.u16()?), u64::from(header.u16()?));
        let name_here = read_part(self.source, entry.offset + LOCAL_SIZE, name, &part)?;
        if name_here != entry.name {
            return Err(hostile(Trick::NameMismatch, &part));
        }
        let start = entry.offset + LOCAL_SIZE + name + extra;
        // A method that nobody knows is taken for none, as Android does; the checksum tells.
        match entry.method {
            Method::Stored if entry.packed != entry.size => {
                return Err(header.damaged("stored, with two lengths"));
            }
            Method::Other(number) if entry.packed != entry.size => {
                return Err(header.damaged(format!("compression method {number}")));
            }
            Method::Stored | Method::Other(_) | Method::Deflated => {}
        }
        if start.checked_add(entry.packed).is_none_or(|past| past > self.next(entry.offset)) {
            return Err(hostile(Trick::Overlap, &part));
        }
        let Entry { method, encrypted, crc, packed, size, .. } = *entry;
        Ok(Place { part, start, packed, size, method, encrypted, crc })
    }

    /// Where the directory begins; a signing block ends there.
    pub(crate) fn directory_offset(&self) -> u64 {
        self.directory_offset
    }

    /// Where the last entry ends at the earliest; what stands between it and the directory cannot begin before.
    pub(crate) fn entries_end(&self) -> u64 {
        self.entries_end
    }

    /// The file it is in.
    pub(crate) fn source(&self) -> &'s dyn Source {
        self.source
    }

    /// The limits it was opened with.
    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    fn record(&self, at: u32) -> Option<Entry<'_>> {
        entry::parse(self.directory.get(at as usize..)?).map(|(entry, _)| entry)
    }

    fn name(&self, at: u32) -> &[u8] {
        let record = self.directory.get(at as usize..).unwrap_or_default();
        let length = record.get(28..30).map_or(0, |two| u16::from_le_bytes([two[0], two[1]]));
        record.get(entry::FIXED..entry::FIXED + usize::from(length)).unwrap_or_default()
    }

    /// Where what follows the entry at `offset` begins.
    fn next(&self, offset: u64) -> u64 {
        let following = self.starts.partition_point(|&start| start <= offset);
        self.starts.get(following).copied().unwrap_or(self.directory_offset)
    }

    /// Sorts by name and by place, and refuses names and places that are there twice.
    fn sort(&mut self) -> Result<(), Refusal> {
        let mut by_name = std::mem::take(&mut self.by_name);
        by_name.sort_unstable_by(|&one, &other| self.name(one).cmp(self.name(other)));
        if let Some(two) = by_name.windows(2).find(|two| self.name(two[0]) == self.name(two[1])) {
            return Err(hostile(Trick::DuplicateName, &shown(self.name(two[0]))));
        }
        self.by_name = by_name;
        (self.starts, self.entries_end) = self.checked_starts()?;
        Ok(())
    }

    /// The beginnings of all entries, in order, and the end of the last; none reaches into the next one or into the directory.
    fn checked_starts(&self) -> Result<(Vec<u64>, u64), Refusal> {
        let mut by_place = self.by_name.clone();
        let start = |&record: &u32| self.record(record).map_or(0, |entry| entry.offset);
        by_place.sort_unstable_by_key(start);
        let mut starts = Vec::with_capacity(by_place.len());
        let mut past = 0;
        for entry in by_place.iter().filter_map(|&record| self.record(record)) {
            if entry.offset < past {
                return Err(hostile(Trick::Overlap, &entry.shown()));
            }
            // The header in the file may be longer than the name says; `place` looks at that.
            past = [LOCAL_SIZE, entry.name.len() as u64, entry.packed]
                .iter()
                .try_fold(entry.offset, |sum, &more| sum.checked_add(more))
                .filter(|&past| past <= self.directory_offset)
                .ok_or_else(|| hostile(Trick::Length, &entry.shown()))?;
            starts.push(entry.offset);
        }
        Ok((starts, past))
    }
}

/// Where each record of the directory begins, once names and their number are all right.
fn records(directory: &[u8], end: end::End, limits: Limits) -> Result<Vec<u32>, Refusal> {
    let damaged = |what: &str| Refusal::Damaged { part: DIRECTORY.to_owned(), what: what.to_owned() };
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(rest) = directory.get(at..).filter(|rest| !rest.is_empty()) {
        if places.len() == limits.entries {
            return Err(Refusal::TooMuch { part: DIRECTORY.to_owned(), most: limits.entries as u64 });
        }
        let (entry, length) = entry::parse(rest).ok_or_else(|| damaged("not a record of an entry"))?;
        if escapes(entry.name) {
            return Err(hostile(Trick::Escape, &entry.shown()));
        }
        places.push(u32::try_from(at).map_err(|_| damaged("too long"))?);
        at += length;
    }
    // Some tools count 65,536 entries as none instead of using the record with 64 bits.
    let told = if end.exact { places.len() as u64 } else { places.len() as u64 & 0xFFFF };
    if told != end.entries {
        return Err(damaged("another number of entries than it says"));
    }
    Ok(places)
}

/// Whether a name leads out of the directory it would be unpacked to.
fn escapes(name: &[u8]) -> bool {
    let mut parts = name.split(|byte| matches!(byte, b'/' | b'\\'));
    let drive = matches!(name.get(1..3), Some(b":/" | b":\\"));
    matches!(name.first(), Some(b'/' | b'\\')) || drive || parts.any(|part| part == b"..")
}

/// A name for people: no control characters, not endless.
fn shown(name: &[u8]) -> String {
    let text = String::from_utf8_lossy(name.get(..name.len().min(400)).unwrap_or_default());
    text.chars().filter(|letter| !letter.is_control()).take(100).collect()
}

/// Reads `length` bytes at `offset`; a file that ends before is truncated in `part`.
pub(crate) fn read_part(
    source: &dyn Source,
    offset: u64,
    length: u64,
    part: &str,
) -> Result<Vec<u8>, Refusal> {
    if offset.checked_add(length).is_none_or(|past| past > source.len()) {
        return Err(hostile(Trick::Length, part));
    }
    let length = usize::try_from(length).map_err(|_| hostile(Trick::Length, part))?;
    let mut bytes = vec![0; length];
    source.read_at(offset, &mut bytes).map_err(|error| unreadable(&error, part))?;
    Ok(bytes)
}

fn unreadable(error: &io::Error, part: &str) -> Refusal {
    // An archive in an archive: what went wrong outside is said as it is.
    if let Some(refusal) = error.get_ref().and_then(|inner| inner.downcast_ref::<Refusal>()) {
        return refusal.clone();
    }
    if error.kind() == io::ErrorKind::UnexpectedEof {
        return Refusal::Truncated { part: part.to_owned() };
    }
    Refusal::Unreadable { what: error.to_string() }
}

fn hostile(trick: Trick, part: &str) -> Refusal {
    Refusal::Hostile { trick, part: part.to_owned() }
}
