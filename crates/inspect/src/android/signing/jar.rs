//! JAR signing, Android's v1: signed data in `META-INF/`, each beside the list of digests it signs.

use crate::archive::{Archive, Entry};
use crate::facts::{Scheme, Signer};
use crate::keys::cms;
use crate::{Limits, Refusal};

const DIRECTORY: &str = "META-INF/";
/// Bytes of one signature: a chain and a few hundred bytes.
const SIGNATURE_MOST: usize = 128 << 10;
const KINDS: [&str; 3] = ["RSA", "DSA", "EC"];

/// Every signer, by the name of its file.
pub(in crate::android) fn signers(archive: &Archive<'_>, limits: &Limits) -> Result<Vec<Signer>, Refusal> {
    let mut signers = Vec::new();
    for entry in archive.under(DIRECTORY) {
        let Some(name) = signature(archive, &entry) else { continue };
        if signers.len() == limits.certificates {
            return Err(Refusal::TooMuch { part: DIRECTORY.to_owned(), most: limits.certificates as u64 });
        }
        let chain = cms::certificates(&archive.read(&entry, SIGNATURE_MOST)?)?;
        let (scheme, lineage) = (Scheme::Jar, Vec::new());
        signers.push(Signer { scheme, name, chain, lineage, from_system: None, to_system: None });
    }
    Ok(signers)
}

/// Name of the file, if it is a signature: without the list of digests beside it, it signs nothing.
fn signature(archive: &Archive<'_>, entry: &Entry<'_>) -> Option<String> {
    let name = std::str::from_utf8(entry.name).ok()?.strip_prefix(DIRECTORY)?;
    let (base, kind) = name.rsplit_once('.')?;
    let known = KINDS.iter().any(|known| known.eq_ignore_ascii_case(kind));
    let list = [".SF", ".sf"].iter().any(|kind| archive.find(&format!("{DIRECTORY}{base}{kind}")).is_some());
    (known && list && !name.contains('/')).then(|| name.to_owned())
}
