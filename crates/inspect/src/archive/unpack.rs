//! The content of an entry, piece by piece, with its length and checksum checked at its end.

use flate2::{Decompress, FlushDecompress, Status};

use super::{Method, hostile, read_part};
use crate::refusal::Trick;
use crate::{Refusal, Source};

/// Packed bytes read at a time.
const PIECE: u64 = 32 * 1024;

/// Where the content of an entry is and how it is packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// Name of the entry for refusals.
    pub(crate) part: String,
    /// Where the packed content begins.
    pub(crate) start: u64,
    /// Bytes of it.
    pub(crate) packed: u64,
    /// Bytes of the content.
    pub(crate) size: u64,
    /// How it is packed.
    pub(crate) method: Method,
    pub(super) encrypted: bool,
    pub(super) crc: u32,
}

/// Unpacks an entry from its beginning.
pub(crate) struct Unpacking<'a> {
    source: &'a dyn Source,
    place: Place,
    /// Packed bytes taken from the source.
    taken: u64,
    /// Bytes of the content given out.
    given: u64,
    inflating: Option<Inflating>,
    crc: crc32fast::Hasher,
}

struct Inflating {
    stream: Decompress,
    input: Vec<u8>,
    used: usize,
    ended: bool,
}

impl<'a> Unpacking<'a> {
    /// Nothing read so far.
    pub(crate) fn new(source: &'a dyn Source, place: Place) -> Self {
        let inflating = (place.method == Method::Deflated).then(|| Inflating {
            stream: Decompress::new(false),
            input: Vec::new(),
            used: 0,
            ended: false,
        });
        Self { source, place, taken: 0, given: 0, inflating, crc: crc32fast::Hasher::new() }
    }

    /// Fills some of `into`; 0 at the end of the content, which is then known to be whole.
    pub(crate) fn read(&mut self, into: &mut [u8]) -> Result<usize, Refusal> {
        self.read_as_is(into).map_err(|refusal| self.encrypted(refusal))
    }

    /// Fills as much of `into` as there is.
    pub(crate) fn fill(&mut self, into: &mut [u8]) -> Result<usize, Refusal> {
        let mut filled = 0;
        while let Some(rest) = into.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            match self.read(rest)? {
                0 => break,
                some => filled += some,
            }
        }
        Ok(filled)
    }

    /// Unpacks `bytes` and throws them away.
    pub(crate) fn skip(&mut self, mut bytes: u64) -> Result<(), Refusal> {
        let mut waste = [0; 16 * 1024];
        while bytes > 0 {
            let most = usize::try_from(bytes).map_or(waste.len(), |bytes| bytes.min(waste.len()));
            match self.read(waste.get_mut(..most).unwrap_or_default())? {
                0 => return Err(Refusal::Truncated { part: self.place.part.clone() }),
                some => bytes -= some as u64,
            }
        }
        Ok(())
    }

    /// Bytes of the content given out so far.
    pub(crate) fn position(&self) -> u64 {
        self.given
    }

    /// What does not fit its checksum and is marked as encrypted is encrypted; what fits is not, whatever the
    /// mark says: Android does not look at it, and some obfuscators set it.
    fn encrypted(&self, refusal: Refusal) -> Refusal {
        if let (true, Refusal::Damaged { part, .. } | Refusal::Hostile { part, .. }) =
            (self.place.encrypted, &refusal)
        {
            return Refusal::Encrypted { part: part.clone() };
        }
        refusal
    }

    fn read_as_is(&mut self, into: &mut [u8]) -> Result<usize, Refusal> {
        if into.is_empty() {
            return Ok(0);
        }
        let left = self.place.size - self.given;
        let most = usize::try_from(left).map_or(into.len(), |left| left.min(into.len()));
        let into = into.get_mut(..most).unwrap_or_default();
        let some = if self.inflating.is_some() {
            if into.is_empty() { self.beyond()? } else { self.inflate(into)? }
        } else {
            self.copy(into)?
        };
        self.given += some as u64;
        self.crc.update(into.get(..some).unwrap_or_default());
        if some == 0 {
            self.whole()?;
        }
        Ok(some)
    }

    fn copy(&mut self, into: &mut [u8]) -> Result<usize, Refusal> {
        let offset = self.place.start + self.given;
        self.source.read_at(offset, into).map_err(|error| super::unreadable(&error, &self.place.part))?;
        Ok(into.len())
    }

    /// All that was promised is there: it must end here.
    fn beyond(&mut self) -> Result<usize, Refusal> {
        match self.inflate(&mut [0])? {
            0 => Ok(0),
            _ => Err(hostile(Trick::Bomb, &self.place.part)),
        }
    }

    fn inflate(&mut self, into: &mut [u8]) -> Result<usize, Refusal> {
        loop {
            let left = self.place.packed - self.taken;
            let Some(inflating) = &mut self.inflating else { return Ok(0) };
            if inflating.ended {
                return Ok(0);
            }
            if inflating.used == inflating.input.len() && left > 0 {
                let offset = self.place.start + self.taken;
                inflating.input = read_part(self.source, offset, left.min(PIECE), &self.place.part)?;
                inflating.used = 0;
                self.taken += inflating.input.len() as u64;
            }
            let some = inflating.step(into).map_err(|what| self.damaged(what))?;
            if some > 0 {
                return Ok(some);
            }
        }
    }

    fn whole(&self) -> Result<(), Refusal> {
        if self.given != self.place.size {
            return Err(self.damaged("shorter than its length says"));
        }
        if self.crc.clone().finalize() == self.place.crc {
            return Ok(());
        }
        match self.place.method {
            Method::Stored | Method::Deflated => Err(self.damaged("another checksum")),
            Method::Other(number) => Err(self.damaged(&format!("compression method {number}"))),
        }
    }

    fn damaged(&self, what: &str) -> Refusal {
        Refusal::Damaged { part: self.place.part.clone(), what: what.to_owned() }
    }
}

impl Inflating {
    /// Inflates what is at hand; 0 when more input is wanted or the stream has ended.
    fn step(&mut self, into: &mut [u8]) -> Result<usize, &'static str> {
        let input = self.input.get(self.used..).unwrap_or_default();
        let before = (self.stream.total_in(), self.stream.total_out());
        let status = self.stream.decompress(input, into, FlushDecompress::None);
        let status = status.map_err(|_| "not a deflate stream")?;
        let read = self.stream.total_in() - before.0;
        let written = self.stream.total_out() - before.1;
        self.used += usize::try_from(read).map_err(|_| "not a deflate stream")?;
        self.ended = status == Status::StreamEnd;
        if read == 0 && written == 0 && !self.ended {
            return Err("its deflate stream does not end");
        }
        usize::try_from(written).map_err(|_| "not a deflate stream")
    }
}
