//! A finding about an App's file as sentences.

use beian_inspect::Finding;
use beian_inspect::facts::Platform;
use beian_inspect::finding::Severity;

use super::{Told, inspect_name};
use crate::i18n::{Value, Words, beijing};

/// A finding in words.
pub(crate) fn inspect_finding(words: Words, finding: &Finding) -> Told {
    let facts = facts(words, finding);
    let args: Vec<(&str, Value<'_>)> =
        facts.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    let say = |part: &str| words.with(&format!("inspect-finding-{}-{part}", finding.code()), &args);
    Told { what: say("what"), why: say("why"), remedy: say("remedy"), ..Told::default() }
}

/// How grave it is, in words.
pub(crate) fn inspect_severity(words: Words, severity: Severity) -> String {
    inspect_name(words, "severity", &severity)
}

/// The facts as the sentences name them.
fn facts(words: Words, finding: &Finding) -> Vec<(&'static str, String)> {
    let day = |at: &chrono::DateTime<chrono::Utc>| words.date(beijing(*at).date_naive());
    match finding {
        Finding::Unsigned
        | Finding::StoreCopy
        | Finding::StoreSigned
        | Finding::PublicKeyDiffers
        | Finding::Debuggable
        | Finding::OnlyJar
        | Finding::UploadKey
        | Finding::NameMissing
        | Finding::IconMissing => Vec::new(),
        Finding::DebugCertificate { subject } => vec![("subject", subject.clone())],
        Finding::Development { subject } if subject.is_empty() => vec![("subject", String::new())],
        Finding::Development { subject } => vec![("subject", in_brackets(words, subject))],
        Finding::WrongPlatform { filed, found } => {
            vec![("filed", platforms(words, filed)), ("found", platforms(words, &[*found]))]
        }
        Finding::NameDiffers { filed, label } | Finding::NameNearly { filed, label } => {
            vec![("filed", filed.clone()), ("label", label.clone())]
        }
        Finding::NamePlaceholder { label } | Finding::NameEmoji { label } => vec![("label", label.clone())],
        Finding::PackageNameDiffers { filed, found, nearly: _ } => {
            vec![("filed", filed.clone()), ("found", found.clone())]
        }
        Finding::FingerprintShape { filed, wanted } | Finding::CertificateDiffers { filed, wanted } => {
            vec![("filed", filed.clone()), ("wanted", wanted.clone())]
        }
        Finding::FingerprintOtherDigest { digest, wanted_digest, wanted } => vec![
            ("digest", inspect_name(words, "digest", digest)),
            ("wanted-digest", inspect_name(words, "digest", wanted_digest)),
            ("wanted", wanted.clone()),
        ],
        Finding::FingerprintOther { whose, subject, wanted } => vec![
            ("whose", inspect_name(words, "whose", whose)),
            ("subject", subject.clone()),
            ("wanted", wanted.clone()),
        ],
        Finding::PublicKeyOther { whose, subject } => {
            vec![("whose", inspect_name(words, "whose", whose)), ("subject", subject.clone())]
        }
        Finding::FingerprintSeparated { wanted } | Finding::FingerprintCapitals { wanted } => {
            vec![("wanted", wanted.clone())]
        }
        Finding::Expired { until } | Finding::ProfileExpired { until } => vec![("until", day(until))],
        Finding::ExpiresSoon { until, days } => vec![("until", day(until)), ("days", days.to_string())],
        Finding::NotYetValid { from } => vec![("from", day(from))],
        Finding::SeveralSigners { count } => vec![("count", count.to_string())],
        Finding::SchemesDisagree { others } => {
            let others = others.iter().map(|dissent| inspect_name(words, "scheme", &dissent.scheme));
            vec![("others", joined(words, others))]
        }
        Finding::LimitedProfile { purpose } => vec![("purpose", inspect_name(words, "purpose", purpose))],
        Finding::Rotated { earlier } => vec![("earlier", earlier.to_string())],
        Finding::UnknownScheme { id } => vec![("id", id.clone())],
        Finding::WeakKey { bits } => vec![("bits", bits.to_string())],
        Finding::WeakSignature { algorithm } => vec![("algorithm", algorithm.clone())],
    }
}

fn platforms(words: Words, platforms: &[Platform]) -> String {
    joined(words, platforms.iter().map(|platform| inspect_name(words, "platform", platform)))
}

fn joined(words: Words, texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(words.pick("、", ", "))
}

fn in_brackets(words: Words, text: &str) -> String {
    format!("{}{text}{}", words.pick("（", " ("), words.pick("）", ")"))
}
