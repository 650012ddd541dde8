//! Values of manifests and resource tables, as they lie there.

use crate::Refusal;

/// Bytes of a text that is kept: names, labels, versions. Real ones have a few hundred.
pub(super) const TEXT_MOST: usize = 1024;

/// A text that is decoded only when somebody wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Text<'a> {
    /// UTF-8, or what a tool took for it.
    Utf8(&'a [u8]),
    /// UTF-16, little-endian.
    Utf16(&'a [u8]),
}

impl Text<'_> {
    /// The text; what cannot be decoded becomes U+FFFD.
    pub(super) fn decode(&self, part: &str) -> Result<String, Refusal> {
        let (Self::Utf8(bytes) | Self::Utf16(bytes)) = self;
        if bytes.len() > TEXT_MOST {
            return Err(Refusal::TooMuch { part: part.to_owned(), most: TEXT_MOST as u64 });
        }
        Ok(match self {
            Self::Utf8(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Self::Utf16(bytes) => {
                char::decode_utf16(units(bytes)).map(|unit| unit.unwrap_or('\u{FFFD}')).collect()
            }
        })
    }

    /// Whether it is `other`, which is ASCII.
    pub(super) fn is(&self, other: &str) -> bool {
        match self {
            Self::Utf8(bytes) => *bytes == other.as_bytes(),
            Self::Utf16(bytes) => {
                bytes.len() == other.len() * 2 && units(bytes).eq(other.bytes().map(u16::from))
            }
        }
    }

    /// Whether there are no characters.
    pub(super) fn is_empty(&self) -> bool {
        let (Self::Utf8(bytes) | Self::Utf16(bytes)) = self;
        bytes.is_empty()
    }
}

fn units(bytes: &[u8]) -> impl Iterator<Item = u16> {
    bytes.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]]))
}

/// A value with its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// Text; also the path of a file.
    Text(Text<'a>),
    /// Another resource, by its number.
    Reference(u32),
    /// A number.
    Number(u32),
    /// Yes or no.
    Boolean(bool),
    /// A colour: alpha, red, green, blue.
    Colour(u32),
    /// Something else: a dimension, a style, a list.
    Other,
}

impl<'a> Value<'a> {
    /// From the type and number of a `Res_value` (`ResourceTypes.h` of Android).
    pub(super) fn typed(kind: u8, data: u32, text: impl FnOnce(u32) -> Option<Text<'a>>) -> Self {
        match kind {
            0x01 | 0x07 => Self::Reference(data),
            0x03 => text(data).map_or(Self::Other, Self::Text),
            0x10 | 0x11 => Self::Number(data),
            0x12 => Self::Boolean(data != 0),
            0x1C..=0x1F => Self::Colour(data),
            _ => Self::Other,
        }
    }
}

/// An attribute of an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attribute<'a> {
    /// The number of the attribute, when Android defines it.
    pub(super) id: Option<u32>,
    /// Its name; obfuscators leave it empty, since Android goes by the number.
    pub(super) name: Text<'a>,
    /// The text it was written as, where that is kept.
    pub(super) raw: Option<Text<'a>>,
    /// What it means.
    pub(super) value: Value<'a>,
}

/// An element with its attributes.
#[derive(Debug)]
pub(super) struct Element<'a> {
    /// Its name.
    pub(super) name: Text<'a>,
    /// Its attributes in their order.
    pub(super) attributes: Vec<Attribute<'a>>,
}

impl<'a> Element<'a> {
    /// The attribute Android defines under this number and name; the name counts only where there is no number.
    pub(super) fn android(&self, (id, name): (u32, &str)) -> Option<Value<'a>> {
        let is = |one: &&Attribute<'_>| one.id.map_or_else(|| one.name.is(name), |other| other == id);
        self.attributes.iter().find(is).map(|one| one.value)
    }

    /// The text of an attribute without a number.
    pub(super) fn plain(&self, name: &str) -> Option<Text<'a>> {
        let one = self.attributes.iter().find(|one| one.id.is_none() && one.name.is(name))?;
        one.raw.or(match one.value {
            Value::Text(text) => Some(text),
            Value::Reference(_) | Value::Number(_) | Value::Boolean(_) | Value::Colour(_) | Value::Other => {
                None
            }
        })
    }
}

/// Takes every element when it opens, with its depth: 0 for the root.
pub(super) type Visit<'v, 'a> = dyn FnMut(usize, &Element<'a>) -> Result<(), Refusal> + 'v;
