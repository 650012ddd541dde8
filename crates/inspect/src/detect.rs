//! What a file is, by its content; the name that came with it says nothing.

mod likeness;

use crate::archive::Archive;
use crate::keys::{cms, jks, pem, pkcs12};
use crate::refusal::Likeness;
use crate::{Limits, Refusal, Source, android, apple, harmony};

/// A file that has been recognised, as far as it is open.
pub(crate) enum Found<'s> {
    /// Android package.
    Apk(Archive<'s>),
    /// Android App Bundle.
    AppBundle(Archive<'s>),
    /// Archive of APKs.
    ApkBundle(Archive<'s>),
    /// iOS package, and the directory of its App.
    Ipa(Archive<'s>, String),
    /// HarmonyOS module.
    Module(Archive<'s>),
    /// HarmonyOS package of modules.
    Modules(Archive<'s>),
    /// iOS profile.
    AppleProfile(Vec<u8>),
    /// HarmonyOS profile.
    HarmonyProfile(Vec<u8>),
    /// Certificates in any spelling.
    Certificates(Vec<u8>),
    /// PKCS#12.
    Pkcs12(Vec<u8>),
    /// Java keystore.
    Jks(Vec<u8>),
}

/// Bytes at the beginning that are looked at.
const HEAD: usize = 4096;
const LOCAL: &[u8] = b"PK\x03\x04";
const SEQUENCE: u8 = 0x30;
/// Entries of archives that are no packages, though one may take them for that.
const DOCUMENTS: [&str; 2] = ["[Content_Types].xml", "mimetype"];
/// A library for Android Studio (AAR): a manifest as text, and the code of which an App is only made.
const LIBRARY: &str = "classes.jar";

/// Recognises a file.
pub(crate) fn detect(source: &dyn Source, limits: Limits) -> Result<Found<'_>, Refusal> {
    let mut head = vec![0; usize::try_from(source.len()).map_or(HEAD, |len| len.min(HEAD))];
    source.read_at(0, &mut head).map_err(|error| Refusal::Unreadable { what: error.to_string() })?;
    if source.len() > limits.file {
        return Err(Refusal::TooMuch { part: "file".to_owned(), most: limits.file });
    }
    if let Some(kind) = keys(source, &head, limits)? {
        return Ok(kind);
    }
    if !head.starts_with(LOCAL)
        && let Some(looks_like) = likeness::of(source, &head)?
    {
        return Err(Refusal::NotAPackage { looks_like });
    }
    match Archive::open(source, limits)? {
        Some(archive) => opened(archive),
        None if head.starts_with(LOCAL) => Err(Refusal::Truncated { part: "archive".to_owned() }),
        None => Err(Refusal::NotAPackage { looks_like: likeness::text(&head) }),
    }
}

fn opened(archive: Archive<'_>) -> Result<Found<'_>, Refusal> {
    let has = |name: &str| archive.find(name).is_some();
    if android::is_app_bundle(&archive) {
        return Ok(Found::AppBundle(archive));
    }
    if android::is_apk(&archive) && !has(LIBRARY) {
        return Ok(Found::Apk(archive));
    }
    if let Some(directory) = apple::app_directory(&archive)? {
        return Ok(Found::Ipa(archive, directory));
    }
    match harmony::package(&archive) {
        Some(harmony::Package::Module) => return Ok(Found::Module(archive)),
        Some(harmony::Package::Modules) => return Ok(Found::Modules(archive)),
        None => {}
    }
    if android::is_bundle(&archive) {
        return Ok(Found::ApkBundle(archive));
    }
    let document = DOCUMENTS.iter().any(|name| has(name));
    let looks_like = if document { Likeness::Document } else { Likeness::Archive };
    Err(Refusal::NotAPackage { looks_like })
}

/// Certificates and keystores, which are read as a whole.
fn keys<'s>(source: &dyn Source, head: &[u8], limits: Limits) -> Result<Option<Found<'s>>, Refusal> {
    let der = head.first() == Some(&SEQUENCE);
    let store = head.starts_with(&jks::MAGIC.to_be_bytes()) || head.starts_with(&jks::JCEKS.to_be_bytes());
    if !der && !store && !pem::is_likely(head) {
        return Ok(None);
    }
    let length = usize::try_from(source.len()).ok().filter(|&length| length <= limits.entry);
    let length =
        length.ok_or_else(|| Refusal::TooMuch { part: "file".to_owned(), most: limits.entry as u64 })?;
    let mut all = vec![0; length];
    source.read_at(0, &mut all).map_err(|error| Refusal::Unreadable { what: error.to_string() })?;
    if store {
        Ok(Some(Found::Jks(all)))
    } else if der && pkcs12::is_likely(&all) {
        Ok(Some(Found::Pkcs12(all)))
    } else if der && cms::is_likely(&all) {
        signed(all).map(Some)
    } else {
        Ok(Some(Found::Certificates(all)))
    }
}

/// Signed data is a profile by what it holds; without that it is a bag of certificates.
fn signed<'s>(bytes: Vec<u8>) -> Result<Found<'s>, Refusal> {
    let content = cms::read(&bytes)?.content.unwrap_or_default();
    Ok(if apple::is_profile(&content) {
        Found::AppleProfile(bytes)
    } else if harmony::is_profile(&content) {
        Found::HarmonyProfile(bytes)
    } else {
        Found::Certificates(bytes)
    })
}
