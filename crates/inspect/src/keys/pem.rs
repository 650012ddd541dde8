//! PEM: blocks of base64 between marks, with any text around them.

use base64::Engine as _;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use base64::engine::{DecodePaddingMode, general_purpose};

use super::ber;
use crate::Refusal;

const BEGIN: &[u8] = b"-----BEGIN ";
const END: &[u8] = b"-----END ";
const DASHES: &[u8] = b"-----";

/// Padding is forgotten by some who paste.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// One block.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// What it says it is: `CERTIFICATE`.
    pub(crate) label: String,
    /// The bytes.
    pub(crate) der: Vec<u8>,
}

/// Whether this is text with a block in it; a package may hold one too, but is no text.
pub(crate) fn is_likely(text: &[u8]) -> bool {
    find(text, BEGIN).is_some_and(|at| !text[..at].contains(&0))
}

/// Every block, up to `most`.
///
/// # Errors
/// [`Refusal::Truncated`] without an end mark, [`Refusal::Damaged`] when it is no base64, [`Refusal::TooMuch`].
pub(crate) fn blocks(text: &[u8], most: usize) -> Result<Vec<Block>, Refusal> {
    let mut blocks = Vec::new();
    let mut rest = text;
    while let Some(at) = find(rest, BEGIN) {
        if blocks.len() == most {
            return Err(Refusal::TooMuch { part: "PEM".to_owned(), most: most as u64 });
        }
        let after = &rest[at + BEGIN.len()..];
        let label_end = find(after, DASHES).ok_or_else(truncated)?;
        let label = String::from_utf8_lossy(&after[..label_end]).trim().to_owned();
        let body = &after[label_end + DASHES.len()..];
        let body_end = find(body, END).ok_or_else(truncated)?;
        blocks.push(Block { der: decode(&label, &body[..body_end])?, label });
        rest = &body[body_end + END.len()..];
    }
    Ok(blocks)
}

fn decode(label: &str, body: &[u8]) -> Result<Vec<u8>, Refusal> {
    if label.ends_with("PRIVATE KEY") {
        // Not ours to look at, and some have lines of their own before the base64.
        return Ok(Vec::new());
    }
    let digits: Vec<u8> = body.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    BASE64.decode(digits).map_err(|error| ber::damaged("PEM", error.to_string()))
}

/// Writes one block, with lines of 64 as everywhere.
pub(crate) fn write(label: &str, der: &[u8]) -> String {
    let digits = general_purpose::STANDARD.encode(der);
    let mut text = format!("-----BEGIN {label}-----\n");
    for line in digits.as_bytes().chunks(64) {
        text.extend(line.iter().copied().map(char::from));
        text.push('\n');
    }
    text.push_str(&format!("-----END {label}-----"));
    text
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}

fn truncated() -> Refusal {
    Refusal::Truncated { part: "PEM".to_owned() }
}
