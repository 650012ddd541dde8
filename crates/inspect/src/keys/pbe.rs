//! What a password opens in a PKCS#12: keys from passwords, the seal, and the ciphers of then and now.
//!
//! RFC 7292 appendix B for what was written until about 2021 (3DES, RC2), RFC 8018 by `pkcs5` for what came after.

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, InnerIvInit, KeyIvInit};
use const_oid::ObjectIdentifier;
use hmac::digest::block_api::EagerHash;
use hmac::digest::common::BlockSizeUser;
use hmac::{Hmac, KeyInit, Mac};
use pkcs5::EncryptionScheme;
use pkcs5::pbes2::Kdf;
use sha1::{Digest, Sha1};
use sha2::{Sha224, Sha256, Sha384, Sha512};

use super::ber::{self, Value};
use crate::Refusal;

const PART: &str = "keystore";

/// Rounds of a digest that are done for one file, all its parts together: about two seconds of one core. OpenSSL asks
/// for 2,048 in each part, `keytool` for 10,000.
pub(crate) const MOST_ROUNDS: u64 = 2_000_000;

const PBES2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.13");
const TRIPLE_DES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.3");
const TRIPLE_DES_2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.4");
const RC2_128: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.5");
const RC2_40: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.6");

const SHA1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");
const SHA224: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.4");
const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");

/// What a derived key is for (RFC 7292 B.3).
#[derive(Debug, Clone, Copy)]
enum Use {
    Key = 1,
    Iv = 2,
    Mac = 3,
}

/// A password, and how many rounds may still be spent on it.
#[derive(Debug)]
pub(crate) struct Password {
    text: String,
    /// UTF-16 with two zero bytes at its end, or nothing: how "no password" is written differs by tool.
    wide: Vec<u8>,
    rounds_left: u64,
}

impl Password {
    /// This one.
    pub(crate) fn new(text: &str) -> Self {
        let mut wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        wide.extend([0, 0]);
        Self { text: text.to_owned(), wide, rounds_left: MOST_ROUNDS }
    }

    /// None at all, not even an empty one.
    pub(crate) fn none() -> Self {
        Self { text: String::new(), wide: Vec::new(), rounds_left: MOST_ROUNDS }
    }

    fn spend(&mut self, rounds: u64) -> Result<(), Refusal> {
        self.rounds_left = self.rounds_left.checked_sub(rounds.max(1)).ok_or_else(too_much)?;
        Ok(())
    }
}

/// Whether the seal of a keystore fits its content; `None` when it is sealed in a way not known here.
///
/// # Errors
/// [`Refusal::TooMuch`] when it takes too many rounds, [`Refusal::Truncated`], [`Refusal::Damaged`].
pub(crate) fn seal_fits(
    seal: &Value<'_>,
    content: &[u8],
    password: &mut Password,
) -> Result<Option<bool>, Refusal> {
    let mut parts = seal.values();
    let mut digest = parts.expect(ber::SEQUENCE)?.values();
    let algorithm = digest.expect(ber::SEQUENCE)?.values().one()?.oid()?;
    let expected = digest.one()?.octets()?;
    let salt = parts.one()?.octets()?;
    let rounds = parts.optional(ber::INTEGER)?.map_or(Ok(1), |rounds| rounds.number())?;
    password.spend(rounds)?;
    Ok(Some(match algorithm {
        SHA1 => fits::<Sha1>(password, &salt, rounds, content, &expected),
        SHA224 => fits::<Sha224>(password, &salt, rounds, content, &expected),
        SHA256 => fits::<Sha256>(password, &salt, rounds, content, &expected),
        SHA384 => fits::<Sha384>(password, &salt, rounds, content, &expected),
        SHA512 => fits::<Sha512>(password, &salt, rounds, content, &expected),
        _ => return Ok(None),
    }))
}

fn fits<D>(password: &Password, salt: &[u8], rounds: u64, content: &[u8], expected: &[u8]) -> bool
where
    D: Digest + BlockSizeUser + EagerHash,
{
    let key = derive::<D>(Use::Mac, &password.wide, salt, rounds, <D as Digest>::output_size());
    <Hmac<D> as KeyInit>::new_from_slice(&key)
        .is_ok_and(|mac| mac.chain_update(content).verify_slice(expected).is_ok())
}

