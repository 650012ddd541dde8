//! A deflated entry as a source: unpacked anew from its beginning whenever somebody looks back, never held as a whole.

use std::cell::RefCell;
use std::io;

use super::{Place, Unpacking};
use crate::{Refusal, Source};

/// Bytes at its end that are kept: the directory of an archive is read again and again.
const TAIL: u64 = 1 << 20;
/// Bytes unpacked in all, looking back included: a few seconds.
const UNPACKED_MOST: u64 = 4 << 30;

/// The content of an entry that is not held.
pub(crate) struct Replay<'a> {
    source: &'a dyn Source,
    place: Place,
    /// Where the kept end begins.
    tail_start: u64,
    tail: Vec<u8>,
    state: RefCell<State<'a>>,
}

struct State<'a> {
    unpacking: Unpacking<'a>,
    unpacked: u64,
}

impl<'a> Replay<'a> {
    /// Unpacks the entry once, to the end, and keeps that.
    pub(crate) fn new(source: &'a dyn Source, place: Place) -> Result<Self, Refusal> {
        let mut unpacking = Unpacking::new(source, place.clone());
        let tail_start = place.size.saturating_sub(TAIL);
        let state = State { unpacking: Unpacking::new(source, place.clone()), unpacked: 0 };
        state.afford(place.size, &place.part)?;
        unpacking.skip(tail_start)?;
        let mut tail = vec![0; usize::try_from(place.size - tail_start).unwrap_or(0)];
        let filled = unpacking.fill(&mut tail)?;
        tail.truncate(filled);
        unpacking.read(&mut [0])?;
        let state = RefCell::new(State { unpacked: place.size, ..state });
        Ok(Self { source, place, tail_start, tail, state })
    }

    fn read(&self, offset: u64, into: &mut [u8]) -> Result<usize, Refusal> {
        let mut state = self.state.borrow_mut();
        if state.unpacking.position() > offset {
            state.unpacking = Unpacking::new(self.source, self.place.clone());
        }
        let ahead = offset - state.unpacking.position() + into.len() as u64;
        state.afford(ahead, &self.place.part)?;
        state.unpacked += ahead;
        let gap = offset - state.unpacking.position();
        state.unpacking.skip(gap)?;
        state.unpacking.fill(into)
    }
}

impl State<'_> {
    fn afford(&self, more: u64, part: &str) -> Result<(), Refusal> {
        if self.unpacked.saturating_add(more) > UNPACKED_MOST {
            return Err(Refusal::TooMuch { part: part.to_owned(), most: UNPACKED_MOST });
        }
        Ok(())
    }
}

impl Source for Replay<'_> {
    fn len(&self) -> u64 {
        self.place.size
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<()> {
        let past = offset.checked_add(into.len() as u64).filter(|&past| past <= self.place.size);
        past.ok_or(io::ErrorKind::UnexpectedEof)?;
        if let Some(from) = offset.checked_sub(self.tail_start) {
            let from = usize::try_from(from).map_err(|_| io::ErrorKind::UnexpectedEof)?;
            let kept = self.tail.get(from..from + into.len()).ok_or(io::ErrorKind::UnexpectedEof)?;
            into.copy_from_slice(kept);
            return Ok(());
        }
        match self.read(offset, into) {
            Ok(filled) if filled == into.len() => Ok(()),
            Ok(_) => Err(io::ErrorKind::UnexpectedEof.into()),
            Err(refusal) => Err(io::Error::other(refusal)),
        }
    }
}
