//! Phones and mail addresses by themselves.

use super::super::applied::Applied;
use super::super::sight::{Read, Sight, Who};
use super::super::unreadable::unreadable;
use crate::contact::Mobile;
use crate::finding::Finding;

/// The mobile number can be read; the rule names the reasons it is about.
pub(super) fn mobile_readable(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        out.extend(unreadable(applied, &who.mobile, who.path(who.fields.mobile)));
    }
}

/// The emergency number can be read; the rule names the reasons it is about.
pub(super) fn emergency_readable(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        out.extend(unreadable(applied, &who.emergency, who.path(who.fields.emergency_phone)));
    }
}

/// The office phone can be read; the rule names the reasons it is about.
pub(super) fn office_readable(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        out.extend(unreadable(applied, &who.office, who.path(who.fields.office_phone)));
    }
}

/// The mail address can be read; the rule names the reasons it is about.
pub(super) fn email_readable(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        out.extend(unreadable(applied, &who.email, who.path(who.fields.email)));
    }
}

fn email_length(
    sight: &Sight<'_>,
    applied: &Applied<'_>,
    wrong: impl Fn(usize, usize) -> bool,
    out: &mut Vec<Finding>,
) {
    let Some(limit) = applied.number() else { return };
    for who in &sight.people {
        let length = who.person.email.trim().chars().count();
        if length > 0 && wrong(length, limit as usize) {
            let finding = applied.finding(who.path(who.fields.email));
            out.push(finding.with("found", length.to_string()).with("expected", limit.to_string()));
        }
    }
}

/// A mail address is as long as the authority's system asks.
pub(super) fn email_least(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    email_length(sight, applied, |length, least| length < least, out);
}

/// A mail address is no longer than the authority's system takes.
pub(super) fn email_most(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    email_length(sight, applied, |length, most| length > most, out);
}

/// A mail address is of none of these domains.
pub(super) fn email_domain_free_of(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        let Some(domain) = who.email.good().map(crate::contact::Email::domain) else { continue };
        if applied.with().words.iter().any(|word| word == domain) {
            out.push(applied.finding(who.path(who.fields.email)).with("found", domain));
        }
    }
}

/// The mobile number is of no segment of these kinds.
pub(super) fn segment(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        let warning = who.mobile.good().and_then(Mobile::segment_warning);
        if warning.is_some_and(|warning| applied.with().words.iter().any(|word| word == warning.slug())) {
            out.push(applied.finding(who.path(who.fields.mobile)));
        }
    }
}

/// Eight equal or rising digits at the end: nobody's number, most likely.
fn made_up(mobile: &Mobile) -> bool {
    let digits = &mobile.as_str().as_bytes()[3..];
    let steps = |step: u8| digits.windows(2).all(|pair| pair[1] == pair[0].wrapping_add(step));
    steps(0) || steps(1)
}

/// No number looks as if it were made up.
pub(super) fn plausible(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        if who.mobile.good().is_some_and(made_up) {
            out.push(applied.finding(who.path(who.fields.mobile)));
        }
        if who.emergency.good().is_some_and(made_up) {
            out.push(applied.finding(who.path(who.fields.emergency_phone)));
        }
    }
}

/// Every person in charge of a unit has an office phone.
pub(super) fn office_there(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in sight.people.iter().filter(|who| who.office == Read::Empty) {
        out.push(applied.finding(who.path(who.fields.office_phone)));
    }
}

/// Whether the office phone is one, but no landline.
fn no_landline(who: &Who<'_>) -> bool {
    let reason = who.office.bad().map(|invalid| invalid.code);
    matches!(reason, Some("landline-is-mobile" | "landline-service-number"))
}

/// Where a landline is asked, the office phone is one.
pub(super) fn office_is_landline(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if !applied.yes() {
        return;
    }
    for who in sight.people.iter().filter(|who| no_landline(who)) {
        out.push(applied.finding(who.path(who.fields.office_phone)));
    }
}