/// Decrypts a part, by the algorithm it names.
///
/// # Errors
/// [`Refusal::PasswordWrong`] when the result ends as no plain text does, [`Refusal::TooMuch`] when it takes too many
/// rounds, [`Refusal::Damaged`] for ciphers that nothing has used for twenty years (RC4, DES).
pub(crate) fn decrypt(
    algorithm: &Value<'_>,
    cipher: &[u8],
    password: &mut Password,
) -> Result<Vec<u8>, Refusal> {
    let mut parts = algorithm.values();
    let kind = parts.one()?.oid()?;
    if kind == PBES2 {
        return decrypt_pbes2(algorithm.whole, cipher, password);
    }
    if ![TRIPLE_DES, TRIPLE_DES_2, RC2_128, RC2_40].contains(&kind) {
        return Err(unknown_cipher(&kind.to_string()));
    }
    let mut parameters = parts.expect(ber::SEQUENCE)?.values();
    let salt = parameters.one()?.octets()?;
    let rounds = parameters.expect(ber::INTEGER)?.number()?;
    let size = match kind {
        TRIPLE_DES => 24,
        RC2_40 => 5,
        _ => 16,
    };
    // The key takes up to two digests, the first block one more.
    password.spend(rounds.saturating_mul(3))?;
    let mut key = derive::<Sha1>(Use::Key, &password.wide, &salt, rounds, size);
    let iv = derive::<Sha1>(Use::Iv, &password.wide, &salt, rounds, 8);
    if kind == TRIPLE_DES_2 {
        key.extend_from_within(..8);
    }
    let plain = if key.len() == 24 {
        cbc::Decryptor::<des::TdesEde3>::new_from_slices(&key, &iv)
            .ok()
            .and_then(|mode| mode.decrypt_padded_vec::<Pkcs7>(cipher).ok())
    } else {
        let rc2 = rc2::Rc2::new_with_eff_key_len(&key, key.len() * 8);
        cbc::Decryptor::inner_iv_slice_init(rc2, &iv)
            .ok()
            .and_then(|mode| mode.decrypt_padded_vec::<Pkcs7>(cipher).ok())
    };
    plain.ok_or(Refusal::PasswordWrong)
}

fn decrypt_pbes2(algorithm: &[u8], cipher: &[u8], password: &mut Password) -> Result<Vec<u8>, Refusal> {
    let scheme =
        EncryptionScheme::try_from(algorithm).map_err(|error| ber::damaged(PART, error.to_string()))?;
    match scheme.pbes2().map(|parameters| &parameters.kdf) {
        // At most 32 bytes of key: two digests of SHA-1.
        Some(Kdf::Pbkdf2(kdf)) => password.spend(u64::from(kdf.iteration_count) * 2)?,
        // Made to take memory, which strangers shall not decide about.
        Some(_) | None => return Err(unknown_cipher("scrypt")),
    }
    scheme.decrypt(password.text.as_bytes(), cipher).map_err(|_| Refusal::PasswordWrong)
}

/// Bytes from a password, RFC 7292 B.2.
fn derive<D: Digest + BlockSizeUser>(
    purpose: Use,
    password: &[u8],
    salt: &[u8],
    rounds: u64,
    size: usize,
) -> Vec<u8> {
    let block = D::block_size();
    let mut input = filled(salt, block);
    input.extend(filled(password, block));
    let mut derived = Vec::new();
    while derived.len() < size {
        let mut digest = D::new().chain_update(vec![purpose as u8; block]).chain_update(&input).finalize();
        for _ in 1..rounds {
            digest = D::digest(&digest);
        }
        derived.extend_from_slice(&digest);
        let addend: Vec<u8> = digest.iter().copied().cycle().take(block).collect();
        for piece in input.chunks_mut(block) {
            add_with_one(piece, &addend);
        }
    }
    derived.truncate(size);
    derived
}

/// Repeats bytes until whole blocks are full; nothing stays nothing.
fn filled(bytes: &[u8], block: usize) -> Vec<u8> {
    bytes.iter().copied().cycle().take(bytes.len().div_ceil(block) * block).collect()
}

/// Adds two numbers of equal length, and one, without what does not fit.
fn add_with_one(number: &mut [u8], addend: &[u8]) {
    let mut carry = 1;
    for (digit, other) in number.iter_mut().zip(addend).rev() {
        let sum = u16::from(*digit) + u16::from(*other) + carry;
        [_, *digit] = sum.to_be_bytes();
        carry = sum >> 8;
    }
}

fn unknown_cipher(name: &str) -> Refusal {
    ber::damaged(PART, format!("encrypted in a way that is not read: {name}"))
}

fn too_much() -> Refusal {
    Refusal::TooMuch { part: "rounds of the keystore".to_owned(), most: MOST_ROUNDS }
}
