//! A document on its way into an archive: GBK, base64 and deflate in one pass, piece by piece.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use crc32fast::Hasher;

use super::archive::{self, Sums};
use super::beside::Beside;
use super::deflate::{Deflater, PIECE};
use super::evenness::Lately;
use super::sink::Sink;
use super::{MAX_DOCUMENT, MAX_NAME, PackError, Packed};
use crate::gbk::{self, Rare, Unmappable};

/// Text is encoded and packed in pieces of about this many bytes.
const TEXT_PIECE: usize = 32 * 1024;
/// The first bytes of a picture, where programs write the same tables into every picture.
const HEAD: usize = 768;
/// Pictures that begin with the same bytes as the one before are taken to share their head.
const MARK: usize = 24;

/// Writes an archive with one entry. The first thing that cannot be sent is reported by [`Self::finish`];
/// what comes after it is dropped.
pub(crate) struct ZipSink {
    name: String,
    rare: Rare,
    deflater: Beside,
    sum: Hasher,
    size: u64,
    characters: usize,
    trouble: Option<PackError>,
    bytes: Vec<u8>,
    last_mark: [u8; MARK],
    lately: Lately,
}

impl ZipSink {
    /// Begins an archive whose entry has this name: letters, digits, dot and underscore, at most 128.
    pub(crate) fn new(entry_name: &str, rare: Rare) -> Result<Self, PackError> {
        let allowed = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '_');
        if entry_name.is_empty() || entry_name.len() > MAX_NAME || !entry_name.chars().all(allowed) {
            return Err(PackError::EntryName(entry_name.to_owned()));
        }
        Ok(Self {
            name: entry_name.to_owned(),
            rare,
            deflater: Beside::new(Deflater::new(archive::begin(entry_name))),
            sum: Hasher::new(),
            size: 0,
            characters: 0,
            trouble: None,
            bytes: Vec::new(),
            last_mark: [0; MARK],
            lately: Lately::new(),
        })
    }

    /// The finished archive.
    pub(crate) fn finish(self) -> Result<Packed, PackError> {
        match self.trouble {
            Some(trouble) => Err(trouble),
            None if self.size > MAX_DOCUMENT => Err(PackError::TooLarge(self.size)),
            None => {
                let (end, mut last, outlet) = self.deflater.finish();
                let packed = archive::narrow(end - archive::content_at(&self.name));
                let size = u32::try_from(self.size).map_err(|_| PackError::TooLarge(self.size))?;
                last.extend(archive::end(&self.name, Sums { crc: self.sum.finalize(), packed, size }));
                outlet.finish(&last)
            }
        }
    }

    /// Counts what stands in `bytes`; false once the document is too large.
    fn count(&mut self) -> bool {
        self.size += self.bytes.len() as u64;
        let fits = self.size <= MAX_DOCUMENT;
        if fits {
            self.sum.update(&self.bytes);
        }
        fits
    }

    fn text_piece(&mut self, text: &str) {
        self.bytes.clear();
        if let Err(Unmappable { ch, position }) = gbk::encode_into(text, self.rare, &mut self.bytes) {
            let position = self.characters + position;
            self.trouble = Some(Unmappable { ch, position }.into());
            return;
        }
        self.characters += text.chars().count();
        if self.count() {
            self.deflater.repeating(&self.bytes);
        }
    }

    /// A part of a picture; only the last part may have a length that needs padding.
    fn picture_piece(&mut self, raw: &[u8], even: bool) {
        self.bytes.resize(raw.len().div_ceil(3) * 4, 0);
        STANDARD.encode_slice(raw, &mut self.bytes).expect("room for every group");
        self.characters += self.bytes.len();
        if !self.count() {
            return;
        }
        if even && raw.len().is_multiple_of(3) {
            self.deflater.even(raw, &self.bytes);
        } else {
            self.deflater.repeating(&self.bytes);
        }
    }
}

impl Sink for ZipSink {
    fn text(&mut self, mut text: &str) {
        while !text.is_empty() && self.trouble.is_none() {
            let (piece, rest) = text.split_at(text.floor_char_boundary(TEXT_PIECE));
            self.text_piece(piece);
            text = rest;
        }
    }

    fn picture(&mut self, bytes: &[u8]) {
        if self.trouble.is_some() {
            return;
        }
        let mark = bytes.first_chunk().copied().unwrap_or_default();
        let shared = mark == std::mem::replace(&mut self.last_mark, mark) || bytes.len() < HEAD;
        let (head, rest) = bytes.split_at(if shared { HEAD.min(bytes.len()) } else { 0 });
        self.picture_piece(head, false);
        let (groups, tail) = rest.split_at(rest.len() / 3 * 3);
        for piece in groups.chunks(PIECE) {
            let even = self.lately.nothing_to_find(piece);
            self.picture_piece(piece, even);
        }
        self.picture_piece(tail, false);
    }
}

#[cfg(test)]
pub(super) mod tests;
