//! A typed public key against the certificates of a file, in whatever spelling it was typed.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::others;
use crate::facts::{Certificate, Facts, KeyKind, PublicKey};
use crate::finding::Finding;
use crate::keys::public_key::bits;

/// The longest decimal number read: a modulus of 16,384 bits has 4,933 digits.
const MOST_DIGITS: usize = 5_000;

/// What is to be said of a typed key.
pub(super) fn compare(facts: &Facts, counting: &Certificate, filed: &str) -> Option<Finding> {
    let readings = readings(filed);
    let is = |key: &PublicKey| readings.iter().any(|reading| names(key, reading));
    if is(&counting.key) {
        return None;
    }
    // An earlier or intermediate certificate may carry the same key; that was looked at first.
    let other = others(facts, counting).find(|(_, other)| is(&other.key));
    Some(other.map_or(Finding::PublicKeyDiffers, |(whose, other)| Finding::PublicKeyOther {
        whose,
        subject: other.subject.clone(),
    }))
}

/// Whether these bytes are the key, or the number that stands for it.
fn names(key: &PublicKey, bytes: &[u8]) -> bool {
    let number = match &key.kind {
        KeyKind::Rsa { modulus, .. } => modulus,
        KeyKind::Ec { point, .. } => point,
        KeyKind::Dsa { y, .. } => y,
        KeyKind::Other { .. } => return bytes == key.der,
    };
    // Viewers of certificates print the key without what says which kind it is.
    let bare = bits(&key.der).is_some_and(|bits| bits == bytes);
    bytes == key.der || bare || trimmed(bytes) == trimmed(number)
}

fn trimmed(bytes: &[u8]) -> &[u8] {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    &bytes[zeros..]
}

/// Everything the text may mean: PEM or base64, hex with or without separators, a decimal number.
fn readings(text: &str) -> Vec<Vec<u8>> {
    let body: String = text.lines().filter(|line| !line.trim_start().starts_with("-----")).collect();
    let compact: String = body.chars().filter(|ch| !ch.is_whitespace() && *ch != ':').collect();
    let compact = compact.strip_prefix("0x").unwrap_or(&compact);
    let mut readings = Vec::new();
    readings.extend(hex(compact));
    readings.extend(decimal(compact));
    readings.extend(STANDARD.decode(compact).ok());
    readings
}

fn hex(text: &str) -> Option<Vec<u8>> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let padded = if text.len().is_multiple_of(2) { text.to_owned() } else { format!("0{text}") };
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    padded.as_bytes().chunks(2).map(byte).collect()
}

/// A decimal number as bytes, most significant first.
fn decimal(text: &str) -> Option<Vec<u8>> {
    if text.is_empty() || text.len() > MOST_DIGITS || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut number: Vec<u8> = Vec::new();
    for digit in text.bytes() {
        let mut carry = u16::from(digit - b'0');
        for byte in &mut number {
            let next = u16::from(*byte) * 10 + carry;
            [*byte, _] = next.to_le_bytes();
            carry = next >> 8;
        }
        if carry > 0 {
            number.push(carry.to_le_bytes()[0]);
        }
    }
    number.reverse();
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_both_bases() {
        assert_eq!(decimal("65537"), Some(vec![1, 0, 1]));
        assert_eq!(decimal("18446744073709551616"), Some(vec![1, 0, 0, 0, 0, 0, 0, 0, 0]));
        assert_eq!(decimal("12a"), None);
        assert_eq!(hex("010001"), Some(vec![1, 0, 1]));
        assert_eq!(hex("10001"), Some(vec![1, 0, 1]));
    }
}
