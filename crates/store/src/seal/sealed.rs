//! The layout of a sealed value: how ‖ key number ‖ nonce ‖ ciphertext and tag.
//!
//! The place (table, column, row) is authenticated with it, so that a value moved elsewhere does not open.
//! Nonces are random: 96 bits are good for 2^32 values under one key (NIST SP 800-38D section 8.3).

use aes_gcm::aead::{Aead as _, KeyInit as _, Payload, consts::U12};
use aes_gcm::{Aes256Gcm, AesGcm, Nonce};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use sm4::Sm4;
use zeroize::Zeroizing;

use super::keyring::{Cipher, Keyring};
use crate::error::Damage;

type Sm4Gcm = AesGcm<Sm4, U12>;

/// Bytes of the nonce.
pub(super) const NONCE: usize = 12;
/// Bytes of the key number, after the first byte.
pub(crate) const KEY_ID_BYTES: usize = 4;
/// Bytes before the ciphertext.
pub(crate) const HEADER: usize = 1 + KEY_ID_BYTES + NONCE;

/// The bytes by which a value tells its key.
pub(crate) fn key_header(number: u32) -> [u8; KEY_ID_BYTES] {
    number.to_be_bytes()
}

pub(super) fn seal(keyring: &Keyring, nonce: [u8; NONCE], place: &str, plain: &[u8]) -> Vec<u8> {
    let number = keyring.current();
    let key = keyring.key(number).expect("a keyring holds its current key");
    let cipher = keyring.cipher();
    let mut sealed = Vec::with_capacity(HEADER + plain.len() + 16);
    sealed.push(mark(cipher));
    sealed.extend_from_slice(&key_header(number));
    sealed.extend_from_slice(&nonce);
    let payload = Payload { msg: plain, aad: place.as_bytes() };
    let nonce = Nonce::from(nonce);
    let closed = match cipher {
        Cipher::Aes256Gcm => Aes256Gcm::new(key.into()).encrypt(&nonce, payload),
        Cipher::Sm4Gcm => Sm4Gcm::new((&*sm4_key(key)).into()).encrypt(&nonce, payload),
    };
    sealed.extend_from_slice(&closed.expect("values stay far below the 64 GiB the mode takes"));
    sealed
}

pub(super) fn open(keyring: &Keyring, place: &str, sealed: &[u8]) -> Result<Vec<u8>, Damage> {
    let (mark, rest) = sealed.split_first().ok_or(Damage::Seal)?;
    let (number, rest) = rest.split_first_chunk::<KEY_ID_BYTES>().ok_or(Damage::Seal)?;
    let (nonce, closed) = rest.split_first_chunk::<NONCE>().ok_or(Damage::Seal)?;
    let key = keyring.key(u32::from_be_bytes(*number)).ok_or(Damage::UnknownKey)?;
    let payload = Payload { msg: closed, aad: place.as_bytes() };
    let nonce = Nonce::from(*nonce);
    match cipher(*mark).ok_or(Damage::Seal)? {
        Cipher::Aes256Gcm => Aes256Gcm::new(key.into()).decrypt(&nonce, payload),
        Cipher::Sm4Gcm => Sm4Gcm::new((&*sm4_key(key)).into()).decrypt(&nonce, payload),
    }
    .map_err(|_| Damage::Seal)
}

fn mark(cipher: Cipher) -> u8 {
    match cipher {
        Cipher::Aes256Gcm => 1,
        Cipher::Sm4Gcm => 2,
    }
}

fn cipher(mark: u8) -> Option<Cipher> {
    [Cipher::Aes256Gcm, Cipher::Sm4Gcm].into_iter().find(|cipher| self::mark(*cipher) == mark)
}

/// SM4 takes 128 bits, our keys have 256: derived, so that no key serves two ciphers.
fn sm4_key(key: &[u8; 32]) -> Zeroizing<[u8; 16]> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes any key");
    mac.update(b"sm4-gcm");
    let derived = mac.finalize().into_bytes();
    let mut short = Zeroizing::new([0; 16]);
    short.copy_from_slice(&derived[..16]);
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unhex(text: &str) -> Vec<u8> {
        (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
    }

    /// RFC 8998 appendix A.1.
    #[test]
    fn sm4_gcm_is_the_published_one() {
        let key: [u8; 16] = unhex("0123456789ABCDEFFEDCBA9876543210").try_into().unwrap();
        let nonce: [u8; 12] = unhex("00001234567800000000ABCD").try_into().unwrap();
        let msg = unhex(concat!(
            "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD",
            "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA"
        ));
        let aad = unhex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        let closed = Sm4Gcm::new((&key).into())
            .encrypt(&Nonce::from(nonce), Payload { msg: &msg, aad: &aad })
            .unwrap();
        let expected = unhex(concat!(
            "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735",
            "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D",
            "83DE3541E4C2B58177E065A9BF7B62EC"
        ));
        assert_eq!(closed, expected);
    }
}
