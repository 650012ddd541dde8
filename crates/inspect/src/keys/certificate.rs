//! One certificate, with everything a form may ask of it.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use const_oid::ObjectIdentifier;
use const_oid::db::DB;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256};
use x509_cert::certificate::{CertificateInner, Raw};
use x509_cert::der::{Decode, Encode};
use x509_cert::ext::pkix::{BasicConstraints, SubjectKeyIdentifier};
use x509_cert::name::Name;
use x509_cert::time::Time;

use super::ber;
use super::public_key;
use crate::Refusal;
use crate::facts::{Certificate, Fingerprints};

const PART: &str = "certificate";

/// `SM2-with-SM3` (GM/T 0006), which the table of names lacks.
const SM2_WITH_SM3: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.156.10197.1.501");

/// A certificate, and what its envelope needs of it to find its signer.
#[derive(Debug, Clone)]
pub(crate) struct Read {
    /// The facts.
    pub(crate) facts: Certificate,
    /// Name of the holder, DER.
    pub(crate) subject: Vec<u8>,
    /// Name of who issued it, DER.
    pub(crate) issuer: Vec<u8>,
    /// Serial number, the content of its INTEGER.
    pub(crate) serial: Vec<u8>,
    /// Identifier of its key, if it has one.
    pub(crate) key_id: Option<Vec<u8>>,
    /// It may issue others.
    pub(crate) authority: bool,
}

/// Reads one certificate, DER.
///
/// # Errors
/// [`Refusal::Truncated`] or [`Refusal::Damaged`].
pub(crate) fn read(der: &[u8]) -> Result<Certificate, Refusal> {
    read_whole(der).map(|read| read.facts)
}

/// Reads one certificate, DER, with what its envelope needs.
///
/// # Errors
/// [`Refusal::Truncated`] or [`Refusal::Damaged`].
pub(crate) fn read_whole(der: &[u8]) -> Result<Read, Refusal> {
    let parsed = CertificateInner::<Raw>::from_der(der).map_err(|error| refusal(&error))?;
    let tbs = parsed.tbs_certificate();
    let key = tbs.subject_public_key_info().to_der().map_err(|error| refusal(&error))?;
    let key_id = tbs.get_extension::<SubjectKeyIdentifier>().ok().flatten();
    let constraints = tbs.get_extension::<BasicConstraints>().ok().flatten();
    let serial = tbs.serial_number().as_bytes().to_vec();
    let facts = Certificate {
        subject: name(tbs.subject()),
        issuer: name(tbs.issuer()),
        serial: serial_text(&serial),
        not_before: time(tbs.validity().not_before)?,
        not_after: time(tbs.validity().not_after)?,
        signature_algorithm: algorithm(&parsed.signature_algorithm().oid),
        fingerprints: fingerprints(der),
        key: public_key::read(key)?,
        der: der.to_vec(),
    };
    Ok(Read {
        facts,
        subject: tbs.subject().to_der().map_err(|error| refusal(&error))?,
        issuer: tbs.issuer().to_der().map_err(|error| refusal(&error))?,
        serial,
        key_id: key_id.map(|(_, id)| id.0.as_bytes().to_vec()),
        authority: constraints.is_some_and(|(_, constraints)| constraints.ca),
    })
}

/// Digests of a certificate's bytes.
fn fingerprints(der: &[u8]) -> Fingerprints {
    Fingerprints {
        md5: hex::encode(Md5::digest(der)),
        sha1: hex::encode(Sha1::digest(der)),
        sha256: hex::encode(Sha256::digest(der)),
    }
}

fn name(name: &Name) -> String {
    let mut text = String::new();
    match write!(text, "{name}") {
        Ok(()) => text,
        Err(_) => String::new(),
    }
}

fn serial_text(bytes: &[u8]) -> String {
    let digits = hex::encode(bytes);
    match digits.trim_start_matches('0') {
        "" => "0".to_owned(),
        digits => digits.to_owned(),
    }
}

fn time(time: Time) -> Result<DateTime<Utc>, Refusal> {
    i64::try_from(time.to_unix_duration().as_secs())
        .ok()
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .ok_or_else(|| ber::damaged(PART, "a date that no calendar has".to_owned()))
}

/// How it is signed, by the name most tools print, or by number.
fn algorithm(oid: &ObjectIdentifier) -> String {
    if *oid == SM2_WITH_SM3 {
        return "SM2-with-SM3".to_owned();
    }
    DB.by_oid(oid).map_or_else(|| oid.to_string(), str::to_owned)
}

pub(super) fn refusal(error: &x509_cert::der::Error) -> Refusal {
    if matches!(error.kind(), x509_cert::der::ErrorKind::Incomplete { .. }) {
        return Refusal::Truncated { part: PART.to_owned() };
    }
    ber::damaged(PART, error.to_string())
}
