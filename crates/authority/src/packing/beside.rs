//! The deflate stream on a thread of its own, once a document has enough text to be worth one.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};

use super::deflate::Deflater;
use super::outlet::Outlet;

/// Text below this many bytes is not worth a thread.
const SMALL: usize = 256 * 1024;
/// Pieces that may wait to be packed, of at most 56 KB each.
const WAITING: usize = 8;

/// What the thread is handed.
enum Piece {
    /// First of all, and once: the stream as far as it has come.
    Stream(Box<Deflater>),
    Repeating(Vec<u8>),
    Even {
        raw: Vec<u8>,
        encoded: Vec<u8>,
    },
}

/// Where the stream is written.
enum Place {
    Here(Box<Deflater>),
    Beside { pieces: SyncSender<Piece>, worker: JoinHandle<Option<Box<Deflater>>> },
}

/// A stream under way that goes on beside whoever writes it: the next piece is encoded while the last is packed.
/// Pictures are packed as fast as they could be handed over, so that a document of pictures stays where it is.
pub(super) struct Beside {
    place: Option<Place>,
    text: usize,
    pictures: bool,
}

impl Beside {
    pub(super) fn new(stream: Deflater) -> Self {
        Self { place: Some(Place::Here(Box::new(stream))), text: 0, pictures: false }
    }

    /// See [`Deflater::repeating`].
    pub(super) fn repeating(&mut self, bytes: &[u8]) {
        self.text += bytes.len();
        if self.text > SMALL && !self.pictures && matches!(self.place, Some(Place::Here(_))) {
            self.place = self.place.take().map(moved);
        }
        match &mut self.place {
            Some(Place::Here(stream)) => stream.repeating(bytes),
            Some(Place::Beside { pieces, .. }) => hand(pieces, Piece::Repeating(bytes.to_vec())),
            None => {}
        }
    }

    /// See [`Deflater::even`].
    pub(super) fn even(&mut self, raw: &[u8], encoded: &[u8]) {
        self.pictures = true;
        match &mut self.place {
            Some(Place::Here(stream)) => stream.even(raw, encoded),
            Some(Place::Beside { pieces, .. }) => {
                hand(pieces, Piece::Even { raw: raw.to_vec(), encoded: encoded.to_vec() });
            }
            None => {}
        }
    }

    /// See [`Deflater::finish`].
    pub(super) fn finish(self) -> (usize, Vec<u8>, Outlet) {
        let stream = match self.place.expect("it is only taken to be put elsewhere") {
            Place::Here(stream) => stream,
            Place::Beside { pieces, worker } => {
                drop(pieces);
                let ended = worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
                ended.expect("the stream was the first it was handed")
            }
        };
        stream.finish()
    }
}

/// On a thread of its own; where it was, if the system has no thread left.
fn moved(place: Place) -> Place {
    let Place::Here(stream) = place else { return place };
    let (pieces, receiver) = sync_channel(WAITING);
    match Builder::new().name("deflate".to_owned()).spawn(move || run(&receiver)) {
        Ok(worker) => {
            hand(&pieces, Piece::Stream(stream));
            Place::Beside { pieces, worker }
        }
        Err(_) => Place::Here(stream),
    }
}

/// A thread that is gone has panicked; [`Beside::finish`] says so.
fn hand(pieces: &SyncSender<Piece>, piece: Piece) {
    let _gone = pieces.send(piece);
}

/// Packs what comes until nothing more does.
fn run(pieces: &Receiver<Piece>) -> Option<Box<Deflater>> {
    let mut stream = None;
    for piece in pieces {
        match (piece, &mut stream) {
            (Piece::Stream(first), _) => stream = Some(first),
            (Piece::Repeating(bytes), Some(stream)) => stream.repeating(&bytes),
            (Piece::Even { raw, encoded }, Some(stream)) => stream.even(&raw, &encoded),
            (Piece::Repeating(_) | Piece::Even { .. }, None) => {}
        }
    }
    stream
}
