//! A certificate with everything a form may ask of it.

use chrono::{DateTime, Utc};
use serde::Serialize;

/// A certificate as it was found.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// The bytes, DER.
    #[serde(skip)]
    pub der: Vec<u8>,
    /// Distinguished name of its holder, RFC 4514.
    pub subject: String,
    /// Distinguished name of who issued it, RFC 4514; the same when it signed itself.
    pub issuer: String,
    /// Serial number, lower-case hex without leading zeros.
    pub serial: String,
    /// Valid from.
    pub not_before: DateTime<Utc>,
    /// Valid until.
    pub not_after: DateTime<Utc>,
    /// How it is signed, by name (`sha256WithRSAEncryption`) or dotted number.
    pub signature_algorithm: String,
    /// Digests of the whole certificate.
    pub fingerprints: Fingerprints,
    /// The key in it.
    pub key: PublicKey,
}

/// Digests of a certificate's DER bytes, lower-case hex without colons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fingerprints {
    /// MD5 (证书 MD5 指纹), 32 digits.
    pub md5: String,
    /// SHA-1, 40 digits.
    pub sha1: String,
    /// SHA-256, 64 digits.
    pub sha256: String,
}

/// A public key (公钥).
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct PublicKey {
    /// `SubjectPublicKeyInfo`, DER.
    #[serde(skip)]
    pub der: Vec<u8>,
    /// What kind of key, with its numbers.
    pub kind: KeyKind,
}

/// The numbers of a key; big-endian, without leading zero bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "algorithm", rename_all = "kebab-case")]
pub enum KeyKind {
    /// RSA.
    Rsa {
        /// Length of the modulus in bits.
        bits: u32,
        /// The modulus.
        #[serde(skip)]
        modulus: Vec<u8>,
        /// The public exponent.
        #[serde(skip)]
        exponent: Vec<u8>,
    },
    /// Elliptic curve.
    Ec {
        /// Name of the curve (`P-256`, `sm2`) or dotted number.
        curve: String,
        /// The point, as in the certificate.
        #[serde(skip)]
        point: Vec<u8>,
    },
    /// DSA.
    Dsa {
        /// Length of the prime in bits.
        bits: u32,
        /// The public value.
        #[serde(skip)]
        y: Vec<u8>,
    },
    /// Another kind, by its dotted number.
    Other {
        /// Object identifier.
        oid: String,
    },
}

impl std::fmt::Debug for Certificate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Certificate({}, sha1 {})", self.subject, self.fingerprints.sha1)
    }
}

impl std::fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.kind {
            KeyKind::Rsa { bits, .. } => write!(f, "PublicKey(RSA {bits})"),
            KeyKind::Ec { curve, .. } => write!(f, "PublicKey(EC {curve})"),
            KeyKind::Dsa { bits, .. } => write!(f, "PublicKey(DSA {bits})"),
            KeyKind::Other { oid } => write!(f, "PublicKey({oid})"),
        }
    }
}
