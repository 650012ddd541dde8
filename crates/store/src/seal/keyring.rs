//! The keys that seal, by number, and which of them seals from now on.

use std::collections::BTreeMap;

use zeroize::{Zeroize, ZeroizeOnDrop};

/// How new values are sealed; what is sealed already says itself how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cipher {
    /// AES-256-GCM (NIST SP 800-38D).
    #[default]
    Aes256Gcm,
    /// SM4-GCM (GB/T 32907, RFC 8998), where commercial cryptography (商用密码) is asked for.
    Sm4Gcm,
}

/// The keys: one current, older ones to read with, and one for digests.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Keyring {
    #[zeroize(skip)]
    current: u32,
    #[zeroize(skip)]
    keys: BTreeMap<u32, Key>,
    index_key: [u8; 32],
    #[zeroize(skip)]
    cipher: Cipher,
}

#[derive(Clone, Zeroize, ZeroizeOnDrop)]
struct Key([u8; 32]);

/// Why a keyring cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// The current key is not among the keys.
    #[error("no key has the current number {0}")]
    NoCurrentKey(u32),
    /// Two keys have the same number.
    #[error("two keys have the number {0}")]
    TwoKeys(u32),
}

impl Keyring {
    /// Puts a keyring together: keys of 32 random bytes by number, the number of the one that seals from now
    /// on, and a separate key for digests that stays for ever.
    pub fn new(
        current: u32,
        keys: impl IntoIterator<Item = (u32, [u8; 32])>,
        index_key: [u8; 32],
        cipher: Cipher,
    ) -> Result<Self, KeyringError> {
        let mut by_number = BTreeMap::new();
        for (number, key) in keys {
            if by_number.insert(number, Key(key)).is_some() {
                return Err(KeyringError::TwoKeys(number));
            }
        }
        if !by_number.contains_key(&current) {
            return Err(KeyringError::NoCurrentKey(current));
        }
        Ok(Self { current, keys: by_number, index_key, cipher })
    }

    /// The number of the key that seals from now on.
    pub fn current(&self) -> u32 {
        self.current
    }

    pub(super) fn cipher(&self) -> Cipher {
        self.cipher
    }

    pub(super) fn key(&self, number: u32) -> Option<&[u8; 32]> {
        self.keys.get(&number).map(|key| &key.0)
    }

    pub(super) fn index_key(&self) -> &[u8; 32] {
        &self.index_key
    }
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keyring")
            .field("current", &self.current)
            .field("keys", &self.keys.keys().collect::<Vec<_>>())
            .field("cipher", &self.cipher)
            .finish_non_exhaustive()
    }
}
