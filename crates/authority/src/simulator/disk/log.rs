//! The log of changes: every change appends one group of lines, a group is closed by a line with number and
//! digest, and now and then the whole state is written to a base and the log begins anew.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use md5::{Digest as _, Md5};
use serde::{Deserialize, Serialize};

use super::{DiskError, sync_directory};
use crate::packing::hex;
use crate::simulator::state::{Read, State};

/// Version of both files.
const FORMAT: u32 = 1;
/// The log is folded into the base when it has at least this many bytes, and more than the base.
const FOLD: u64 = 4 * 1024 * 1024;

/// The last line of a group.
#[derive(Debug, Serialize, Deserialize)]
struct End {
    /// Number of the change, from 1.
    #[serde(rename = "end")]
    number: u64,
    /// MD5 of the lines before, hexadecimal.
    md5: String,
    format: u32,
}

/// The open log.
#[derive(Debug)]
pub struct Log {
    root: PathBuf,
    file: File,
    /// Bytes that were acknowledged.
    length: u64,
    base_length: u64,
    /// Number of the last change.
    number: u64,
    durable: bool,
    fold_at: u64,
    /// A failed write could not be taken back; nothing may follow it.
    broken: bool,
}

impl Log {
    /// Reads what is there into `state` and opens the log behind its last whole group. What a killed process
    /// had only half written was never acknowledged and is cut off.
    pub fn open(root: &Path, durable: bool, state: &mut State) -> Result<Self, DiskError> {
        let (base, path) = (root.join("state.base"), root.join("state.log"));
        let (mut number, mut base_length) = (0, 0);
        if let Some(bytes) = read(&base)? {
            base_length = length(&bytes);
            let groups = Groups::of(&base, &bytes)?;
            let whole = groups.whole_length == bytes.len() && groups.groups.len() == 1;
            let group = groups.groups.first().filter(|_| whole).ok_or_else(|| damaged(&base, 1))?;
            take(&base, group, state)?;
            number = group.number;
        }
        let bytes = read(&path)?.unwrap_or_default();
        let groups = Groups::of(&path, &bytes)?;
        for group in groups.groups.iter().filter(|group| group.number > number).collect::<Vec<_>>() {
            if group.number != number + 1 {
                return Err(damaged(&path, group.first_line));
            }
            take(&path, group, state)?;
            number = group.number;
        }
        let file = OpenOptions::new().append(true).create(true).open(&path);
        let file = file.map_err(|source| failed(&path, source))?;
        let length = groups.whole_length as u64;
        let mut log = Self {
            root: root.to_owned(),
            file,
            length,
            base_length,
            number,
            durable,
            fold_at: FOLD,
            broken: false,
        };
        log.cut().map_err(|source| failed(&path, source))?;
        if durable {
            sync_directory(root)?;
        }
        Ok(log)
    }

    /// Writes down what was changed in `state` since the last time; when this returns it is there for good.
    pub fn commit(&mut self, state: &mut State) -> Result<(), DiskError> {
        let path = self.root.join("state.log");
        let mut lines = Vec::new();
        state.write_changes(&mut lines).map_err(|source| unwritable(&path, source))?;
        if !lines.is_empty() {
            close(&mut lines, self.number + 1).map_err(|source| unwritable(&path, source))?;
            self.append(&lines).map_err(|source| failed(&path, source))?;
            self.number += 1;
        }
        state.settle();
        if self.length > self.fold_at.max(self.base_length)
            && let Err(error) = self.fold(state)
        {
            // The change itself is safe in the log, which only grows a little longer.
            tracing::warn!(%error, "the simulator's log could not be folded");
        }
        Ok(())
    }

    /// Folds the log so early that tests see it.
    #[cfg(test)]
    pub fn folding_at(self, fold_at: u64) -> Self {
        Self { fold_at, ..self }
    }

    fn append(&mut self, lines: &[u8]) -> io::Result<()> {
        if self.broken {
            return Err(io::Error::other("an earlier write failed; start the simulator again"));
        }
        let written = self.file.write_all(lines).and_then(|()| self.sync());
        match written {
            Ok(()) => self.length += length(lines),
            // A group that was refused must not be found by the next start.
            Err(_) => self.broken = self.cut().is_err(),
        }
        written
    }

