//! One deflate stream out of two writers: zlib-rs for text, [`literal`](super::literal) for pictures.
//!
//! They take turns at whole bytes. What the second one wrote is told to the first as a dictionary, so that
//! its window stays that of a reader, and text after a picture can point at text before it.

use flate2::{Compress, Compression, FlushCompress, Status};

use super::literal;
use super::outlet::{Outlet, PORTION};

/// The lowest level at which zlib-rs packs as tight as zlib does at level 6.
const LEVEL: u32 = 7;
/// Compressed bytes that there is always room for.
const ROOM: usize = 64 * 1024;
/// A picture is handed over in pieces of this many bytes, whose base64 just fills the window.
pub(super) const PIECE: usize = 24 * 1024;

/// A stream under way.
pub(super) struct Deflater {
    text: Compress,
    out: Vec<u8>,
    /// Bytes that have left `out`.
    gone: usize,
    outlet: Outlet,
    /// Nothing came since the stream was last at a whole byte.
    at_byte: bool,
}

impl Deflater {
    /// Goes on behind what is in `out`.
    pub(super) fn new(out: Vec<u8>) -> Self {
        let text = Compress::new(Compression::new(LEVEL), false);
        Self { text, out, gone: 0, outlet: Outlet::Empty, at_byte: true }
    }

    /// Bytes that may repeat.
    pub(super) fn repeating(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.feed(bytes, FlushCompress::None);
            self.at_byte = false;
        }
    }

    /// Base64 that does not repeat: `raw` has at most [`PIECE`] bytes, a multiple of three; `encoded` is the
    /// same as characters.
    pub(super) fn even(&mut self, raw: &[u8], encoded: &[u8]) {
        if !self.at_byte {
            self.feed(&[], FlushCompress::Sync);
            self.at_byte = true;
        }
        self.make_room();
        literal::write(&mut self.out, raw);
        self.text.set_dictionary(encoded).expect("a raw stream takes a dictionary after a flush");
    }

    /// Ends the stream: the place behind it, the bytes that have not left yet, and where the others went.
    pub(super) fn finish(mut self) -> (usize, Vec<u8>, Outlet) {
        self.feed(&[], FlushCompress::Finish);
        (self.gone + self.out.len(), self.out, self.outlet)
    }

    fn feed(&mut self, mut bytes: &[u8], flush: FlushCompress) {
        loop {
            self.make_room();
            let before = self.text.total_in();
            let status = self.text.compress_vec(bytes, &mut self.out, flush).expect("in its right state");
            let taken = usize::try_from(self.text.total_in() - before).expect("no more than was given");
            bytes = &bytes[taken..];
            let room_left = self.out.len() < self.out.capacity();
            let ending = matches!(flush, FlushCompress::Finish);
            let done = if ending { status == Status::StreamEnd } else { bytes.is_empty() && room_left };
            if done {
                return;
            }
        }
    }

    /// Hands over what has been collected once it is a full portion.
    fn make_room(&mut self) {
        if self.out.len() >= PORTION {
            self.gone += self.out.len();
            let fresh = Vec::with_capacity(PORTION + ROOM);
            self.outlet.push(std::mem::replace(&mut self.out, fresh));
        }
        self.out.reserve(ROOM);
    }
}
