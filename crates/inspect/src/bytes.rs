//! A place in bytes that nobody vouches for: every read is checked.

use crate::Refusal;
use crate::refusal::Trick;

/// Bytes and a place in them; numbers are little-endian.
#[derive(Clone, Copy)]
pub(crate) struct Bytes<'a> {
    all: &'a [u8],
    at: usize,
    part: &'a str,
}

impl<'a> Bytes<'a> {
    /// At the beginning of `all`, which is called `part` in refusals.
    pub(crate) fn new(all: &'a [u8], part: &'a str) -> Self {
        Self { all, at: 0, part }
    }

    /// Bytes behind the place.
    pub(crate) fn left(&self) -> usize {
        self.all.len() - self.at
    }

    /// Whether there are no more.
    pub(crate) fn is_empty(&self) -> bool {
        self.left() == 0
    }

    /// The place, from the beginning.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// The next `length` bytes.
    pub(crate) fn take(&mut self, length: usize) -> Result<&'a [u8], Refusal> {
        let rest = self.all.get(self.at..).unwrap_or_default();
        let taken = rest.get(..length).ok_or_else(|| self.truncated())?;
        self.at += length;
        Ok(taken)
    }

    /// The next `length` bytes, as a place of their own.
    pub(crate) fn within(&mut self, length: usize) -> Result<Self, Refusal> {
        Ok(Self { all: self.take(length)?, at: 0, part: self.part })
    }

    /// The bytes behind a length of four bytes (as signing blocks have it), as a place of their own.
    pub(crate) fn sized(&mut self) -> Result<Self, Refusal> {
        let length = self.u32()? as usize;
        if length > self.left() {
            return Err(self.too_long());
        }
        self.within(length)
    }

    /// The same bytes, at `offset` from their beginning.
    pub(crate) fn at(&self, offset: usize) -> Result<Self, Refusal> {
        if offset > self.all.len() {
            return Err(self.too_long());
        }
        Ok(Self { all: self.all, at: offset, part: self.part })
    }

    /// Everything behind the place.
    pub(crate) fn rest(&mut self) -> &'a [u8] {
        let rest = self.all.get(self.at..).unwrap_or_default();
        self.at = self.all.len();
        rest
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Refusal> {
        let taken = self.take(N)?;
        taken.try_into().map_err(|_| self.truncated())
    }

    /// One byte.
    pub(crate) fn u8(&mut self) -> Result<u8, Refusal> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    /// Two bytes.
    pub(crate) fn u16(&mut self) -> Result<u16, Refusal> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    /// Four bytes.
    pub(crate) fn u32(&mut self) -> Result<u32, Refusal> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// Eight bytes.
    pub(crate) fn u64(&mut self) -> Result<u64, Refusal> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// The bytes end before the part does.
    pub(crate) fn truncated(&self) -> Refusal {
        Refusal::Truncated { part: self.part.to_owned() }
    }

    /// A length or offset leads out of the bytes.
    pub(crate) fn too_long(&self) -> Refusal {
        Refusal::Hostile { trick: Trick::Length, part: self.part.to_owned() }
    }

    /// The part does not follow its format.
    pub(crate) fn damaged(&self, what: impl Into<String>) -> Refusal {
        Refusal::Damaged { part: self.part.to_owned(), what: what.into() }
    }
}
