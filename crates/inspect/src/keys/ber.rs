//! Tags, lengths and values as BER has them: what signs iOS packages writes lengths that DER forbids.
//!
//! Certificates are DER and read by `x509-cert`. The envelopes around them (PKCS#7, PKCS#12) are BER by their
//! standards: Apple's tools leave lengths open, Windows cuts octet strings in pieces. Libraries for DER refuse both.

use std::borrow::Cow;

use x509_cert::der::oid::ObjectIdentifier;

use crate::Refusal;
use crate::refusal::Trick;

/// Values nested deeper than this are made up: real envelopes have less than ten levels.
const DEEPEST: usize = 32;

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const OCTETS: u8 = 0x04;
pub(crate) const OID: u8 = 0x06;
pub(crate) const BMP_STRING: u8 = 0x1e;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;

const CONSTRUCTED: u8 = 0x20;

/// The tag `[number]` with values inside.
pub(crate) const fn context(number: u8) -> u8 {
    0xa0 | number
}

/// Values one after the other.
#[derive(Debug)]
pub(crate) struct Values<'a> {
    rest: &'a [u8],
    part: &'static str,
}

/// One value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Value<'a> {
    /// The first byte: class, form and number.
    pub(crate) tag: u8,
    /// Header and content, with the end mark of an open length.
    pub(crate) whole: &'a [u8],
    /// The content alone.
    pub(crate) content: &'a [u8],
    part: &'static str,
}

impl<'a> Values<'a> {
    /// Those in `bytes`, which belong to `part`.
    pub(crate) fn new(bytes: &'a [u8], part: &'static str) -> Self {
        Self { rest: bytes, part }
    }

    /// The next value, whatever it is.
    ///
    /// # Errors
    /// [`Refusal::Truncated`] or [`Refusal::Damaged`], also when there is none.
    pub(crate) fn one(&mut self) -> Result<Value<'a>, Refusal> {
        let (value, rest) = value(self.rest, self.part, 0)?;
        self.rest = rest;
        Ok(value)
    }

    /// The next value, which must have this tag.
    pub(crate) fn expect(&mut self, tag: u8) -> Result<Value<'a>, Refusal> {
        let value = self.one()?;
        if value.tag == tag { Ok(value) } else { Err(value.unexpected()) }
    }

    /// The next value if it has this tag; else nothing is consumed.
    pub(crate) fn optional(&mut self, tag: u8) -> Result<Option<Value<'a>>, Refusal> {
        if self.rest.first() == Some(&tag) { self.one().map(Some) } else { Ok(None) }
    }
}

impl<'a> Iterator for Values<'a> {
    type Item = Result<Value<'a>, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let next = self.one();
        if next.is_err() {
            self.rest = &[];
        }
        Some(next)
    }
}

impl<'a> Value<'a> {
    /// The values inside.
    pub(crate) fn values(&self) -> Values<'a> {
        Values::new(self.content, self.part)
    }

    /// The bytes of an octet string, put together if it comes in pieces.
    pub(crate) fn octets(&self) -> Result<Cow<'a, [u8]>, Refusal> {
        if self.tag & CONSTRUCTED == 0 {
            return Ok(Cow::Borrowed(self.content));
        }
        let mut all = Vec::new();
        self.gather(&mut all, 0)?;
        Ok(Cow::Owned(all))
    }

    fn gather(&self, into: &mut Vec<u8>, depth: usize) -> Result<(), Refusal> {
        if depth == DEEPEST {
            return Err(deep(self.part));
        }
        for piece in self.values() {
            let piece = piece?;
            match piece.tag {
                OCTETS => into.extend_from_slice(piece.content),
                tag if tag == OCTETS | CONSTRUCTED => piece.gather(into, depth + 1)?,
                _ => return Err(piece.unexpected()),
            }
        }
        Ok(())
    }

    /// An object identifier.
    pub(crate) fn oid(&self) -> Result<ObjectIdentifier, Refusal> {
        if self.tag != OID {
            return Err(self.unexpected());
        }
        ObjectIdentifier::from_bytes(self.content).map_err(|error| damaged(self.part, error.to_string()))
    }

    /// A small number, never negative.
    pub(crate) fn number(&self) -> Result<u64, Refusal> {
        let digits =
            self.content.iter().position(|byte| *byte != 0).map_or(&[][..], |at| &self.content[at..]);
        if self.tag != INTEGER || self.content.first().is_none_or(|first| *first >= 0x80) {
            return Err(self.unexpected());
        }
        if digits.len() > 8 {
            return Err(Refusal::TooMuch { part: self.part.to_owned(), most: u64::MAX });
        }
        Ok(digits.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    pub(crate) fn unexpected(&self) -> Refusal {
        damaged(self.part, format!("unexpected value with tag {:#04x}", self.tag))
    }
}

fn value<'a>(bytes: &'a [u8], part: &'static str, depth: usize) -> Result<(Value<'a>, &'a [u8]), Refusal> {
    let (&tag, after) = bytes.split_first().ok_or_else(|| truncated(part))?;
    if tag & 0x1f == 0x1f {
        return Err(damaged(part, "tag of more than one byte".to_owned()));
    }
    let (length, body) = length(after, part)?;
    let header = bytes.len() - body.len();
    let (content, total) = match length {
        Some(length) => {
            let content = body.get(..length).ok_or_else(|| truncated(part))?;
            (content, header + length)
        }
        None if tag & CONSTRUCTED == 0 => {
            return Err(damaged(part, "open length of a plain value".to_owned()));
        }
        None => {
            let length = until_end_mark(body, part, depth)?;
            (&body[..length], header + length + 2)
        }
    };
    let (whole, rest) = bytes.split_at_checked(total).ok_or_else(|| truncated(part))?;
    Ok((Value { tag, whole, content, part }, rest))
}

/// Bytes of values before the two zero bytes that end an open length.
fn until_end_mark(body: &[u8], part: &'static str, depth: usize) -> Result<usize, Refusal> {
    if depth == DEEPEST {
        return Err(deep(part));
    }
    let mut rest = body;
    while !rest.starts_with(&[0, 0]) {
        (_, rest) = value(rest, part, depth + 1)?;
    }
    Ok(body.len() - rest.len())
}

/// The length, `None` when it is open, and what follows it.
fn length<'a>(bytes: &'a [u8], part: &'static str) -> Result<(Option<usize>, &'a [u8]), Refusal> {
    let (&first, rest) = bytes.split_first().ok_or_else(|| truncated(part))?;
    match first {
        0..=0x7f => Ok((Some(usize::from(first)), rest)),
        0x80 => Ok((None, rest)),
        0x81..=0x84 => {
            let (digits, rest) =
                rest.split_at_checked(usize::from(first & 0x7f)).ok_or_else(|| truncated(part))?;
            Ok((Some(digits.iter().fold(0, |length, byte| length << 8 | usize::from(*byte))), rest))
        }
        0x85..=0xff => Err(Refusal::Hostile { trick: Trick::Length, part: part.to_owned() }),
    }
}

pub(crate) fn damaged(part: &'static str, what: String) -> Refusal {
    Refusal::Damaged { part: part.to_owned(), what }
}

fn truncated(part: &'static str) -> Refusal {
    Refusal::Truncated { part: part.to_owned() }
}

fn deep(part: &'static str) -> Refusal {
    Refusal::Hostile { trick: Trick::Depth, part: part.to_owned() }
}
