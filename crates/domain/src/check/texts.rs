//! Checks of any field by itself: answered, long enough, free of words.

use super::applied::Applied;
use super::registry::{Check, check};
use super::sight::Sight;
use crate::dossier::Seen;
use crate::finding::Finding;

pub(super) const CHECKS: &[Check] = &[
    check!("answered", answered; Field),
    check!("length-least", length_least; Field, Number),
    check!("length-most", length_most; Field, Number),
    check!("free-of-words", free_of_words; Field, Words),
    check!("encodable", encodable),
];

/// Looks at each field of the rule.
fn each<'d>(sight: &Sight<'d>, applied: &Applied<'_>, mut see: impl FnMut(Seen<'d>)) {
    for field in &applied.with().fields {
        sight.dossier.see(*field, &mut see);
    }
}

/// The field is answered.
fn answered(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    each(sight, applied, |seen| {
        if !seen.answered {
            // Pages list what is not answered yet apart from what is wrong.
            out.push(applied.finding(seen.path).with("code", "answer-missing"));
        }
    });
}

/// A text that is there has at least so many characters.
fn length_least(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(least) = applied.with().number else { return };
    each(sight, applied, |seen| {
        let length = seen.text.trim().chars().count();
        if seen.answered && length < least as usize {
            let finding = applied.finding(seen.path);
            out.push(finding.with("found", length.to_string()).with("expected", least.to_string()));
        }
    });
}

/// None of the words stands in the text.
fn free_of_words(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    each(sight, applied, |seen| {
        if let Some(word) = applied.word_in(seen.text) {
            out.push(applied.finding(seen.path).with("found", word));
        }
    });
}

/// A text has at most so many characters.
fn length_most(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.with().number else { return };
    each(sight, applied, |seen| {
        let length = seen.text.trim().chars().count();
        if length > most as usize {
            let finding = applied.finding(seen.path);
            out.push(finding.with("found", length.to_string()).with("expected", most.to_string()));
        }
    });
}

/// The authority's encoding (GBK) has every character.
fn encodable(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (field, character) in &sight.dossier.known.unencodable {
        // A field that no form has cannot be named; the gathering names only fields.
        let Ok(path) = crate::order::field::FieldPath::parse(field) else { continue };
        out.push(applied.finding(path).with("found", character).with("character", character));
    }
}
