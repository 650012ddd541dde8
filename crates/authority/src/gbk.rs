//! Text to GBK and back. Everything inside the files of the interface is GBK; a name with a character
//! outside it (生僻字) must be reported before sending, not silently replaced.

use encoding_rs::{EncoderResult, GBK, UTF_8};

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

/// Encodes text. The euro sign counts as unmappable: the one byte browsers use for it is not GBK.
pub fn encode(text: &str) -> Result<Vec<u8>, Unmappable> {
    let unmappable = |ch, byte: usize| Unmappable { ch, position: text[..byte].chars().count() };
    if let Some(byte) = text.find('€') {
        return Err(unmappable('€', byte));
    }
    let mut encoder = GBK.new_encoder();
    let room = encoder.max_buffer_length_from_utf8_without_replacement(text.len());
    let mut bytes = vec![0; room.unwrap_or(text.len() * 2 + 16)];
    match encoder.encode_from_utf8_without_replacement(text, &mut bytes, true) {
        (EncoderResult::Unmappable(ch), read, _) => Err(unmappable(ch, read - ch.len_utf8())),
        (EncoderResult::InputEmpty | EncoderResult::OutputFull, _, written) => {
            bytes.truncate(written);
            Ok(bytes)
        }
    }
}

/// Decodes the bytes of a document: GBK, unless its declaration says UTF-8.
pub fn decode(bytes: &[u8]) -> Result<String, Undecodable> {
    let head = bytes[..bytes.len().min(120)].to_ascii_lowercase();
    let says_utf8 = head.starts_with(b"\xef\xbb\xbf")
        || head.windows(5).take_while(|window| window[0] != b'>').any(|window| window == b"utf-8");
    let encoding = if says_utf8 { UTF_8 } else { GBK };
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(Undecodable)
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
