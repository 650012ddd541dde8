//! What a provider proves itself with: unit id, user name, password, nonce, and the key of the files.

use aes::cipher::block_padding::{NoPadding, Padding, Pkcs7};
use aes::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use aes::{Aes128, Aes192, Aes256};
use md5::{Digest, Md5};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::gbk::{self, Unmappable};
use crate::packing;
use crate::value::encode_base64;

/// Text that must not be printed and is wiped from memory when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Secret(String);

impl Secret {
    /// Takes over the text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// `randVal`: twenty letters and digits, new for every call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nonce(String);

impl Nonce {
    const LENGTH: usize = 20;
    const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// Maps random bytes to letters and digits. The slight bias is harmless: the value only has to differ.
    pub fn from_bytes(bytes: [u8; Self::LENGTH]) -> Self {
        let letter = |byte: u8| char::from(Self::ALPHABET[usize::from(byte) % Self::ALPHABET.len()]);
        Self(bytes.into_iter().map(letter).collect())
    }

    /// Takes twenty letters and digits as they are.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == Self::LENGTH && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        fits.then(|| Self(text.to_owned()))
    }

    /// The twenty characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `pwdHash`: base64 of the MD5 of password and nonce, in this order, in GBK.
pub fn password_hash(password: &Secret, nonce: &str) -> Result<String, Unmappable> {
    let mut bytes = gbk::encode(password.expose())?;
    bytes.extend(gbk::encode(nonce)?);
    let digest = Md5::digest(&bytes);
    bytes.zeroize();
    Ok(encode_base64(&digest))
}

/// How the person or the provider hands over a filing password (备案密码) for checking, and how it stands in
/// documents (`ICPmm`): MD5 of its GBK bytes, hexadecimal in lower case.
pub fn password_md5(password: &Secret) -> Result<String, Unmappable> {
    let mut bytes = gbk::encode(password.expose())?;
    let digest = Md5::digest(&bytes);
    bytes.zeroize();
    Ok(packing::hex(&digest))
}

/// Bytes encrypted at a time: whole blocks of AES, whole groups of base64.
const PIECE: usize = 48 * 1024;

/// AES key and offset (IV) issued by the bureau: CBC with PKCS padding, 128, 192 or 256 bits by length.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct FileKey {
    key: Key,
    offset: [u8; 16],
}

#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
enum Key {
    Aes128([u8; 16]),
    Aes192([u8; 24]),
    Aes256([u8; 32]),
}

impl std::fmt::Debug for FileKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FileKey(…)")
    }
}

/// A key or offset of a length AES does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the key must have 16, 24 or 32 bytes and the offset 16")]
pub struct KeyLength;

/// Bytes that are not what this key encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the file cannot be decrypted")]
pub struct Undecryptable;

impl FileKey {
    /// Takes the two strings the bureau issued; their bytes are the key and the offset.
    pub fn new(key: &str, offset: &str) -> Result<Self, KeyLength> {
        let key = key.as_bytes();
        let key = key
            .try_into()
            .map(Key::Aes128)
            .or_else(|_| key.try_into().map(Key::Aes192))
            .or_else(|_| key.try_into().map(Key::Aes256))
            .map_err(|_| KeyLength)?;
        Ok(Self { key, offset: offset.as_bytes().try_into().map_err(|_| KeyLength)? })
    }

    /// Encrypts a file.
    pub fn encrypt(&self, plain: &[u8]) -> Vec<u8> {
        let mut sealed = Vec::with_capacity(plain.len() + 16);
        self.encrypt_pieces(plain, &mut |piece| sealed.extend_from_slice(piece));
        sealed
    }

    /// Encrypts a file piece by piece, so that it never stands in memory a second time. Every piece but the
    /// last is a multiple of 48 bytes long, whole blocks and whole groups of base64.
    pub fn encrypt_pieces(&self, plain: &[u8], take: &mut dyn FnMut(&[u8])) {
        let mut offset = self.offset;
        let mut pieces = plain.chunks_exact(PIECE);
        for piece in &mut pieces {
            let sealed = self.seal::<NoPadding>(piece, offset);
            // In CBC the last block is the offset of what follows.
            if let Some(last) = sealed.last_chunk() {
                offset = *last;
            }
            take(&sealed);
        }
        take(&self.seal::<Pkcs7>(pieces.remainder(), offset));
    }

