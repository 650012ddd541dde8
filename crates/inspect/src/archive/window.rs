//! A piece of a source as a source of its own: an archive stored in an archive is read in place.

use std::io;

use crate::Source;

/// Some bytes of another source.
pub(crate) struct Window<'a> {
    source: &'a dyn Source,
    start: u64,
    len: u64,
}

impl<'a> Window<'a> {
    /// `len` bytes from `start` on.
    pub(crate) fn new(source: &'a dyn Source, start: u64, len: u64) -> Self {
        Self { source, start, len }
    }
}

impl Source for Window<'_> {
    fn len(&self) -> u64 {
        self.len
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<()> {
        let past = offset.checked_add(into.len() as u64);
        if past.is_none_or(|past| past > self.len) {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.source.read_at(self.start + offset, into)
    }
}
