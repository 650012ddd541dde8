//! What the filing form of each platform asks for, and every other spelling.

use beian_inspect::facts::{Certificate, Facts, Platform, Signing};
use beian_inspect::spelling::{SpellingName, asked_by, spelling, spellings};

use super::{Group, Line};
use crate::i18n::Words;
use crate::say;

/// The platforms in the order of the form.
const PLATFORMS: [Platform; 3] = [Platform::Android, Platform::Ios, Platform::HarmonyOs];

/// The values the form asks for. A certificate that tells no platform may be for each of them.
pub(super) fn group(words: Words, facts: &Facts) -> Group {
    let mut lines = Vec::new();
    if let Some(platform) = facts.platform {
        let name = say::inspect_name(words, "platform", &platform);
        lines.push(Line::new(words.t("inspect-asked-platform"), name));
        let id = facts.app.as_ref().map(|app| app.id.as_str()).filter(|id| !id.is_empty());
        let label = match platform {
            Platform::Ios => "inspect-asked-bundle",
            Platform::Android | Platform::HarmonyOs => "inspect-asked-package",
        };
        lines.extend(id.map(|id| Line::copied(words.t(label), id)));
    }
    if let Some(certificate) = facts.signing.counting() {
        let platforms = facts.platform.map_or_else(|| PLATFORMS.to_vec(), |platform| vec![platform]);
        // A key has one spelling that comes first; where two digests are taken, both are shown.
        let mut key = platforms.iter().flat_map(|platform| asked_by(*platform).public_key);
        lines.extend(key.find_map(|name| line(words, certificate, *name)));
        lines.extend(fingerprints(words, certificate, &platforms));
    }
    Group { title: words.t("inspect-asked-title"), lines }
}

/// Each fingerprint once; with the platforms that take it, where there are several.
fn fingerprints(words: Words, certificate: &Certificate, platforms: &[Platform]) -> Vec<Line> {
    let mut names: Vec<SpellingName> = Vec::new();
    for name in platforms.iter().flat_map(|platform| asked_by(*platform).fingerprint) {
        if !names.contains(name) {
            names.push(*name);
        }
    }
    let told = |name: SpellingName| {
        let mut line = line(words, certificate, name)?;
        if platforms.len() > 1 {
            let takers = platforms.iter().filter(|platform| asked_by(**platform).fingerprint.contains(&name));
            let takers: Vec<String> =
                takers.map(|platform| say::inspect_name(words, "platform", platform)).collect();
            let takers = takers.join(words.pick("、", ", "));
            let args = [("spelling", line.label.into()), ("platforms", takers.into())];
            line.label = words.with("inspect-asked-for", &args);
        }
        Some(line)
    };
    names.into_iter().filter_map(told).collect()
}

/// From which certificate the values are and why; or that there is none.
pub(super) fn why(words: Words, signing: &Signing) -> String {
    let (Some(certificate), Some((_, why))) = (signing.counting(), signing.counts) else {
        return words.t("inspect-asked-none");
    };
    let why = say::inspect_name(words, "why", &why);
    words.with("inspect-asked-from", &[("subject", certificate.subject.as_str().into()), ("why", why.into())])
}

/// Every spelling of a certificate and its key.
pub(super) fn all(words: Words, certificate: &Certificate) -> Vec<Line> {
    let all = spellings(certificate).into_iter();
    all.map(|spelling| Line::copied(label(words, spelling.name), spelling.value)).collect()
}

fn line(words: Words, certificate: &Certificate, name: SpellingName) -> Option<Line> {
    Some(Line::copied(label(words, name), spelling(certificate, name)?))
}

fn label(words: Words, name: SpellingName) -> String {
    words.t(&format!("inspect-spelling-{}", name.slug()))
}
