//! Every way in which forms and their reviewers spell a fingerprint or a public key, and which a filing takes.

use num_bigint::BigUint;
use serde::Serialize;

use crate::facts::{Certificate, KeyKind, Platform, PublicKey};
use crate::keys::pem;
use crate::keys::public_key::bits;

/// The name of a spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpellingName {
    /// MD5 of the certificate, 32 digits, lower case: as `apksigner` prints it.
    Md5,
    /// The same, upper case.
    Md5Upper,
    /// The same, upper case with colons: as `keytool` and `openssl` print it.
    Md5Colons,
    /// SHA-1 of the certificate, 40 digits, lower case.
    Sha1,
    /// The same, upper case.
    Sha1Upper,
    /// The same, upper case with colons.
    Sha1Colons,
    /// SHA-256 of the certificate, 64 digits, lower case.
    Sha256,
    /// The same, upper case.
    Sha256Upper,
    /// The same, upper case with colons.
    Sha256Colons,
    /// Public key as PEM (`-----BEGIN PUBLIC KEY-----`).
    KeyPem,
    /// Public key as hex of its `SubjectPublicKeyInfo`, lower case.
    KeyHex,
    /// What viewers of certificates show as the public key, hex, lower case: of an RSA key modulus and exponent as
    /// DER (`3082010a02820101…`), of an EC key its point, of others what the certificate has.
    KeyBits,
    /// RSA: the modulus, hex, upper case without leading zeros: as `openssl` prints it.
    ModulusHex,
    /// RSA: the modulus, decimal.
    ModulusDecimal,
    /// RSA: the exponent, decimal; 65537 nearly always.
    Exponent,
    /// EC: the point, hex, lower case, with its leading `04`.
    Point,
}

impl SpellingName {
    /// Every spelling, in the order in which they are shown.
    pub const ALL: [Self; 16] = [
        Self::Md5,
        Self::Md5Upper,
        Self::Md5Colons,
        Self::Sha1,
        Self::Sha1Upper,
        Self::Sha1Colons,
        Self::Sha256,
        Self::Sha256Upper,
        Self::Sha256Colons,
        Self::KeyPem,
        Self::KeyHex,
        Self::KeyBits,
        Self::ModulusHex,
        Self::ModulusDecimal,
        Self::Exponent,
        Self::Point,
    ];

    /// The name in links and messages, as in JSON.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Md5 => "md5",
            Self::Md5Upper => "md5-upper",
            Self::Md5Colons => "md5-colons",
            Self::Sha1 => "sha1",
            Self::Sha1Upper => "sha1-upper",
            Self::Sha1Colons => "sha1-colons",
            Self::Sha256 => "sha256",
            Self::Sha256Upper => "sha256-upper",
            Self::Sha256Colons => "sha256-colons",
            Self::KeyPem => "key-pem",
            Self::KeyHex => "key-hex",
            Self::KeyBits => "key-bits",
            Self::ModulusHex => "modulus-hex",
            Self::ModulusDecimal => "modulus-decimal",
            Self::Exponent => "exponent",
            Self::Point => "point",
        }
    }
}

/// One spelling of one value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spelling {
    /// Which.
    pub name: SpellingName,
    /// The value, to be copied as it stands.
    pub value: String,
}

/// Every spelling of a certificate's values, in the order of [`SpellingName::ALL`]; without those its kind of key does
/// not have.
pub fn spellings(certificate: &Certificate) -> Vec<Spelling> {
    let with_value = |name| spelling(certificate, name).map(|value| Spelling { name, value });
    SpellingName::ALL.into_iter().filter_map(with_value).collect()
}

/// One spelling; `None` when its kind of key does not have it.
pub fn spelling(certificate: &Certificate, name: SpellingName) -> Option<String> {
    let prints = &certificate.fingerprints;
    let key = &certificate.key;
    Some(match name {
        SpellingName::Md5 => prints.md5.clone(),
        SpellingName::Md5Upper => prints.md5.to_uppercase(),
        SpellingName::Md5Colons => colons(&prints.md5),
        SpellingName::Sha1 => prints.sha1.clone(),
        SpellingName::Sha1Upper => prints.sha1.to_uppercase(),
        SpellingName::Sha1Colons => colons(&prints.sha1),
        SpellingName::Sha256 => prints.sha256.clone(),
        SpellingName::Sha256Upper => prints.sha256.to_uppercase(),
        SpellingName::Sha256Colons => colons(&prints.sha256),
        SpellingName::KeyPem => pem::write("PUBLIC KEY", &key.der),
        SpellingName::KeyHex => hex::encode(&key.der),
        SpellingName::KeyBits => hex::encode(bits(&key.der)?),
        SpellingName::ModulusHex => hex::encode_upper(rsa(key)?.0).trim_start_matches('0').to_owned(),
        SpellingName::ModulusDecimal => BigUint::from_bytes_be(rsa(key)?.0).to_string(),
        SpellingName::Exponent => BigUint::from_bytes_be(rsa(key)?.1).to_string(),
        SpellingName::Point => match &key.kind {
            KeyKind::Ec { point, .. } => hex::encode(point),
            KeyKind::Rsa { .. } | KeyKind::Dsa { .. } | KeyKind::Other { .. } => return None,
        },
    })
}

/// What the filing of an App takes for a platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The fingerprint (证书指纹, 签名 MD5), the first the usual one, others where a provider demands them.
    pub fingerprint: &'static [SpellingName],
    /// The public key (公钥). The first that the certificate has; the others are taken too.
    pub public_key: &'static [SpellingName],
}

/// What the filing takes per platform: without colons and spaces, everywhere.
///
/// * Android: MD5 of the certificate; the field is named 证书 MD5 签名值. No source says otherwise.
/// * iOS: SHA-1 in place of MD5, in the same field.
/// * HarmonyOS: sources conflict. The guide of one provider has the leaf's SHA-1 read from the details of the
///   certificate, and MD5 "when MD5 is demanded"; what is known of the authority's items says 证书指纹 without a
///   digest, and has SHA-1 for iOS only. So SHA-1 first, MD5 second.
///
/// Which spelling of the public key is wanted is written nowhere. Guides read it off viewers: modulus and exponent as
/// hex for RSA, the point for EC; so that comes first.
pub const fn asked_by(platform: Platform) -> Asked {
    const KEY: &[SpellingName] = &[
        SpellingName::KeyBits,
        SpellingName::ModulusHex,
        SpellingName::ModulusDecimal,
        SpellingName::KeyHex,
        SpellingName::KeyPem,
    ];
    let fingerprint: &[SpellingName] = match platform {
        Platform::Android => &[SpellingName::Md5],
        Platform::Ios => &[SpellingName::Sha1],
        Platform::HarmonyOs => &[SpellingName::Sha1, SpellingName::Md5],
    };
    Asked { fingerprint, public_key: KEY }
}

fn rsa(key: &PublicKey) -> Option<(&[u8], &[u8])> {
    match &key.kind {
        KeyKind::Rsa { modulus, exponent, .. } => Some((modulus, exponent)),
        KeyKind::Ec { .. } | KeyKind::Dsa { .. } | KeyKind::Other { .. } => None,
    }
}

/// Upper case, a colon between bytes.
fn colons(digits: &str) -> String {
    let upper = digits.to_uppercase();
    let pairs: Vec<&str> = (0..upper.len()).step_by(2).filter_map(|at| upper.get(at..at + 2)).collect();
    pairs.join(":")
}
