//! Java's own keystore (JKS): entries in the clear, sealed with a digest that starts from the password.
//!
//! Written by `keytool` before Java 9, and by Android Studio until 2019. Its certificates are not encrypted, so they
//! are read without a password too; with one, the seal is checked.

use sha1::{Digest, Sha1};

use super::bare::signer;
use super::certificate;
use crate::facts::{Certificate, Scheme, Signer, Signing, Why};
use crate::{Limits, Refusal};

const PART: &str = "keystore";

/// First bytes of a JKS.
pub(crate) const MAGIC: u32 = 0xfeed_feed;
/// First bytes of a JCEKS, whose other entries are encrypted Java objects; not read.
pub(crate) const JCEKS: u32 = 0xcece_cece;

/// What the digest starts with, after the password.
const SALT: &[u8] = b"Mighty Aphrodite";
const DIGEST: usize = 20;

const KEY: u32 = 1;
const TRUSTED: u32 = 2;

/// Reads every entry, keys before certificates that are merely trusted.
///
/// # Errors
/// [`Refusal::PasswordWrong`], [`Refusal::UnknownScheme`] for a JCEKS, [`Refusal::Truncated`], [`Refusal::Damaged`],
/// [`Refusal::TooMuch`], [`Refusal::Incomplete`] when it is empty.
pub(crate) fn read(bytes: &[u8], password: Option<&str>, limits: &Limits) -> Result<Signing, Refusal> {
    super::bounded(bytes, PART)?;
    let (body, digest) =
        bytes.len().checked_sub(DIGEST).map(|at| bytes.split_at(at)).ok_or_else(truncated)?;
    let mut reader = Reader { rest: body };
    match reader.u32()? {
        MAGIC => {}
        JCEKS => return Err(Refusal::UnknownScheme { id: JCEKS }),
        other => return Err(damaged(format!("starts with {other:#x}"))),
    }
    let version = reader.u32()?;
    if version != 1 && version != 2 {
        return Err(damaged(format!("version {version}")));
    }
    let (keys, trusted) = entries(&mut reader, version, limits)?;
    if !reader.rest.is_empty() {
        return Err(damaged("bytes after the last entry".to_owned()));
    }
    if password.is_some_and(|password| seal(body, password) != digest) {
        return Err(Refusal::PasswordWrong);
    }
    let why = match (keys.len(), trusted.len()) {
        (0, 0) => return Err(Refusal::Incomplete { part: "certificate".to_owned() }),
        (1, _) | (0, 1) => Why::Only,
        (_, _) => Why::FirstOfSeveral,
    };
    let signers = keys.into_iter().chain(trusted).collect();
    Ok(Signing { signers, counts: Some((0, why)), ..Signing::default() })
}

fn seal(body: &[u8], password: &str) -> [u8; DIGEST] {
    let mut digest = Sha1::new();
    for unit in password.encode_utf16() {
        digest.update(unit.to_be_bytes());
    }
    digest.update(SALT);
    digest.update(body);
    digest.finalize().into()
}

type Entries = (Vec<Signer>, Vec<Signer>);

fn entries(reader: &mut Reader<'_>, version: u32, limits: &Limits) -> Result<Entries, Refusal> {
    let mut left = Left { certificates: limits.certificates, most: limits.certificates };
    let (mut keys, mut trusted) = (Vec::new(), Vec::new());
    for _ in 0..reader.u32()? {
        let kind = reader.u32()?;
        let alias = reader.text()?;
        reader.take(8)?; // when it was made
        match kind {
            KEY => {
                reader.block()?; // the key, encrypted
                let mut chain = Vec::new();
                for _ in 0..reader.u32()? {
                    chain.push(one_certificate(reader, version, &mut left)?);
                }
                keys.push(signer(Scheme::Keystore, alias, chain));
            }
            TRUSTED => {
                let chain = vec![one_certificate(reader, version, &mut left)?];
                trusted.push(signer(Scheme::Keystore, alias, chain));
            }
            other => return Err(damaged(format!("entry of kind {other}"))),
        }
    }
    // A key without a certificate says nothing.
    keys.retain(|entry| !entry.chain.is_empty());
    Ok((keys, trusted))
}

/// How many certificates may still come.
struct Left {
    certificates: usize,
    most: usize,
}

fn one_certificate(reader: &mut Reader<'_>, version: u32, left: &mut Left) -> Result<Certificate, Refusal> {
    left.certificates = left
        .certificates
        .checked_sub(1)
        .ok_or_else(|| Refusal::TooMuch { part: "certificate".to_owned(), most: left.most as u64 })?;
    if version == 2 {
        let kind = reader.text()?;
        if kind != "X.509" && kind != "X509" {
            return Err(damaged(format!("certificate of kind {kind}")));
        }
    }
    certificate::read(reader.block()?)
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], Refusal> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or_else(truncated)?;
        self.rest = rest;
        Ok(taken)
    }

    fn u32(&mut self) -> Result<u32, Refusal> {
        Ok(self.take(4)?.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
    }

    /// Bytes with their length before them.
    fn block(&mut self) -> Result<&'a [u8], Refusal> {
        let length = self.u32()?;
        self.take(usize::try_from(length).map_err(|_| truncated())?)
    }

    /// Java's own UTF-8 with its length before it; it differs from the common one only beyond the BMP.
    fn text(&mut self) -> Result<String, Refusal> {
        let length = self.take(2)?;
        let length = usize::from(length[0]) << 8 | usize::from(length[1]);
        Ok(String::from_utf8_lossy(self.take(length)?).into_owned())
    }
}

fn truncated() -> Refusal {
    Refusal::Truncated { part: PART.to_owned() }
}

fn damaged(what: String) -> Refusal {
    Refusal::Damaged { part: PART.to_owned(), what }
}
