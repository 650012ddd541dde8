//! Signers of APK Signature Scheme v2, v3 and v3.1: their chains, for which systems they speak, and their lineage.

use super::block::{PART, Pair, V2};
use crate::bytes::Bytes;
use crate::facts::{Certificate, Scheme, Signer};
use crate::keys::{certificate, public_key};
use crate::{Limits, Refusal};

/// Attribute with the certificates of a rotation.
const LINEAGE: u32 = 0x3ba0_6f8c;

/// Reads every signer of one scheme.
pub(super) fn signers(pair: &Pair, scheme: Scheme, limits: &Limits) -> Result<Vec<Signer>, Refusal> {
    let mut all = Bytes::new(&pair.value, PART).sized()?;
    let mut signers = Vec::new();
    while !all.is_empty() {
        if signers.len() == limits.certificates {
            return Err(Refusal::TooMuch { part: PART.to_owned(), most: limits.certificates as u64 });
        }
        signers.push(signer(all.sized()?, pair.id, scheme, limits)?);
    }
    if signers.is_empty() {
        return Err(all.damaged("a scheme without signers"));
    }
    Ok(signers)
}

fn signer(mut bytes: Bytes<'_>, id: u32, scheme: Scheme, limits: &Limits) -> Result<Signer, Refusal> {
    let mut signed = bytes.sized()?;
    signed.sized()?;
    let chain = chain(signed.sized()?, limits)?;
    let mut range = (None, None);
    if id != V2 {
        range = (Some(signed.u32()?), Some(signed.u32()?));
        if range != (Some(bytes.u32()?), Some(bytes.u32()?)) {
            return Err(bytes.damaged("systems that differ inside and outside of what is signed"));
        }
    }
    let mut lineage = Vec::new();
    let mut attributes = signed.sized()?;
    while !attributes.is_empty() {
        let mut attribute = attributes.sized()?;
        if attribute.u32()? == LINEAGE && id != V2 {
            lineage = self::lineage(attribute, limits)?;
        }
    }
    bytes.sized()?;
    let key = bytes.sized()?.rest();
    let first = chain.first().ok_or_else(|| bytes.damaged("a signer without a certificate"))?;
    if key != first.key.der && public_key::read(key.to_vec())?.kind != first.key.kind {
        return Err(bytes.damaged("the signer's key is not that of its certificate"));
    }
    // The last of a lineage is the present certificate; in v3 under v3.1 it is the one before the rotation.
    if lineage.last().is_some_and(|last| last.der == first.der) {
        lineage.pop();
    } else if !lineage.is_empty() {
        return Err(bytes.damaged("a lineage that does not end with the signer"));
    }
    let (from_system, to_system) = range;
    Ok(Signer { scheme, name: String::new(), chain, lineage, from_system, to_system: bounded(to_system) })
}

/// The highest system; the largest number there is means all later ones.
fn bounded(system: Option<u32>) -> Option<u32> {
    system.filter(|&system| system < i32::MAX.unsigned_abs())
}

fn chain(mut bytes: Bytes<'_>, limits: &Limits) -> Result<Vec<Certificate>, Refusal> {
    let mut chain = Vec::new();
    while !bytes.is_empty() {
        if chain.len() == limits.certificates {
            return Err(Refusal::TooMuch { part: PART.to_owned(), most: limits.certificates as u64 });
        }
        chain.push(certificate::read(bytes.sized()?.rest())?);
    }
    Ok(chain)
}

/// The certificates of a proof of rotation, the oldest first.
fn lineage(mut bytes: Bytes<'_>, limits: &Limits) -> Result<Vec<Certificate>, Refusal> {
    bytes.u32()?;
    let mut lineage = Vec::new();
    while !bytes.is_empty() {
        if lineage.len() == limits.certificates {
            return Err(Refusal::TooMuch { part: PART.to_owned(), most: limits.certificates as u64 });
        }
        let mut node = bytes.sized()?;
        let mut signed = node.sized()?;
        lineage.push(certificate::read(signed.sized()?.rest())?);
    }
    Ok(lineage)
}
