//! Certificates without a package: DER, PEM, PKCS#7, one or a chain.

use super::ber::{self, Values};
use super::certificate::{self, Read};
use super::{chain, cms, pem};
use crate::facts::{Certificate, Scheme, Signer, Signing, Why};
use crate::refusal::Likeness;
use crate::{Limits, Refusal};

const PART: &str = "certificate";

/// Reads certificates in any of their spellings: several chains are several signers.
///
/// # Errors
/// [`Refusal::NotAPackage`] for a private key or a request alone, [`Refusal::Incomplete`] when there is no certificate
/// in it, else as [`certificate::read`] and [`cms::read`].
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Signing, Refusal> {
    super::bounded(bytes, PART)?;
    let chains = if bytes.first() == Some(&ber::SEQUENCE) {
        from_der(bytes, limits)?
    } else {
        from_pem(bytes, limits)?
    };
    if chains.is_empty() {
        return Err(Refusal::Incomplete { part: PART.to_owned() });
    }
    Ok(signing(chains, Scheme::Bare))
}

/// Each chain as a signer; the first counts.
pub(crate) fn signing(chains: Vec<Vec<Certificate>>, scheme: Scheme) -> Signing {
    let why = match chains.as_slice() {
        [] => None,
        [only] if only.len() == 1 => Some(Why::Only),
        [_] => Some(Why::Leaf),
        [_, _, ..] => Some(Why::FirstOfSeveral),
    };
    let signers = chains.into_iter().map(|chain| signer(scheme, String::new(), chain)).collect();
    Signing { signers, counts: why.map(|why| (0, why)), ..Signing::default() }
}

/// A signer with a chain and nothing else.
pub(crate) fn signer(scheme: Scheme, name: String, chain: Vec<Certificate>) -> Signer {
    Signer { scheme, name, chain, lineage: Vec::new(), from_system: None, to_system: None }
}

/// What else a DER file of keys may be that is no certificate.
pub(crate) fn other_der(bytes: &[u8]) -> Option<Likeness> {
    const OCTETS_OR_NUMBER: [u8; 2] = [ber::OCTETS, ber::INTEGER];
    let look = || -> Result<Option<Likeness>, Refusal> {
        let mut parts = Values::new(bytes, PART).expect(ber::SEQUENCE)?.values();
        let first = parts.one()?;
        let second = parts.one()?;
        Ok(match (first.tag, second.tag) {
            // PKCS#1 and SEC 1: version, then a number or the key. PKCS#8: version, algorithm, the key.
            (ber::INTEGER, tag) if OCTETS_OR_NUMBER.contains(&tag) => Some(Likeness::PrivateKey),
            (ber::INTEGER, ber::SEQUENCE) if parts.expect(ber::OCTETS).is_ok() => Some(Likeness::PrivateKey),
            // PKCS#8, encrypted: algorithm, then bytes.
            (ber::SEQUENCE, ber::OCTETS) => Some(Likeness::PrivateKey),
            // A request: version, name, key; then an algorithm.
            (ber::SEQUENCE, ber::SEQUENCE) => {
                let mut inner = first.values();
                inner.expect(ber::INTEGER)?;
                inner.expect(ber::SEQUENCE)?;
                let key = inner.expect(ber::SEQUENCE)?.values().one()?;
                (key.tag == ber::SEQUENCE).then_some(Likeness::CertificateRequest)
            }
            _ => None,
        })
    };
    look().ok().flatten()
}

fn from_der(bytes: &[u8], limits: &Limits) -> Result<Vec<Vec<Certificate>>, Refusal> {
    if cms::is_likely(bytes) {
        return cms::read(bytes).map(|signed| signed.chains);
    }
    if let Some(looks_like) = other_der(bytes) {
        return Err(Refusal::NotAPackage { looks_like });
    }
    let mut all = Vec::new();
    for value in Values::new(bytes, PART) {
        add(&mut all, value?.whole, limits)?;
    }
    Ok(chain::chains(all))
}

fn from_pem(text: &[u8], limits: &Limits) -> Result<Vec<Vec<Certificate>>, Refusal> {
    let mut all = Vec::new();
    let mut other = None;
    for block in pem::blocks(text, limits.certificates)? {
        match block.label.as_str() {
            "CERTIFICATE" | "X509 CERTIFICATE" | "TRUSTED CERTIFICATE" => {
                // A trusted one of OpenSSL goes on with what it is trusted for.
                let value = Values::new(&block.der, PART).expect(ber::SEQUENCE)?;
                add(&mut all, value.whole, limits)?;
            }
            "PKCS7" | "PKCS #7 SIGNED DATA" | "CMS" => {
                for one in cms::read(&block.der)?.chains.iter().flatten() {
                    add(&mut all, &one.der, limits)?;
                }
            }
            "CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST" => other = Some(Likeness::CertificateRequest),
            label if label.ends_with("PRIVATE KEY") => other = other.or(Some(Likeness::PrivateKey)),
            _ => {}
        }
    }
    match other {
        Some(looks_like) if all.is_empty() => Err(Refusal::NotAPackage { looks_like }),
        Some(_) | None => Ok(chain::chains(all)),
    }
}

fn add(all: &mut Vec<Read>, der: &[u8], limits: &Limits) -> Result<(), Refusal> {
    if all.len() == limits.certificates {
        return Err(Refusal::TooMuch { part: PART.to_owned(), most: limits.certificates as u64 });
    }
    all.push(certificate::read_whole(der)?);
    Ok(())
}
