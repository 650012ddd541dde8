//! The bytes of an envelope as text: UTF-8 by rule; UTF-16 and GBK are met too.

use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use super::SoapError;

/// Decodes the bytes of an envelope. A byte order mark decides, then the charset of the `Content-Type`
/// header, then the XML declaration, then UTF-8. What claims an encoding that it is not in is read as UTF-8
/// if it is that; names of other encodings are ignored, because servers send a default there that they do
/// not mean.
pub fn decode(bytes: Vec<u8>, content_type: Option<&str>) -> Result<String, SoapError> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return text(encoding, &bytes[mark..]).ok_or_else(|| not(encoding));
    }
    let claimed = shape(&bytes)
        .or_else(|| content_type.and_then(charset).and_then(spoken))
        .or_else(|| declared(&bytes).and_then(spoken))
        .unwrap_or(UTF_8);
    if claimed != UTF_8
        && let Some(text) = text(claimed, &bytes)
    {
        return Ok(text);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        // A header that says UTF-8 over a document that says GBK: the document knows better.
        Err(error) => declared(error.as_bytes())
            .and_then(spoken)
            .and_then(|encoding| text(encoding, error.as_bytes()))
            .ok_or_else(|| not(claimed)),
    }
}

fn not(encoding: &'static Encoding) -> SoapError {
    SoapError::Encoding(encoding.name().to_owned())
}

fn text(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

/// UTF-16 without a mark shows itself by the zero beside the first `<`.
fn shape(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [b'<', 0, ..] => Some(UTF_16LE),
        [0, b'<', ..] => Some(UTF_16BE),
        _ => None,
    }
}

fn charset(content_type: &str) -> Option<&[u8]> {
    let mut parameters = content_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let (_, value) = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Some(value.trim().trim_matches(['"', '\'']).as_bytes())
}

/// The encoding named in the XML declaration.
fn declared(bytes: &[u8]) -> Option<&[u8]> {
    let head = &bytes[..bytes.len().min(200)];
    if !head.trim_ascii_start().starts_with(b"<?xml") {
        return None;
    }
    let end = head.iter().position(|byte| *byte == b'>')?;
    let at = head[..end].windows(9).position(|window| window == b"encoding=")? + 9;
    let (quote, rest) = head[at..end].split_first()?;
    let length = rest.iter().position(|byte| byte == quote)?;
    Some(&rest[..length])
}

/// Of all encodings only those that occur here; GBK is read with its superset.
fn spoken(label: &[u8]) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label(label)?;
    if encoding == GBK {
        return Some(GB18030);
    }
    [UTF_8, GB18030].into_iter().find(|known| *known == encoding)
}
