//! What the filing form of each platform asks for, and every other spelling.

use beian_inspect::facts::{Certificate, Facts, Platform};
use beian_inspect::spelling::{SpellingName, asked_by, spelling, spellings};

use super::{Group, Line};
use crate::i18n::Words;
use crate::say;

/// The platforms in the order of the form.
const PLATFORMS: [Platform; 3] = [Platform::Android, Platform::Ios, Platform::HarmonyOs];

/// The values the form asks for, platform by platform; a certificate that tells no platform may be for each.
pub(super) fn groups(words: Words, facts: &Facts) -> Vec<Group> {
    match facts.platform {
        Some(platform) => vec![group(words, facts, platform, words.t("inspect-asked-title"))],
        None => {
            let titled = |platform: Platform| {
                let name = say::inspect_name(words, "platform", &platform);
                words.with("inspect-asked-for", &[("platform", name.into())])
            };
            PLATFORMS.into_iter().map(|platform| group(words, facts, platform, titled(platform))).collect()
        }
    }
}

fn group(words: Words, facts: &Facts, platform: Platform, title: String) -> Group {
    let mut lines = Vec::new();
    if facts.platform.is_some() {
        let name = say::inspect_name(words, "platform", &platform);
        lines.push(Line::new(words.t("inspect-asked-platform"), name));
    }
    if let Some(app) = &facts.app {
        let label = match platform {
            Platform::Ios => "inspect-asked-bundle",
            Platform::Android | Platform::HarmonyOs => "inspect-asked-package",
        };
        lines.push(Line::new(words.t(label), &app.id));
    }
    if let Some(certificate) = facts.signing.counting() {
        let asked = asked_by(platform);
        // A key has one spelling that comes first; where two digests are taken, both are shown.
        let key = asked.public_key.iter().find_map(|name| line(words, certificate, *name));
        lines.extend(key);
        lines.extend(asked.fingerprint.iter().filter_map(|name| line(words, certificate, *name)));
    }
    Group { title, lines }
}

/// Every spelling of a certificate and its key.
pub(super) fn all(words: Words, certificate: &Certificate) -> Vec<Line> {
    let all = spellings(certificate).into_iter();
    all.map(|spelling| Line::new(label(words, spelling.name), spelling.value)).collect()
}

fn line(words: Words, certificate: &Certificate, name: SpellingName) -> Option<Line> {
    Some(Line::new(label(words, name), spelling(certificate, name)?))
}

fn label(words: Words, name: SpellingName) -> String {
    words.t(&format!("inspect-spelling-{}", name.slug()))
}
