//! The public key in a certificate, by its numbers.

use const_oid::ObjectIdentifier;

use super::ber::{self, Value, Values};
use crate::Refusal;
use crate::facts::{KeyKind, PublicKey};

const PART: &str = "public key";

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const DSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10040.4.1");

/// Curves by the names people use.
const CURVES: [(&str, &str); 6] = [
    ("1.2.840.10045.3.1.7", "P-256"),
    ("1.3.132.0.33", "P-224"),
    ("1.3.132.0.34", "P-384"),
    ("1.3.132.0.35", "P-521"),
    ("1.3.132.0.10", "secp256k1"),
    ("1.2.156.10197.1.301", "sm2"),
];

/// Reads a `SubjectPublicKeyInfo`, DER.
///
/// # Errors
/// [`Refusal::Truncated`] or [`Refusal::Damaged`].
pub(crate) fn read(der: Vec<u8>) -> Result<PublicKey, Refusal> {
    let kind = kind(&der)?;
    Ok(PublicKey { der, kind })
}

/// The key itself, without what says of which kind it is; `None` when the bytes are no key.
pub(crate) fn bits(der: &[u8]) -> Option<&[u8]> {
    taken_apart(der).ok().map(|(_, key)| key)
}

/// The values of the algorithm, and the key.
fn taken_apart(der: &[u8]) -> Result<(Values<'_>, &[u8]), Refusal> {
    const BIT_STRING: u8 = 0x03;
    let mut info = Values::new(der, PART).expect(ber::SEQUENCE)?.values();
    let algorithm = info.expect(ber::SEQUENCE)?.values();
    let bits = info.expect(BIT_STRING)?.content;
    let (unused, key) = bits.split_first().ok_or_else(|| Refusal::Truncated { part: PART.to_owned() })?;
    if *unused != 0 {
        return Err(ber::damaged(PART, "a key that does not end with a byte".to_owned()));
    }
    Ok((algorithm, key))
}

fn kind(der: &[u8]) -> Result<KeyKind, Refusal> {
    let (mut algorithm, key) = taken_apart(der)?;
    let oid = algorithm.one()?.oid()?;
    match oid {
        RSA | RSA_PSS => rsa(key),
        EC => Ok(KeyKind::Ec { curve: curve(&algorithm.one()?), point: key.to_vec() }),
        DSA => dsa(key, &mut algorithm),
        other => Ok(KeyKind::Other { oid: other.to_string() }),
    }
}

fn rsa(key: &[u8]) -> Result<KeyKind, Refusal> {
    let mut numbers = Values::new(key, PART).expect(ber::SEQUENCE)?.values();
    let modulus = positive(&numbers.expect(ber::INTEGER)?)?;
    let exponent = positive(&numbers.expect(ber::INTEGER)?)?;
    Ok(KeyKind::Rsa { bits: length(&modulus), modulus, exponent })
}

fn dsa(key: &[u8], algorithm: &mut Values<'_>) -> Result<KeyKind, Refusal> {
    let y = positive(&Values::new(key, PART).expect(ber::INTEGER)?)?;
    // The numbers of the group may be left to the certificate of the authority.
    let bits = match algorithm.optional(ber::SEQUENCE)? {
        Some(group) => length(&positive(&group.values().expect(ber::INTEGER)?)?),
        None => length(&y),
    };
    Ok(KeyKind::Dsa { bits, y })
}

/// Name of the curve, its number, or `explicit` when its numbers are written out.
fn curve(parameters: &Value<'_>) -> String {
    let Ok(oid) = parameters.oid() else { return "explicit".to_owned() };
    let number = oid.to_string();
    CURVES.iter().find(|(known, _)| *known == number).map_or(number, |(_, name)| (*name).to_owned())
}

/// The bytes of a number without leading zeros.
fn positive(integer: &Value<'_>) -> Result<Vec<u8>, Refusal> {
    match integer.content.iter().position(|byte| *byte != 0) {
        Some(at) if integer.content[0] < 0x80 => Ok(integer.content[at..].to_vec()),
        Some(_) | None => Err(ber::damaged(PART, "a number that is not positive".to_owned())),
    }
}

fn length(number: &[u8]) -> u32 {
    let zeros = number.first().map_or(0, |first| first.leading_zeros());
    u32::try_from(number.len() * 8).unwrap_or(u32::MAX).saturating_sub(zeros)
}
