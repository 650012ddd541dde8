//! The wire format of Protocol Buffers, as far as App Bundles need it.

use crate::Refusal;
use crate::bytes::Bytes;

/// One field of a message.
#[derive(Debug, Clone, Copy)]
pub(super) enum Field<'a> {
    /// A number.
    Number(u64),
    /// Text, bytes or a message.
    Bytes(&'a [u8]),
    /// Something of a fixed length, which nothing here needs.
    Fixed,
}

/// The fields of a message, by number.
pub(super) struct Message<'a> {
    bytes: Bytes<'a>,
}

impl<'a> Message<'a> {
    /// A message in `bytes`.
    pub(super) fn new(bytes: &'a [u8], part: &'a str) -> Self {
        Self { bytes: Bytes::new(bytes, part) }
    }

    /// The next field.
    pub(super) fn next(&mut self) -> Result<Option<(u64, Field<'a>)>, Refusal> {
        if self.bytes.is_empty() {
            return Ok(None);
        }
        let tag = self.number()?;
        let field = match tag & 7 {
            0 => Field::Number(self.number()?),
            1 => self.bytes.take(8).map(|_| Field::Fixed)?,
            2 => {
                let length = usize::try_from(self.number()?).map_err(|_| self.bytes.too_long())?;
                if length > self.bytes.left() {
                    return Err(self.bytes.too_long());
                }
                Field::Bytes(self.bytes.take(length)?)
            }
            5 => self.bytes.take(4).map(|_| Field::Fixed)?,
            _ => return Err(self.bytes.damaged("not a field")),
        };
        Ok(Some((tag >> 3, field)))
    }

    /// The last field of this number, as bytes.
    pub(super) fn bytes(mut self, number: u64) -> Result<Option<&'a [u8]>, Refusal> {
        let mut found = None;
        while let Some((other, field)) = self.next()? {
            if let (true, Field::Bytes(bytes)) = (other == number, field) {
                found = Some(bytes);
            }
        }
        Ok(found)
    }

    /// The last field of this number, as a number; 0 when there is none, as the format has it.
    pub(super) fn scalar(mut self, number: u64) -> Result<u64, Refusal> {
        let mut found = 0;
        while let Some((other, field)) = self.next()? {
            if let (true, Field::Number(value)) = (other == number, field) {
                found = value;
            }
        }
        Ok(found)
    }

    fn number(&mut self) -> Result<u64, Refusal> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.bytes.u8()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(self.bytes.damaged("a number that does not end"))
    }
}
