//! Names of Apps.

use super::{about, each};
use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::finding::Finding;
use crate::order::field::Field;

/// Whether a character is a picture.
fn is_emoji(character: char) -> bool {
    matches!(character, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// The name holds no emoji.
pub(super) fn no_emoji(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        if let Some(found) = name.chars().find(|character| is_emoji(*character)) {
            out.push(about(applied, offer).with("found", found));
        }
    }
}

/// What says nothing at the end of an App's name.
const TAILS: &[&str] = &["APP", "App", "app", "应用", "软件", "助手", "大全"];

/// The name is more than a word for what many Apps are.
pub(super) fn not_generic(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        let bare = TAILS.iter().find_map(|tail| name.strip_suffix(tail)).unwrap_or(name).trim_end();
        if applied.words.iter().copied().any(|word| bare == word) {
            out.push(about(applied, offer).with("found", name));
        }
    }
}

/// The App bears its name on every platform.
pub(super) fn on_platforms(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        for platform in &offer.service.platforms {
            let shown = platform.name.trim();
            if !shown.is_empty() && shown != name {
                let finding = applied.in_service(Field::ServicePlatforms, offer.n);
                out.push(finding.with("found", shown).with("expected", name));
            }
        }
    }
}
