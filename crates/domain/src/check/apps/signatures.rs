//! The signature of a package: public key and fingerprint of its certificate.

use super::{mobile, of_platform};
use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::dossier::{Platform, System};
use crate::finding::Finding;

/// What is looked at: the key, or the fingerprint.
type Look = fn(&Platform) -> &str;

const KEY: Look = |one| one.public_key.trim();
const FINGERPRINT: Look = |one| one.fingerprint.trim();

/// Marks between the digits that tools print and the form does not take.
fn mark(character: char) -> bool {
    character == ':' || character == '：' || character.is_whitespace()
}

fn there(sight: &Sight<'_>, applied: &Applied<'_>, look: Look, out: &mut Vec<Finding>) {
    for (offer, system, _) in mobile(sight).filter(|(.., one)| look(one).is_empty()) {
        out.push(of_platform(applied, offer, system));
    }
}

fn plain(sight: &Sight<'_>, applied: &Applied<'_>, look: Look, out: &mut Vec<Finding>) {
    for (offer, system, _) in mobile(sight).filter(|(.., one)| look(one).contains(mark)) {
        out.push(of_platform(applied, offer, system));
    }
}

/// How many hexadecimal digits there are without the marks; none if something else stands there.
fn digits(text: &str) -> Option<usize> {
    let mut left = text.chars().filter(|character| !mark(*character));
    let count = left.clone().count();
    left.all(|character| character.is_ascii_hexdigit()).then_some(count)
}

/// Every package has its public key.
pub(super) fn key_there(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    there(sight, applied, KEY, out);
}

/// No marks stand in a public key.
pub(super) fn key_plain(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    plain(sight, applied, KEY, out);
}

/// A public key is hexadecimal and has at least so many digits.
pub(super) fn key_form(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(least) = applied.with().number else { return };
    for (offer, system, one) in mobile(sight).filter(|(.., one)| !KEY(one).is_empty()) {
        if digits(KEY(one)).is_none_or(|count| count < least as usize) {
            let count = KEY(one).chars().filter(|character| !mark(*character)).count();
            let finding = of_platform(applied, offer, system).with("found", count.to_string());
            out.push(finding.with("expected", least.to_string()));
        }
    }
}

/// Every package has the fingerprint of its certificate.
pub(super) fn fingerprint_there(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    there(sight, applied, FINGERPRINT, out);
}

/// No marks stand in a fingerprint.
pub(super) fn fingerprint_plain(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    plain(sight, applied, FINGERPRINT, out);
}

/// A fingerprint is what the system asks: MD5 for Android, SHA-1 for iOS and HarmonyOS.
pub(super) fn fingerprint_form(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, system, one) in mobile(sight).filter(|(.., one)| !FINGERPRINT(one).is_empty()) {
        let wanted = if system == System::Android { 32 } else { 40 };
        if digits(FINGERPRINT(one)) != Some(wanted) {
            let count = FINGERPRINT(one).chars().filter(|character| !mark(*character)).count();
            let finding = of_platform(applied, offer, system).with("found", kind(count));
            out.push(finding.with("expected", kind(wanted)));
        }
    }
}

/// What a fingerprint of so many digits is.
fn kind(digits: usize) -> String {
    let name = match digits {
        32 => "MD5 ",
        40 => "SHA-1 ",
        64 => "SHA-256 ",
        _ => "",
    };
    format!("{name}({digits})")
}
