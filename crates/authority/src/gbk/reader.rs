//! The bytes of a document as UTF-8, decoded while they are read.

use std::io::{self, BufRead, Read};
use std::ops::Range;

use encoding_rs::{Decoder, DecoderResult, GBK, UTF_8};

use super::{BOM, HEAD, Undecodable, says_utf8};
use crate::packing::UnpackError;

/// Bytes of UTF-8 made at a time.
const ROOM: usize = 64 * 1024;

/// Reads GBK, or UTF-8 if the declaration says so, and gives UTF-8 without a byte order mark. Bytes that are
/// no text give an error that becomes [`UnpackError::Text`].
pub(crate) fn gbk_reader(source: impl BufRead) -> impl BufRead {
    let room = vec![0; ROOM];
    Decoding { source, head: Vec::new(), used: 0, decoder: None, room, ready: 0..0, ended: false }
}

struct Decoding<R> {
    source: R,
    /// The first bytes, read ahead for what the declaration says.
    head: Vec<u8>,
    /// How many of them have been decoded.
    used: usize,
    decoder: Option<Decoder>,
    room: Vec<u8>,
    ready: Range<usize>,
    ended: bool,
}

impl<R: BufRead> Decoding<R> {
    /// Decodes the next piece into the room; an empty one is the end.
    fn step(&mut self) -> io::Result<()> {
        self.ready = 0..0;
        let decoder = match &mut self.decoder {
            Some(decoder) => decoder,
            none => {
                self.source.by_ref().take(HEAD as u64).read_to_end(&mut self.head)?;
                self.used = if self.head.starts_with(BOM) { BOM.len() } else { 0 };
                let encoding = if says_utf8(&self.head) { UTF_8 } else { GBK };
                none.insert(encoding.new_decoder_without_bom_handling())
            }
        };
        while self.ready.is_empty() && !self.ended {
            let from_head = self.used < self.head.len();
            let bytes = if from_head { &self.head[self.used..] } else { self.source.fill_buf()? };
            let last = bytes.is_empty();
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(bytes, &mut self.room, last);
            if from_head {
                self.used += read;
            } else {
                self.source.consume(read);
            }
            match result {
                DecoderResult::Malformed(..) => return Err(UnpackError::Text(Undecodable).into()),
                DecoderResult::InputEmpty => self.ended = last,
                DecoderResult::OutputFull => {}
            }
            self.ready = 0..written;
        }
        Ok(())
    }
}

impl<R: BufRead> BufRead for Decoding<R> {
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

impl<R: BufRead> Read for Decoding<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut ready = self.fill_buf()?;
        let amount = ready.read(out)?;
        self.consume(amount);
        Ok(amount)
    }
}

#[cfg(test)]
mod tests;
