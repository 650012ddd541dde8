//! Text to GBK and back. Everything inside the files of the interface is GBK; a name with a character
//! outside it (生僻字) must be reported before sending, not silently replaced.

mod reader;

use encoding_rs::{CoderResult, EncoderResult, GBK, UTF_8};

pub(crate) use reader::gbk_reader;

/// A declaration stands within this many bytes.
const HEAD: usize = 120;
const BOM: &[u8] = b"\xef\xbb\xbf";
const EURO: char = '€';

/// A character GBK does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the character {ch} (U+{:04X}) at {position} is not in GBK", u32::from(*.ch))]
pub struct Unmappable {
    /// The character.
    pub ch: char,
    /// Its place, counted in characters from 0.
    pub position: usize,
}

/// Bytes that are no GBK text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are not GBK text")]
pub struct Undecodable;

/// What to do with a character GBK does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rare {
    /// Refuse the text and name the character.
    #[default]
    Refused,
    /// Write a decimal character reference (`&#181083;`), for an authority known to resolve it.
    Referenced,
}

/// Encodes text. The euro sign counts as unmappable: the one byte browsers use for it is not GBK.
pub fn encode(text: &str) -> Result<Vec<u8>, Unmappable> {
    let mut bytes = Vec::new();
    encode_into(text, Rare::Refused, &mut bytes).map(|()| bytes)
}

/// Encodes text behind what is in `bytes` already; positions in the error count from the start of `text`.
pub(crate) fn encode_into(text: &str, rare: Rare, bytes: &mut Vec<u8>) -> Result<(), Unmappable> {
    match rare {
        Rare::Refused => {
            let unmappable = |ch, byte: usize| Unmappable { ch, position: text[..byte].chars().count() };
            let euro = text.find(EURO);
            match strict(&text[..euro.unwrap_or(text.len())], bytes) {
                Err((ch, byte)) => Err(unmappable(ch, byte)),
                Ok(()) => euro.map_or(Ok(()), |byte| Err(unmappable(EURO, byte))),
            }
        }
        Rare::Referenced => {
            for (nth, part) in text.split(EURO).enumerate() {
                if nth > 0 {
                    bytes.extend(format!("&#{};", u32::from(EURO)).bytes());
                }
                referencing(part, bytes);
            }
            Ok(())
        }
    }
}

/// Encodes up to the first character GBK lacks, and tells it with its place in bytes.
fn strict(text: &str, bytes: &mut Vec<u8>) -> Result<(), (char, usize)> {
    let mut encoder = GBK.new_encoder();
    let room = encoder.max_buffer_length_from_utf8_without_replacement(text.len());
    bytes.reserve(room.unwrap_or(text.len() * 2 + 16));
    match encoder.encode_from_utf8_to_vec_without_replacement(text, bytes, true) {
        (EncoderResult::Unmappable(ch), read) => Err((ch, read - ch.len_utf8())),
        (EncoderResult::InputEmpty | EncoderResult::OutputFull, _) => Ok(()),
    }
}

/// Encodes with decimal references for what GBK lacks.
fn referencing(mut text: &str, bytes: &mut Vec<u8>) {
    let mut encoder = GBK.new_encoder();
    loop {
        bytes.reserve(text.len() * 2 + 16);
        let (result, read, _) = encoder.encode_from_utf8_to_vec(text, bytes, true);
        text = &text[read..];
        if result == CoderResult::InputEmpty {
            return;
        }
    }
}

/// Decodes the bytes of a document: GBK, unless its declaration says UTF-8.
pub fn decode(bytes: &[u8]) -> Result<String, Undecodable> {
    let encoding = if says_utf8(&bytes[..bytes.len().min(HEAD)]) { UTF_8 } else { GBK };
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(Undecodable)
}

/// Whether a document that begins like this has a byte order mark or a declaration of UTF-8.
fn says_utf8(head: &[u8]) -> bool {
    let says = |window: &[u8]| window.eq_ignore_ascii_case(b"utf-8");
    head.starts_with(BOM) || head.windows(5).take_while(|window| window[0] != b'>').any(says)
}

#[cfg(test)]
mod tests {
    use super::{Unmappable, decode, encode};

    #[test]
    fn chinese_goes_both_ways() {
        let bytes = encode("管局 ABC").expect("all in GBK");
        assert_eq!(bytes, [0xb9, 0xdc, 0xbe, 0xd6, 0x20, 0x41, 0x42, 0x43]);
        assert_eq!(decode(&bytes).expect("is GBK"), "管局 ABC");
    }

    #[test]
    fn rare_characters_are_named_with_their_place() {
        assert_eq!(encode("王𬍛东"), Err(Unmappable { ch: '𬍛', position: 1 }));
        assert_eq!(encode("价€"), Err(Unmappable { ch: '€', position: 1 }));
    }

    #[test]
    fn a_declaration_may_say_utf_8() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>管局</a>";
        assert_eq!(decode(text.as_bytes()).expect("is UTF-8"), text);
        assert!(decode(&[0xff, 0xff]).is_err());
    }
}
