//! Sealing personal data (个人信息) at rest, and digests by which sealed values can still be found.

mod keyring;
mod sealed;

use std::sync::Arc;

use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;

pub use keyring::{Cipher, Keyring, KeyringError};
pub(crate) use sealed::{HEADER, KEY_ID_BYTES, key_header};

use crate::error::{Damage, StoreError};
use crate::row::RowName;

/// Fills a buffer with unpredictable bytes.
pub type Chance = Arc<dyn Fn(&mut [u8]) + Send + Sync>;

/// The keyring with the chance it needs for nonces.
pub(crate) struct Seal {
    keyring: Keyring,
    chance: Chance,
}

impl Seal {
    pub(crate) fn new(keyring: Keyring, chance: Chance) -> Self {
        Self { keyring, chance }
    }

    /// The number of the key that seals from now on.
    pub(crate) fn current_key(&self) -> u32 {
        self.keyring.current()
    }

    /// Whether a value that begins with these bytes is sealed under the current key.
    pub(crate) fn is_current(&self, head: &[u8]) -> bool {
        head.get(1..=KEY_ID_BYTES) == Some(key_header(self.current_key()).as_slice())
    }

    /// Seals bytes for one column of one row; elsewhere they will not open.
    pub(crate) fn bytes(&self, row: &RowName, column: &'static str, plain: &[u8]) -> Vec<u8> {
        let mut nonce = [0; sealed::NONCE];
        (self.chance)(&mut nonce);
        sealed::seal(&self.keyring, nonce, &place(row, column), plain)
    }

    pub(crate) fn text(&self, row: &RowName, column: &'static str, plain: &str) -> Vec<u8> {
        self.bytes(row, column, plain.as_bytes())
    }

    pub(crate) fn json<T: Serialize>(&self, row: &RowName, column: &'static str, value: &T) -> Vec<u8> {
        self.text(row, column, &crate::row::json_text(value))
    }

    /// Opens what was sealed for the same column of the same row.
    pub(crate) fn open_bytes(
        &self,
        row: &RowName,
        column: &'static str,
        sealed: &[u8],
    ) -> Result<Vec<u8>, StoreError> {
        sealed::open(&self.keyring, &place(row, column), sealed).map_err(|damage| row.bad(column, damage))
    }

    pub(crate) fn open_text(
        &self,
        row: &RowName,
        column: &'static str,
        sealed: &[u8],
    ) -> Result<String, StoreError> {
        let plain = self.open_bytes(row, column, sealed)?;
        String::from_utf8(plain).map_err(|_| row.bad(column, Damage::Value))
    }

    pub(crate) fn open_json<T: DeserializeOwned>(
        &self,
        row: &RowName,
        column: &'static str,
        sealed: &[u8],
    ) -> Result<T, StoreError> {
        let plain = self.open_bytes(row, column, sealed)?;
        serde_json::from_slice(&plain).map_err(|_| row.bad(column, Damage::Value))
    }

    /// The keyed digest by which equal values of one meaning are found without opening them.
    ///
    /// HMAC-SHA-256 under the index key over the meaning and the value. The index key never rotates.
    pub(crate) fn digest(&self, meaning: &str, value: &[u8]) -> Vec<u8> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.keyring.index_key()).expect("HMAC takes any key");
        mac.update(meaning.as_bytes());
        mac.update(&[0]);
        mac.update(value);
        mac.finalize().into_bytes().to_vec()
    }

    /// A number nobody can guess, for rows whose key means nothing.
    pub(crate) fn draw_number(&self) -> i64 {
        let mut bytes = [0; 8];
        (self.chance)(&mut bytes);
        (i64::from_be_bytes(bytes) & i64::MAX).max(1)
    }
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Seal").field("keyring", &self.keyring).finish_non_exhaustive()
    }
}

fn place(row: &RowName, column: &str) -> String {
    format!("{}/{column}/{}", row.table, row.key)
}

#[cfg(test)]
mod tests;
