//! Phones and mail addresses that must not be the same: within the order, and as those of other subjects.

use super::super::applied::Applied;
use super::super::sight::{Sight, Who};
use crate::contact::Mobile;
use crate::finding::Finding;
use crate::order::field::{Field, FieldPath};

/// Nobody's emergency number is the mobile number of one of the persons.
pub(super) fn emergency_from_mobiles_always(
    sight: &Sight<'_>,
    applied: &Applied<'_>,
    out: &mut Vec<Finding>,
) {
    for who in &sight.people {
        let Some(emergency) = who.emergency.good() else { continue };
        if sight.people.iter().any(|other| other.mobile.good() == Some(emergency)) {
            out.push(applied.finding(who.path(who.fields.emergency_phone)));
        }
    }
}

/// The same, where it is asked.
pub(super) fn emergency_from_mobiles(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.yes() {
        emergency_from_mobiles_always(sight, applied, out);
    }
}

/// Whether two are told to be different persons.
fn differ(one: &Who<'_>, two: &Who<'_>) -> bool {
    matches!((one.certificate.good(), two.certificate.good()), (Some(one), Some(two)) if one != two)
}

/// Whether two are told to be one person.
fn same(one: &Who<'_>, two: &Who<'_>) -> bool {
    one.is(two)
}

/// A finding for everybody who has the same as a different person before.
fn twins(
    sight: &Sight<'_>,
    applied: &Applied<'_>,
    same: fn(&Who<'_>, &Who<'_>) -> bool,
    field: fn(&Who<'_>) -> Field,
    out: &mut Vec<Finding>,
) {
    if !applied.yes() {
        return;
    }
    for (n, who) in sight.people.iter().enumerate() {
        if sight.people[..n].iter().any(|other| differ(other, who) && same(other, who)) {
            out.push(applied.finding(who.path(field(who))));
        }
    }
}

/// Different persons have different emergency numbers.
pub(super) fn emergencies(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let same = |one: &Who<'_>, two: &Who<'_>| {
        one.emergency.good().is_some() && one.emergency.good() == two.emergency.good()
    };
    twins(sight, applied, same, |who| who.fields.emergency_phone, out);
}

/// Different persons have different mobile numbers.
pub(super) fn mobiles(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let same =
        |one: &Who<'_>, two: &Who<'_>| one.mobile.good().is_some() && one.mobile.good() == two.mobile.good();
    twins(sight, applied, same, |who| who.fields.mobile, out);
}

/// Different persons have different mail addresses.
pub(super) fn emails(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let same =
        |one: &Who<'_>, two: &Who<'_>| one.email.good().is_some() && one.email.good() == two.email.good();
    twins(sight, applied, same, |who| who.fields.email, out);
}

/// How many different numbers two people have among their mobile and emergency numbers; none if one is open.
fn distinct(one: &Who<'_>, two: &Who<'_>) -> Option<usize> {
    let all: [&Mobile; 4] =
        [one.mobile.good()?, one.emergency.good()?, two.mobile.good()?, two.emergency.good()?];
    Some((0..all.len()).filter(|n| !all[..*n].contains(&all[*n])).count())
}

fn few(
    sight: &Sight<'_>,
    applied: &Applied<'_>,
    means: fn(&Who<'_>, &Who<'_>) -> bool,
    out: &mut Vec<Finding>,
) {
    let (Some(least), Some(first)) = (applied.number(), sight.people.first()) else { return };
    for who in sight.people.iter().skip(1).filter(|who| means(first, who)) {
        if let Some(found) = distinct(first, who).filter(|found| *found < least as usize) {
            let finding = applied.finding(who.path(who.fields.emergency_phone));
            out.push(finding.with("found", found.to_string()).with("expected", least.to_string()));
        }
    }
}

/// One person in charge of everything leaves as many numbers as the province asks.
pub(super) fn of_one_person(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    few(sight, applied, same, out);
}

/// Two persons leave as many numbers as the province asks.
pub(super) fn of_two_persons(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    few(sight, applied, differ, out);
}

/// A finding for every value in such a field that other subjects use.
fn elsewhere(sight: &Sight<'_>, applied: &Applied<'_>, means: fn(Field) -> bool, out: &mut Vec<Finding>) {
    for used in sight.dossier.known.used_elsewhere.iter().filter(|used| used.subjects > 0) {
        // The register names fields of this order; what it names else is none of ours.
        let Ok(path) = FieldPath::parse(&used.field) else { continue };
        if means(path.field()) {
            out.push(applied.finding(path).with("found", used.subjects.to_string()));
        }
    }
}

/// No number of this order stands in another subject's filing, where one number is of one subject.
pub(super) fn phone_unique(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let phone = |field| {
        matches!(
            field,
            Field::SubjectPersonMobile
                | Field::SubjectPersonEmergencyPhone
                | Field::ServicePersonMobile
                | Field::ServicePersonEmergencyPhone
        )
    };
    if applied.yes() {
        elsewhere(sight, applied, phone, out);
    }
}

/// No mail address of this order stands in another subject's filing.
pub(super) fn email_unique(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let email = |field| matches!(field, Field::SubjectPersonEmail | Field::ServicePersonEmail);
    elsewhere(sight, applied, email, out);
}
