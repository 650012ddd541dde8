//! Files of keys and certificates by their content: which kind, and then what they hold.

use super::{bare, ber, cms, jks, pem, pkcs12};
use crate::facts::{Facts, Kind, Signing};
use crate::{Limits, Refusal, Source, apple, harmony};

/// Bytes of such a file. 4 MiB: a keystore with sixty chains has a tenth of that.
const MOST_BYTES: u64 = 4 << 20;

/// Which kind of keys or certificates these first bytes begin; forty are enough, except for text before PEM. A profile
/// is not told from a bag of certificates by them; [`read`] does. One that is cut off is still of its kind.
pub(crate) fn kind(first: &[u8]) -> Option<Kind> {
    let magic = first.first_chunk().map(|magic| u32::from_be_bytes(*magic));
    if matches!(magic, Some(jks::MAGIC | jks::JCEKS)) {
        return Some(Kind::Jks);
    }
    if pem::is_likely(first) {
        return Some(Kind::Certificates);
    }
    match ber::begins(first)? {
        // What is signed or encrypted: PKCS#7. What has a sequence first: a certificate, a request, an encrypted key.
        (ber::SEQUENCE, [ber::OID | ber::SEQUENCE, ..]) => Some(Kind::Certificates),
        (ber::SEQUENCE, [ber::INTEGER, 1, 3, content @ ..])
            if ber::begins(content)
                .is_some_and(|(tag, inner)| tag == ber::SEQUENCE && inner.starts_with(&[ber::OID])) =>
        {
            Some(Kind::Pkcs12)
        }
        // A private key, in one of its forms.
        (ber::SEQUENCE, [ber::INTEGER, 1, 0 | 1, ber::SEQUENCE | ber::INTEGER | ber::OCTETS, ..]) => {
            Some(Kind::Certificates)
        }
        _ => None,
    }
}

/// Reads a file of keys or certificates, and profiles that stand alone.
///
/// # Errors
/// [`Refusal::TooMuch`] for more than 4 MiB; what is wrong with it; [`Refusal::PasswordNeeded`] and
/// [`Refusal::PasswordWrong`] for keystores; [`Refusal::NotAPackage`] for a private key or a request alone.
pub(crate) fn read(
    source: &dyn Source,
    kind: Kind,
    password: Option<&str>,
    limits: &Limits,
) -> Result<Facts, Refusal> {
    let size = source.len();
    if size > MOST_BYTES {
        return Err(Refusal::TooMuch { part: "keys".to_owned(), most: MOST_BYTES });
    }
    let bytes = crate::archive::read_part(source, 0, size, "keys")?;
    let facts = |kind, signing: Signing| Facts { kind, platform: None, size, app: None, signing };
    match kind {
        Kind::Jks => jks::read(&bytes, password, limits).map(|signing| facts(kind, signing)),
        Kind::Pkcs12 => pkcs12::read(&bytes, password, limits).map(|signing| facts(kind, signing)),
        Kind::Apk
        | Kind::Aab
        | Kind::ApkBundle
        | Kind::Ipa
        | Kind::Hap
        | Kind::HarmonyApp
        | Kind::AppleProfile
        | Kind::HarmonyProfile
        | Kind::Certificates => signed(&bytes, limits)
            .unwrap_or_else(|| bare::read(&bytes, limits).map(|signing| facts(Kind::Certificates, signing))),
    }
}

/// The profile in these bytes, if they are signed data with one in it.
fn signed(bytes: &[u8], limits: &Limits) -> Option<Result<Facts, Refusal>> {
    let content = cms::is_likely(bytes).then(|| cms::read(bytes))?.ok()?.content?;
    if apple::is_profile(&content) {
        Some(apple::bare_profile(bytes, limits))
    } else if harmony::is_profile(&content) {
        Some(harmony::bare_profile(bytes, limits))
    } else {
        None
    }
}
