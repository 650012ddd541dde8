//! Certificates, chains of them, and the keystores they come in.

pub(crate) mod bare;
pub(crate) mod ber;
pub(crate) mod certificate;
pub(crate) mod chain;
pub(crate) mod cms;
pub(crate) mod jks;
mod pbe;
pub(crate) mod pem;
pub(crate) mod pkcs12;
pub(crate) mod public_key;

use crate::Refusal;

/// Bytes of certificates, signed data or a keystore. 4 MiB: sixty chains have a tenth of that.
const MOST_BYTES: usize = 4 << 20;

/// Refuses more than [`MOST_BYTES`], before anything of it is copied.
fn bounded(bytes: &[u8], part: &str) -> Result<(), Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooMuch { part: part.to_owned(), most: MOST_BYTES as u64 });
    }
    Ok(())
}
