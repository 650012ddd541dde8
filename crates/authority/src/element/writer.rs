//! The writer of documents: hands markup on in pieces and pictures as bytes, so that no document is ever
//! held as one text unless somebody asks for it.

use crate::packing::Sink;
use crate::xml::escape;

/// Text is handed on in pieces of about this size.
const PIECE: usize = 64 * 1024;

/// Writes elements into a [`Sink`].
pub(crate) struct Writer<'s> {
    piece: String,
    sink: &'s mut dyn Sink,
}

impl<'s> Writer<'s> {
    pub fn new(sink: &'s mut dyn Sink) -> Self {
        Self { piece: String::with_capacity(PIECE + PIECE / 4), sink }
    }

    pub fn open(&mut self, name: &str) {
        self.piece.push('<');
        self.piece.push_str(name);
        self.piece.push('>');
    }

    pub fn close(&mut self, name: &str) {
        self.piece.push_str("</");
        self.piece.push_str(name);
        self.piece.push('>');
        if self.piece.len() >= PIECE {
            self.hand_on();
        }
    }

    /// Markup as it is.
    pub fn raw(&mut self, markup: &str) {
        self.piece.push_str(markup);
    }

    /// `<name>text</name>`.
    pub fn value(&mut self, name: &str, text: &str) {
        self.open(name);
        self.piece.push_str(&escape(text));
        self.close(name);
    }

    /// `<name>value</name>` for what needs no escaping: numbers and times.
    pub fn plain(&mut self, name: &str, value: impl std::fmt::Display) {
        use std::fmt::Write as _;
        self.open(name);
        write!(self.piece, "{value}").expect("writing to a string");
        self.close(name);
    }

    /// `<name>base64</name>`.
    pub fn picture(&mut self, name: &str, bytes: &[u8]) {
        self.open(name);
        self.hand_on();
        self.sink.picture(bytes);
        self.close(name);
    }

    /// Hands on what is left.
    pub fn finish(mut self) {
        self.hand_on();
    }

    fn hand_on(&mut self) {
        if !self.piece.is_empty() {
            self.sink.text(&self.piece);
            self.piece.clear();
        }
    }
}