    fn seal<P: Padding>(&self, plain: &[u8], offset: [u8; 16]) -> Vec<u8> {
        let offset = &offset.into();
        match &self.key {
            Key::Aes128(key) => {
                cbc::Encryptor::<Aes128>::new(key.into(), offset).encrypt_padded_vec::<P>(plain)
            }
            Key::Aes192(key) => {
                cbc::Encryptor::<Aes192>::new(key.into(), offset).encrypt_padded_vec::<P>(plain)
            }
            Key::Aes256(key) => {
                cbc::Encryptor::<Aes256>::new(key.into(), offset).encrypt_padded_vec::<P>(plain)
            }
        }
    }

    /// Decrypts a file.
    pub fn decrypt(&self, sealed: &[u8]) -> Result<Vec<u8>, Undecryptable> {
        let offset = &self.offset.into();
        let plain = match &self.key {
            Key::Aes128(key) => {
                cbc::Decryptor::<Aes128>::new(key.into(), offset).decrypt_padded_vec::<Pkcs7>(sealed)
            }
            Key::Aes192(key) => {
                cbc::Decryptor::<Aes192>::new(key.into(), offset).decrypt_padded_vec::<Pkcs7>(sealed)
            }
            Key::Aes256(key) => {
                cbc::Decryptor::<Aes256>::new(key.into(), offset).decrypt_padded_vec::<Pkcs7>(sealed)
            }
        };
        plain.map_err(|_| Undecryptable)
    }
}

#[cfg(test)]
mod tests {
    use super::{FileKey, Nonce, PIECE, Pkcs7, Secret, password_hash, password_md5};
    use crate::value::encode_base64;

    const NONCE: &str = "abcdefghijKLMNOPQRST";

    #[test]
    fn password_hashes_match_the_published_order_and_encoding() {
        let hash = |password: &str| password_hash(&Secret::new(password), NONCE).expect("in GBK");
        assert_eq!(hash("demo-Pass01"), "cyXmWC4qdXSFmSnPzPNo/Q==");
        assert_eq!(hash("密码demo"), "Atbw1VQqAJU83LaBJziSnw==");
    }

    #[test]
    fn a_file_is_encrypted_as_public_clients_do() {
        let key = FileKey::new("SIMULATOR-KEY-01", "SIMULATOR-IV--01").expect("16 bytes each");
        let sealed = key.encrypt(b"hello zip bytes");
        assert_eq!(encode_base64(&sealed), "OIIHYJXiQq50cW8++JfTkg==");
        assert_eq!(key.decrypt(&sealed).expect("own key"), b"hello zip bytes");
        assert!(key.decrypt(b"not a block").is_err());
    }

    #[test]
    fn pieces_together_are_what_one_piece_would_be() {
        let key = FileKey::new("SIMULATOR-KEY-01", "SIMULATOR-IV--01").expect("16 bytes each");
        let plain: Vec<u8> = (0..3 * PIECE + 5).map(|n: usize| n.to_le_bytes()[0]).collect();
        for length in [0, 15, 16, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, plain.len()] {
            let whole = key.seal::<Pkcs7>(&plain[..length], key.offset);
            assert_eq!(key.encrypt(&plain[..length]), whole, "{length}");
            assert_eq!(key.decrypt(&whole).expect("own key"), &plain[..length]);
        }
    }

    #[test]
    fn a_filing_password_is_hashed_in_gbk() {
        let hash = |text: &str| password_md5(&Secret::new(text)).expect("all in GBK");
        assert_eq!(hash("abc"), "900150983cd24fb0d6963f7d28e17f72");
        // md5 of c3 dc c2 eb
        assert_eq!(hash("密码"), "d2293e30f0c964c5f6242486aa8a483c");
    }

    #[test]
    fn longer_keys_work_and_odd_ones_are_refused() {
        for length in [16, 24, 32] {
            let key = FileKey::new(&"k".repeat(length), "SIMULATOR-IV--01").expect("allowed length");
            assert_eq!(key.decrypt(&key.encrypt(b"abc")).expect("own key"), b"abc");
        }
        assert!(FileKey::new("short", "SIMULATOR-IV--01").is_err());
        assert!(FileKey::new("SIMULATOR-KEY-01", "short").is_err());
    }

    #[test]
    fn nonces_have_twenty_letters_and_digits() {
        let nonce = Nonce::from_bytes([0, 9, 10, 35, 36, 61, 62, 255, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        assert_eq!(nonce.as_str(), "09AZaz07123456789ABC");
        assert_eq!(Nonce::parse(NONCE).map(|nonce| nonce.as_str().to_owned()), Some(NONCE.to_owned()));
        assert!(Nonce::parse("short").is_none());
    }
}
