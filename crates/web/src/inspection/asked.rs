//! What the filing form of each platform asks for, and every other spelling.

use beian_inspect::facts::{Certificate, Facts, Platform};
use beian_inspect::spelling;

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
        let all = spelling::spellings(certificate);
        let asked = spelling::asked_by(platform)
            .iter()
            .filter_map(|name| all.iter().find(|spelling| spelling.name == *name));
        lines.extend(asked.map(|spelling| line(words, spelling)));
    }
    Group { title, lines }
}

/// Every spelling of a certificate and its key.
pub(super) fn spellings(words: Words, certificate: &Certificate) -> Vec<Line> {
    spelling::spellings(certificate).iter().map(|spelling| line(words, spelling)).collect()
}

fn line(words: Words, spelling: &spelling::Spelling) -> Line {
    Line::new(say::inspect_name(words, "spelling", &spelling.name), &spelling.value)
}
