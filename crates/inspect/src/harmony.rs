//! HarmonyOS: modules (`.hap`, `.hsp`), packages of them (`.app`) and profiles (`.p7b`).

mod block;
mod descriptor;
mod icon;
mod profile;
mod resources;

use crate::archive::{Archive, Entry, Method, Window};
use crate::facts::{App, Certificate, Scheme, Signing, Why};
use crate::keys::bare::signer;
use crate::{Limits, Refusal};

use block::Block;
use profile::Profile;

/// Holder of the certificate the store signs anew with: the developer's is gone from the block then.
const STORE_SIGNER: &str = "CN=HOS AppGallery Application Release";

/// What an archive is by its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Package {
    /// One module.
    Module,
    /// Several modules and a list of them.
    Modules,
}

/// Which HarmonyOS package this is; `None` for none.
pub(crate) fn package(archive: &Archive<'_>) -> Option<Package> {
    let is_module = descriptor::NAMES.iter().any(|name| archive.find(name).is_some());
    let has_code = || archive.find(descriptor::LIST).is_some() || archive.find(resources::NAME).is_some();
    if is_module && (has_code() || archive.under("ets/").next().is_some()) {
        return Some(Package::Module);
    }
    let modules = || archive.entries().any(|entry| is_module_name(&entry));
    (archive.find(descriptor::LIST).is_some() && modules()).then_some(Package::Modules)
}

/// Reads one module.
///
/// # Errors
/// [`Refusal::Incomplete`] without a bundle name, else what is wrong with a part.
pub(crate) fn module(archive: &Archive<'_>) -> Result<(App, Signing), Refusal> {
    let app = descriptor::module(archive)?;
    let signing = signing(block::read(archive)?, &archive.limits())?;
    Ok((app, signing))
}

/// Reads a package of modules: its list, its own signature, and its entry module.
///
/// # Errors
/// [`Refusal::Incomplete`] without a bundle name, else what is wrong with a part.
pub(crate) fn modules(archive: &Archive<'_>) -> Result<(App, Signing), Refusal> {
    let list = descriptor::list(archive)?;
    let own = signing(block::read(archive)?, &archive.limits())?;
    let Some(entry) = entry_module(archive, &list) else { return Ok((list.app, own)) };
    let (app, inner) = match inside(archive, &entry) {
        Ok(read) => read,
        // Packed so that it would have to be unpacked as a whole: the list says what is most needed.
        Err(Refusal::TooMuch { .. }) => return Ok((list.app, own)),
        Err(other) => return Err(other),
    };
    Ok((app, if own.signers.is_empty() { inner } else { own }))
}

/// Reads a profile on its own.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn bare_profile(bytes: &[u8], limits: &Limits) -> Result<(App, Signing), Refusal> {
    let profile = profile::read(bytes, limits)?;
    let app = App { id: profile.bundle_name.clone().unwrap_or_default(), ..App::default() };
    let block = Block { chain: Vec::new(), profile: Some(bytes.to_vec()), unknown: Vec::new() };
    Ok((app, signing(Some(block), limits)?))
}

/// Whether what is signed is a HarmonyOS profile.
pub(crate) fn is_profile(content: &[u8]) -> bool {
    profile::is_likely(content)
}

fn is_module_name(entry: &Entry<'_>) -> bool {
    entry.name.ends_with(b".hap") && !entry.name.contains(&b'/')
}

/// The module that starts the App, else the first.
fn entry_module<'a>(archive: &'a Archive<'_>, list: &descriptor::List) -> Option<Entry<'a>> {
    let named = list.entry.as_ref().and_then(|name| archive.find(&format!("{name}.hap")));
    named.or_else(|| archive.entries().find(is_module_name))
}

fn inside(archive: &Archive<'_>, entry: &Entry<'_>) -> Result<(App, Signing), Refusal> {
    let limits = archive.limits();
    let place = archive.place(entry)?;
    let read = |opened: Option<Archive<'_>>| match opened {
        Some(inner) => module(&inner),
        None => Err(Refusal::Damaged { part: entry.shown(), what: "no archive".to_owned() }),
    };
    if place.method == Method::Stored {
        return read(Archive::open(&Window::new(archive.source(), place.start, place.size), limits)?);
    }
    read(Archive::open(&archive.read(entry, limits.entry)?, limits)?)
}

fn signing(block: Option<Block>, limits: &Limits) -> Result<Signing, Refusal> {
    let Some(block) = block else { return Ok(Signing::default()) };
    let profile = block.profile.map(|bytes| profile::read(&bytes, limits)).transpose()?;
    let mut signing = Signing { unknown_schemes: block.unknown, ..Signing::default() };
    if !block.chain.is_empty() {
        signing.store_copy = block.chain.first().is_some_and(is_of_store);
        signing.signers.push(signer(Scheme::HarmonyBlock, String::new(), block.chain));
    }
    if let Some(Profile { certificate, team, until, purpose, .. }) = profile {
        signing.purpose = Some(purpose);
        signing.profile_until = until;
        signing.team = team.map(|number| (number, String::new()));
        signing.signers.extend(certificate.map(|one| signer(Scheme::Profile, String::new(), vec![one])));
    }
    signing.counts = counts(&signing);
    Ok(signing)
}

/// The leaf of the block; else what the profile names. The store's own counts never.
fn counts(signing: &Signing) -> Option<(usize, Why)> {
    match signing.signers.as_slice() {
        [] => None,
        [_] if signing.store_copy => None,
        [one] => Some((0, if one.chain.len() == 1 { Why::Only } else { Why::Leaf })),
        [_, _, ..] if signing.store_copy => Some((1, Why::Only)),
        [block, profile, ..] if block.chain.first() == profile.chain.first() => Some((0, Why::AllAgree)),
        [_, _, ..] => Some((0, Why::Leaf)),
    }
}

fn is_of_store(certificate: &Certificate) -> bool {
    certificate.subject.split(',').any(|part| part == STORE_SIGNER)
}
