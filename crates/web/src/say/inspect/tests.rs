//! Every member of every list of `beian-inspect` has its words, and no sentence has a gap.

use beian_inspect::facts::{Kind, Platform, Purpose, Scheme, Why};
use beian_inspect::finding::{Digest, Dissent, Severity, Whose};
use beian_inspect::{Finding, Likeness, Refusal, Trick};
use chrono::{TimeZone as _, Utc};

use super::*;
use crate::i18n::Lang;

fn in_both_languages(say: impl Fn(Words) -> String) {
    for lang in Lang::ALL {
        let said = say(Words::new(lang));
        assert!(!said.is_empty() && !said.contains(['{', '}']), "{said}");
    }
}

fn named<T: Serialize>(list: &str, members: &[T]) {
    for member in members {
        in_both_languages(|words| inspect_name(words, list, member));
    }
}

#[test]
fn every_member_of_every_list_has_a_name() {
    use Kind as K;
    use Scheme as S;
    named("platform", &[Platform::Android, Platform::Ios, Platform::HarmonyOs]);
    named("kind", &[K::Apk, K::Aab, K::ApkBundle, K::Ipa, K::Hap, K::HarmonyApp, K::AppleProfile]);
    named("kind", &[K::HarmonyProfile, K::Certificates, K::Pkcs12, K::Jks]);
    named("scheme", &[S::Jar, S::V2, S::V3, S::V31, S::CodeSignature, S::Profile, S::HarmonyBlock]);
    named("scheme", &[S::Bare, S::Keystore]);
    named(
        "why",
        &[Why::Only, Why::AllAgree, Why::NewestScheme, Why::Rotated, Why::Leaf, Why::FirstOfSeveral],
    );
    named("purpose", &[Purpose::Development, Purpose::AdHoc, Purpose::Enterprise, Purpose::Distribution]);
    named("digest", &[Digest::Md5, Digest::Sha1, Digest::Sha256]);
    named("whose", &[Whose::Issuer, Whose::Earlier, Whose::OtherSigner]);
    named("severity", &[Severity::Block, Severity::Warn, Severity::Info]);
}

#[test]
fn every_refusal_says_what_it_is_and_what_to_bring() {
    use Likeness as L;
    let part = || "classes.dex".to_owned();
    let likenesses = [
        L::Empty,
        L::Archive,
        L::OtherArchive,
        L::Picture,
        L::Document,
        L::Program,
        L::DiskImage,
        L::WebPage,
        L::Text,
        L::PrivateKey,
        L::CertificateRequest,
        L::Unknown,
    ];
    let tricks = [
        Trick::DuplicateName,
        Trick::Overlap,
        Trick::Escape,
        Trick::Bomb,
        Trick::Length,
        Trick::Depth,
        Trick::NameMismatch,
    ];
    let mut all = vec![
        Refusal::Encrypted { part: part() },
        Refusal::Truncated { part: part() },
        Refusal::Damaged { part: part(), what: "a length of 7".to_owned() },
        Refusal::Incomplete { part: part() },
        Refusal::TooMuch { part: part(), most: 4 << 30 },
        Refusal::TooMuch { part: part(), most: 64 },
        Refusal::UnknownScheme { id: 0x1234 },
        Refusal::PasswordNeeded,
        Refusal::PasswordWrong,
        Refusal::Unreadable { what: "gone".to_owned() },
    ];
    all.extend(likenesses.map(|looks_like| Refusal::NotAPackage { looks_like }));
    all.extend(tricks.map(|trick| Refusal::Hostile { trick, part: part() }));
    for refusal in all {
        in_both_languages(|words| inspect_refusal(words, &refusal).what);
        in_both_languages(|words| inspect_refusal(words, &refusal).remedy);
    }
}

#[test]
fn every_finding_says_what_why_and_what_to_do() {
    let said: Vec<&str> = findings().iter().map(Finding::code).collect();
    let known: Vec<&str> = Finding::ALL.iter().map(|(code, _)| *code).collect();
    assert_eq!(said, known, "a finding is missing here");
    for finding in findings() {
        in_both_languages(|words| inspect_finding(words, &finding).what);
        in_both_languages(|words| inspect_finding(words, &finding).why);
        in_both_languages(|words| inspect_finding(words, &finding).remedy);
    }
}

/// One of each, in the order of the list.
fn findings() -> Vec<Finding> {
    let text = || "cn.example.tea".to_owned();
    let (subject, filed, found, label, wanted) = (text, text, text, text, text);
    let at = Utc.with_ymd_and_hms(2026, 11, 26, 0, 0, 0).single().unwrap();
    let whose = Whose::Issuer;
    let dissent = Dissent { scheme: Scheme::Jar, sha1: text() };
    vec![
        Finding::Unsigned,
        Finding::StoreCopy,
        Finding::DebugCertificate { subject: subject() },
        Finding::Development { subject: subject() },
        Finding::WrongPlatform { filed: vec![Platform::Ios], found: Platform::Android },
        Finding::NameDiffers { filed: filed(), label: label() },
        Finding::PackageNameDiffers { filed: filed(), found: found(), nearly: false },
        Finding::FingerprintShape { filed: filed(), wanted: wanted() },
        Finding::FingerprintOtherDigest {
            digest: Digest::Sha1,
            wanted_digest: Digest::Md5,
            wanted: wanted(),
        },
        Finding::FingerprintOther { whose, subject: subject(), wanted: wanted() },
        Finding::CertificateDiffers { filed: filed(), wanted: wanted() },
        Finding::PublicKeyOther { whose, subject: subject() },
        Finding::PublicKeyDiffers,
        Finding::FingerprintSeparated { wanted: wanted() },
        Finding::NameNearly { filed: filed(), label: label() },
        Finding::Debuggable,
        Finding::Expired { until: at },
        Finding::ExpiresSoon { until: at, days: 12 },
        Finding::NotYetValid { from: at },
        Finding::ProfileExpired { until: at },
        Finding::OnlyJar,
        Finding::SeveralSigners { count: 2 },
        Finding::SchemesDisagree { others: vec![dissent] },
        Finding::StoreSigned,
        Finding::UploadKey,
        Finding::NameMissing,
        Finding::NamePlaceholder { label: label() },
        Finding::NameEmoji { label: label() },
        Finding::IconMissing,
        Finding::FingerprintCapitals { wanted: wanted() },
        Finding::LimitedProfile { purpose: Purpose::AdHoc },
        Finding::Rotated { earlier: 1 },
        Finding::UnknownScheme { id: text() },
        Finding::WeakKey { bits: 1_024 },
        Finding::WeakSignature { algorithm: text() },
    ]
}
