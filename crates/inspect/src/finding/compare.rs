//! Findings about what was filed: name, package name, certificate and key held against the file's.

mod fingerprint;
mod key;

use super::{Expected, ExpectedPlatform, Finding, Whose};
use crate::facts::{Certificate, Facts};

pub(super) fn look(facts: &Facts, expected: &Expected, found: &mut Vec<Finding>) {
    if let Some(filed) = given(expected.name.as_ref()) {
        name(facts, filed, found);
    }
    let Some(entry) = entry_for(facts, expected) else {
        if let Some(platform) = facts.platform
            && !expected.platforms.is_empty()
        {
            let filed = expected.platforms.iter().filter_map(|entry| entry.platform).collect();
            found.push(Finding::WrongPlatform { filed, found: platform });
        }
        return;
    };
    if let (Some(filed), Some(app)) = (given(entry.package_name.as_ref()), &facts.app)
        && filed != app.id
    {
        let nearly = plain(filed) == plain(&app.id);
        found.push(Finding::PackageNameDiffers { filed: filed.to_owned(), found: app.id.clone(), nearly });
    }
    let Some(certificate) = facts.signing.counting() else { return };
    if let Some(filed) = given(entry.certificate_fingerprint.as_ref()) {
        let platform = facts.platform.or(entry.platform);
        found.extend(fingerprint::compare(facts, certificate, platform, filed));
    }
    if let Some(filed) = given(entry.public_key.as_ref()) {
        found.extend(key::compare(facts, certificate, filed));
    }
}

/// What was really typed; `None` for blanks.
fn given(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// The name may stand in the package in several languages: any of them will do.
fn name(facts: &Facts, filed: &str, found: &mut Vec<Finding>) {
    let Some(app) = &facts.app else { return };
    let mut names =
        app.label.iter().chain(app.labels.iter().map(|label| &label.text)).map(|name| name.trim());
    let Some(label) = app.label.as_deref().map(str::trim) else { return };
    if names.clone().any(|name| name == filed) {
        return;
    }
    let (filed_plain, filed) = (plain(filed), filed.to_owned());
    found.push(match names.find(|name| plain(name) == filed_plain) {
        Some(label) => Finding::NameNearly { filed, label: label.to_owned() },
        None => Finding::NameDiffers { filed, label: label.to_owned() },
    });
}

/// Without what people overlook: capitals, spaces, and the wide forms of Latin letters.
fn plain(text: &str) -> String {
    let narrow = |ch: char| match u32::from(ch) {
        code @ 0xff01..=0xff5e => char::from_u32(code - 0xfee0).unwrap_or(ch),
        _ => ch,
    };
    text.chars().filter(|ch| !ch.is_whitespace()).map(narrow).flat_map(char::to_lowercase).collect()
}

/// What was filed for this file's platform. Of several entries the one with its package name comes first, then
/// the first; a certificate that does not tell its platform may stand for any.
fn entry_for<'a>(facts: &Facts, expected: &'a Expected) -> Option<&'a ExpectedPlatform> {
    let fits = |entry: &&ExpectedPlatform| match (facts.platform, entry.platform) {
        (Some(found), Some(filed)) => found == filed,
        (None, _) | (_, None) => true,
    };
    let named = |entry: &&ExpectedPlatform| {
        let filed = given(entry.package_name.as_ref());
        facts.app.as_ref().is_some_and(|app| filed == Some(app.id.as_str()))
    };
    let signed = |entry: &&ExpectedPlatform| {
        let filed = given(entry.certificate_fingerprint.as_ref()).map(fingerprint::Typed::read);
        facts
            .signing
            .counting()
            .zip(filed)
            .is_some_and(|(counting, typed)| typed.digest_of(counting).is_some())
    };
    let entries = || expected.platforms.iter().filter(fits);
    entries().find(named).or_else(|| entries().find(signed)).or_else(|| entries().next())
}

/// Every other certificate in the file, with its relation to the one that counts.
fn others<'a>(facts: &'a Facts, counting: &'a Certificate) -> impl Iterator<Item = (Whose, &'a Certificate)> {
    let signing = &facts.signing;
    let index = signing.counts.map(|(index, _)| index);
    let all = signing.signers.iter().enumerate().flat_map(move |(place, signer)| {
        let chain = signer.chain.iter().enumerate().map(move |(depth, certificate)| {
            let whose = if depth > 0 && Some(place) == index { Whose::Issuer } else { Whose::OtherSigner };
            (whose, certificate)
        });
        let earlier = signer.lineage.iter().map(|certificate| (Whose::Earlier, certificate));
        earlier.chain(chain)
    });
    all.filter(move |(_, certificate)| certificate.der != counting.der)
}
