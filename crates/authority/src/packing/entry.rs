//! The content of an archive as a stream: never more than a document may have, and checked at its end.

use std::io::{self, BufRead, ErrorKind, Read};

use crc32fast::Hasher;
use flate2::{Decompress, FlushDecompress, Status};

use super::archive::{self, Entry, broken};
use super::{MAX_DOCUMENT, UnpackError};

/// Bytes unpacked at a time; several windows, since each step copies one.
const ROOM: usize = 128 * 1024;

/// Opens the single entry of an archive for reading. What is wrong with the content comes as an error of
/// reading, at the latest in place of its end: [`UnpackError::from`] tells what it was.
pub(crate) fn entry(zip: &[u8]) -> Result<impl BufRead + '_, UnpackError> {
    let entry = archive::read(zip)?;
    let inflate = entry.deflated.then(|| Decompress::new(false));
    let room = vec![0; if entry.deflated { ROOM } else { 0 }];
    Ok(Content {
        rest: entry.data,
        entry,
        inflate,
        room,
        ready: 0..0,
        ended: false,
        sum: Hasher::new(),
        size: 0,
    })
}

struct Content<'a> {
    entry: Entry<'a>,
    /// What has not been looked at.
    rest: &'a [u8],
    /// Nothing if the content is stored as it is.
    inflate: Option<Decompress>,
    room: Vec<u8>,
    ready: std::ops::Range<usize>,
    ended: bool,
    sum: Hasher,
    size: u64,
}

impl Content<'_> {
    /// Fills the room and tells how far.
    fn unpack(&mut self) -> Result<usize, UnpackError> {
        let Some(inflate) = &mut self.inflate else {
            let (piece, rest) = self.rest.split_at(self.rest.len().min(ROOM));
            self.room = piece.to_vec();
            self.rest = rest;
            self.ended = piece.is_empty();
            return Ok(piece.len());
        };
        let (total_in, total_out) = (inflate.total_in(), inflate.total_out());
        let status = inflate
            .decompress(self.rest, &mut self.room, FlushDecompress::None)
            .map_err(|error| broken(&error.to_string()))?;
        let taken = usize::try_from(inflate.total_in() - total_in).unwrap_or(usize::MAX);
        let written = usize::try_from(inflate.total_out() - total_out).unwrap_or(usize::MAX);
        self.rest = self.rest.get(taken..).unwrap_or_default();
        self.ended = status == Status::StreamEnd;
        if (taken, written) == (0, 0) && !self.ended {
            return Err(broken("the entry is cut short"));
        }
        Ok(written)
    }

    /// Unpacks the next piece into the room; an empty one is the end.
    fn step(&mut self) -> Result<(), UnpackError> {
        self.ready = 0..0;
        while self.ready.is_empty() && !self.ended {
            let written = self.unpack()?;
            self.ready = 0..written;
        }
        self.sum.update(&self.room[self.ready.clone()]);
        self.size += self.ready.len() as u64;
        if self.size > MAX_DOCUMENT {
            return Err(UnpackError::TooLarge);
        }
        let sums = self.entry.sums;
        if self.ended && (self.size != u64::from(sums.size) || self.sum.clone().finalize() != sums.crc) {
            return Err(broken("the content is not what its checksum says"));
        }
        Ok(())
    }
}

impl BufRead for Content<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.ready.is_empty() {
            self.step()?;
        }
        Ok(&self.room[self.ready.clone()])
    }

    fn consume(&mut self, amount: usize) {
        self.ready.start += amount.min(self.ready.len());
    }
}

impl Read for Content<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut ready = self.fill_buf()?;
        let amount = ready.read(out)?;
        self.consume(amount);
        Ok(amount)
    }
}

impl From<UnpackError> for io::Error {
    fn from(error: UnpackError) -> Self {
        Self::new(ErrorKind::InvalidData, error)
    }
}

/// What went wrong while reading: the error that was wrapped, or the archive if it was none of ours.
impl From<&io::Error> for UnpackError {
    fn from(error: &io::Error) -> Self {
        let ours = error.get_ref().and_then(|inner| inner.downcast_ref::<Self>());
        ours.cloned().unwrap_or_else(|| Self::Archive(error.to_string()))
    }
}

#[cfg(test)]
mod tests;
