//! Who signed an Android package, under every scheme, and whose certificate counts.

mod block;
mod jar;
mod scheme;

use crate::archive::Archive;
use crate::facts::{Scheme, Signer, Signing, Why};
use crate::{Limits, Refusal};

/// Reads the signers of all schemes.
pub(super) fn read(archive: &Archive<'_>, limits: &Limits) -> Result<Signing, Refusal> {
    let mut signing = Signing { signers: jar::signers(archive, limits)?, ..Signing::default() };
    let pairs = block::pairs(archive)?;
    for (id, scheme) in [(block::V2, Scheme::V2), (block::V3, Scheme::V3), (block::V31, Scheme::V31)] {
        if let Some(pair) = pairs.iter().find(|pair| pair.id == id) {
            signing.signers.extend(scheme::signers(pair, scheme, limits)?);
        }
    }
    let known = [block::V2, block::V3, block::V31];
    signing.unknown_schemes = pairs.iter().map(|pair| pair.id).filter(|id| !known.contains(id)).collect();
    if let ([], Some(&id)) = (signing.signers.as_slice(), signing.unknown_schemes.first()) {
        return Err(Refusal::UnknownScheme { id });
    }
    signing.counts = counts(&signing.signers);
    Ok(signing)
}

/// Reads JAR signatures only, which is all an App Bundle has.
pub(super) fn read_jar(archive: &Archive<'_>, limits: &Limits) -> Result<Signing, Refusal> {
    let signers = jar::signers(archive, limits)?;
    Ok(Signing { counts: counts(&signers), signers, ..Signing::default() })
}

/// The signer whose certificate counts: of the newest scheme, and there the one for the newest systems.
fn counts(signers: &[Signer]) -> Option<(usize, Why)> {
    let newest = signers.iter().map(|signer| signer.scheme).max()?;
    let of_newest = || signers.iter().enumerate().filter(|(_, signer)| signer.scheme == newest);
    // The first of equals: `max_by_key` gives the last.
    let (index, signer) = of_newest().rev().max_by_key(|(_, signer)| signer.to_system.unwrap_or(u32::MAX))?;
    let key =
        |signer: &Signer| signer.chain.first().map(|certificate| certificate.fingerprints.sha256.clone());
    let several =
        of_newest().any(|(_, other)| key(other) != key(signer) && other.to_system == signer.to_system);
    let why = if newest == Scheme::V31 || !signer.lineage.is_empty() {
        Why::Rotated
    } else if several {
        Why::FirstOfSeveral
    } else if signers.len() == 1 {
        Why::Only
    } else if signers.iter().all(|other| key(other) == key(signer)) {
        Why::AllAgree
    } else {
        Why::NewestScheme
    };
    Some((index, why))
}
