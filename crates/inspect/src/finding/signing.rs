//! Findings about who signed: keys that are no release keys, ends of validity, schemes that disagree.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Dissent, Finding, is_package};
use crate::facts::{Certificate, Facts, KeyKind, Kind, Platform, Purpose, Scheme, Why};

/// From here on an end is near.
const SOON: TimeDelta = TimeDelta::days(90);
/// The least length of a key of numbers; NIST SP 800-131A, GM/T 0054.
const LEAST_BITS: u32 = 2_048;

pub(super) fn look(facts: &Facts, at: DateTime<Utc>, found: &mut Vec<Finding>) {
    let signing = &facts.signing;
    let counting = signing.counting();
    match (counting, signing.store_copy) {
        (None, true) => found.push(Finding::StoreCopy),
        (None, false) if is_package(facts.kind) => found.push(Finding::Unsigned),
        (Some(_), true) => found.push(Finding::StoreSigned),
        (None | Some(_), false) => {}
    }
    purpose(facts, counting, found);
    schemes(facts, found);
    if let Some(certificate) = counting {
        validity(certificate, at, found);
        strength(certificate, found);
    }
    if let Some(until) = signing.profile_until.filter(|until| *until < at) {
        found.push(Finding::ProfileExpired { until });
    }
    for id in &signing.unknown_schemes {
        found.push(Finding::UnknownScheme { id: format!("{id:#x}") });
    }
}

/// Keys and profiles that are not those of a release.
fn purpose(facts: &Facts, counting: Option<&Certificate>, found: &mut Vec<Finding>) {
    let subject = counting.map_or_else(String::new, |certificate| certificate.subject.clone());
    if facts.signing.purpose == Some(Purpose::Development) || is_development(&subject) {
        found.push(Finding::Development { subject });
    } else if is_debug(&subject) {
        found.push(Finding::DebugCertificate { subject });
    }
    if let Some(purpose @ (Purpose::AdHoc | Purpose::Enterprise)) = facts.signing.purpose {
        found.push(Finding::LimitedProfile { purpose });
    }
    if facts.kind == Kind::Aab && counting.is_some() {
        found.push(Finding::UploadKey);
    }
}

/// What the schemes say together.
fn schemes(facts: &Facts, found: &mut Vec<Finding>) {
    let signing = &facts.signing;
    let Some((index, why)) = signing.counts else { return };
    let Some(counting) = signing.signers.get(index) else { return };
    let is_android = matches!(facts.platform, Some(Platform::Android)) && facts.kind != Kind::Aab;
    if is_android && facts.app.is_some() && signing.signers.iter().all(|signer| signer.scheme == Scheme::Jar)
    {
        found.push(Finding::OnlyJar);
    }
    let same = signing.signers.iter().filter(|signer| signer.scheme == counting.scheme).count();
    match why {
        Why::FirstOfSeveral => found.push(Finding::SeveralSigners { count: same }),
        Why::Rotated => {
            let earlier = signing.signers.iter().map(|signer| signer.lineage.len()).max().unwrap_or(0);
            found.push(Finding::Rotated { earlier });
        }
        Why::NewestScheme => {
            let sha1 = |signer: &crate::facts::Signer| {
                signer.chain.first().map(|leaf| leaf.fingerprints.sha1.clone()).unwrap_or_default()
            };
            let wanted = sha1(counting);
            let others = signing.signers.iter().filter(|signer| sha1(signer) != wanted);
            let others = others.map(|signer| Dissent { scheme: signer.scheme, sha1: sha1(signer) });
            found.push(Finding::SchemesDisagree { others: others.collect() });
        }
        Why::Only | Why::AllAgree | Why::Leaf => {}
    }
}

fn validity(certificate: &Certificate, at: DateTime<Utc>, found: &mut Vec<Finding>) {
    let until = certificate.not_after;
    if at < certificate.not_before {
        found.push(Finding::NotYetValid { from: certificate.not_before });
    } else if until < at {
        found.push(Finding::Expired { until });
    } else if until - at < SOON {
        found.push(Finding::ExpiresSoon { until, days: (until - at).num_days() });
    }
}

fn strength(certificate: &Certificate, found: &mut Vec<Finding>) {
    if let KeyKind::Rsa { bits, .. } | KeyKind::Dsa { bits, .. } = certificate.key.kind
        && bits < LEAST_BITS
    {
        found.push(Finding::WeakKey { bits });
    }
    let algorithm = certificate.signature_algorithm.clone();
    if algorithm.to_ascii_lowercase().starts_with("md5") {
        found.push(Finding::WeakSignature { algorithm });
    }
}

/// The key that Android's tools make on every machine, and the one published with Android's sources.
fn is_debug(subject: &str) -> bool {
    let has = |part: &str| parts(subject).any(|found| found == part);
    has("CN=Android Debug")
        || (has("CN=Android") && has("O=Android") && subject.contains("android@android.com"))
}

/// The names under which Apple issues certificates for development.
fn is_development(subject: &str) -> bool {
    const STARTS: [&str; 3] = ["CN=Apple Development:", "CN=iPhone Developer:", "CN=Mac Developer:"];
    parts(subject).any(|part| STARTS.iter().any(|start| part.starts_with(start)))
}

fn parts(subject: &str) -> impl Iterator<Item = &str> {
    subject.split([',', '+']).map(str::trim)
}