    /// Cuts off everything that was not acknowledged.
    fn cut(&mut self) -> io::Result<()> {
        self.file.set_len(self.length)?;
        self.sync()
    }

    fn sync(&self) -> io::Result<()> {
        if self.durable { self.file.sync_data() } else { Ok(()) }
    }

    /// Writes the whole state aside, puts it in the place of the base, empties the log. Killed in between,
    /// the log's groups are older than the base and are passed over.
    fn fold(&mut self, state: &State) -> Result<(), DiskError> {
        let (base, aside) = (self.root.join("state.base"), self.root.join("state.base.tmp"));
        let mut lines = Vec::new();
        state.write_all(&mut lines).map_err(|source| unwritable(&base, source))?;
        close(&mut lines, self.number).map_err(|source| unwritable(&base, source))?;
        let written = File::create(&aside).and_then(|mut file| {
            file.write_all(&lines)?;
            if self.durable { file.sync_all() } else { Ok(()) }
        });
        written.and_then(|()| fs::rename(&aside, &base)).map_err(|source| failed(&base, source))?;
        if self.durable {
            sync_directory(&self.root)?;
        }
        self.base_length = length(&lines);
        self.file.set_len(0).map_err(|source| failed(&self.root.join("state.log"), source))?;
        self.length = 0;
        self.sync().map_err(|source| failed(&self.root.join("state.log"), source))
    }
}

/// One whole change.
struct Group<'a> {
    number: u64,
    first_line: usize,
    lines: Vec<&'a [u8]>,
}

/// The whole groups of a file, and how far they reach.
struct Groups<'a> {
    groups: Vec<Group<'a>>,
    whole_length: usize,
}

impl<'a> Groups<'a> {
    /// Takes a file apart. A group that is not whole may only be the last one.
    fn of(path: &Path, bytes: &'a [u8]) -> Result<Self, DiskError> {
        let mut found = Self { groups: Vec::new(), whole_length: 0 };
        let (mut lines, mut first_line, mut start, mut at) = (Vec::new(), 1, 0, 0);
        let mut torn = None;
        for (number, line) in (1..).zip(bytes.split_inclusive(|byte| *byte == b'\n')) {
            let end = end_of(line);
            if end.is_some()
                && let Some(torn) = torn
            {
                return Err(damaged(path, torn));
            }
            match end {
                Some(end) if hex(&Md5::digest(&bytes[start..at])) == end.md5 => {
                    if end.format != FORMAT {
                        return Err(DiskError::Format { path: path.to_owned() });
                    }
                    let lines = std::mem::take(&mut lines);
                    found.groups.push(Group { number: end.number, first_line, lines });
                    found.whole_length = at + line.len();
                }
                Some(_) => torn = Some(first_line),
                None => {
                    lines.push(line);
                    at += line.len();
                    continue;
                }
            }
            at += line.len();
            (first_line, start) = (number + 1, at);
        }
        Ok(found)
    }
}

fn end_of(line: &[u8]) -> Option<End> {
    line.starts_with(b"{\"end\":").then(|| serde_json::from_slice(line.strip_suffix(b"\n")?).ok()).flatten()
}

/// Closes a group of lines.
fn close(lines: &mut Vec<u8>, number: u64) -> serde_json::Result<()> {
    let end = End { number, md5: hex(&Md5::digest(&*lines)), format: FORMAT };
    serde_json::to_writer(&mut *lines, &end)?;
    lines.push(b'\n');
    Ok(())
}

fn take(path: &Path, group: &Group<'_>, state: &mut State) -> Result<(), DiskError> {
    for line in &group.lines {
        let read: Read = serde_json::from_slice(line).map_err(|source| unwritable(path, source))?;
        state.take(read).map_err(|source| unwritable(path, source))?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, DiskError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(failed(path, source)),
    }
}

fn length(bytes: &[u8]) -> u64 {
    bytes.len() as u64
}

fn failed(path: &Path, source: io::Error) -> DiskError {
    DiskError::Io { path: path.to_owned(), source }
}

fn unwritable(path: &Path, source: serde_json::Error) -> DiskError {
    DiskError::State { path: path.to_owned(), source }
}

fn damaged(path: &Path, line: usize) -> DiskError {
    DiskError::Damaged { path: path.to_owned(), line }
}
