//! How a name is written: how long, with which characters, and that it is no domain.

use super::{about, each, is_hanzi};
use crate::check::applied::Applied;
use crate::check::sight::{Offer, Sight};
use crate::finding::Finding;
use crate::rulebook::TableKind;

/// The name has at least so many characters.
pub(super) fn length_least(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(least) = applied.number() else { return };
    for (offer, name) in each(sight, applied) {
        let length = name.chars().count();
        if length < least as usize {
            let finding = about(applied, offer).with("found", length.to_string());
            out.push(finding.with("expected", least.to_string()));
        }
    }
}

/// The name has at least so many Hanzi; one that is too short as a whole was told before.
pub(super) fn hanzi_least(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(least) = applied.number() else { return };
    for (offer, name) in each(sight, applied) {
        let hanzi = name.chars().filter(|character| is_hanzi(*character)).count();
        if hanzi < least as usize && hanzi > 0 && name.chars().count() >= least as usize {
            let finding = about(applied, offer).with("found", hanzi.to_string());
            out.push(finding.with("expected", least.to_string()));
        }
    }
}

/// The name has at most so many characters as is advised.
pub(super) fn length_advised(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.number() else { return };
    for (offer, name) in each(sight, applied) {
        let length = name.chars().count();
        if length > most as usize {
            let finding = about(applied, offer).with("found", length.to_string());
            out.push(finding.with("expected", most.to_string()));
        }
    }
}

/// The name is not digits only.
pub(super) fn not_digits(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        if name.chars().all(|c| c.is_numeric() && !is_hanzi(c)) {
            out.push(about(applied, offer));
        }
    }
}

fn letters_only(name: &str) -> bool {
    name.chars().all(|c| c == ' ' || (c.is_alphabetic() && !is_hanzi(c)))
}

/// The name is not letters only.
pub(super) fn not_letters(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        if letters_only(name) {
            out.push(about(applied, offer));
        }
    }
}

/// Where no English name is taken, the name has a Hanzi; letters alone were told before.
pub(super) fn not_english(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.asked.is_none() || applied.yes() {
        return;
    }
    for (offer, name) in each(sight, applied) {
        let latin = name.contains(|c: char| c.is_ascii_alphabetic()) && !name.contains(is_hanzi);
        if latin && !letters_only(name) {
            out.push(about(applied, offer));
        }
    }
}

/// What may stand in a name beside letters, Hanzi and digits.
const TAKEN: &str = "·（）() -";

/// The name holds no special characters; a domain is told apart.
pub(super) fn characters(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        let odd = |c: &char| !c.is_alphanumeric() && !TAKEN.contains(*c);
        if let Some(first) = name.chars().find(odd)
            && !is_domain(sight, offer, name)
        {
            out.push(about(applied, offer).with("found", first));
        }
    }
}

/// The name is no domain and holds none.
pub(super) fn no_domain(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        if is_domain(sight, offer, name) {
            out.push(about(applied, offer).with("found", name));
        }
    }
}

fn is_domain(sight: &Sight<'_>, offer: &Offer<'_>, name: &str) -> bool {
    let label = |domain: &str| domain.split('.').next().is_some_and(|label| label.eq_ignore_ascii_case(name));
    let own = || offer.registered.iter().flatten().any(|domain| label(domain.as_str()));
    name.match_indices('.').any(|(at, _)| ends(sight, &name[..at], &name[at + 1..]))
        || (name.is_ascii() && own())
}

/// Whether a dot stands between a label and an ending that is known.
fn ends(sight: &Sight<'_>, before: &str, after: &str) -> bool {
    let Some(first) = after.chars().next() else { return false };
    let stop = |c: char| if first.is_ascii() { !c.is_ascii_alphanumeric() } else { !is_hanzi(c) };
    let ending = after.split(stop).next().unwrap_or_default();
    let labelled = before.chars().next_back().is_some_and(char::is_alphanumeric);
    labelled && sight.rules.row(TableKind::Domains, &ending.to_ascii_lowercase()).is_some()
}
