//! Until when certificates hold, and whether that can be.

use chrono::{Days, Months, NaiveDate};

use super::super::applied::Applied;
use super::super::sight::{Sight, Who};
use crate::dossier::Expiry;
use crate::finding::Finding;
use crate::identity::{CertificateNumber, Holder};
use crate::order::field::{Field, FieldPath};
use crate::rulebook::{Parameter, Value};

/// The last day of every certificate that has one.
fn last_days<'s>(sight: &'s Sight<'_>) -> impl Iterator<Item = (NaiveDate, FieldPath)> + 's {
    let subject = (sight.dossier.subject.certificate_expiry, FieldPath::of(Field::SubjectCertificateExpiry));
    let person = |who: &Who<'_>| (who.person.certificate_expiry, who.path(who.fields.certificate_expiry));
    let all = std::iter::once(subject).chain(sight.people.iter().map(person));
    all.filter_map(|(expiry, path)| if let Expiry::Until(last) = expiry { Some((last, path)) } else { None })
}

/// Whether a certificate holds today but fewer days than asked.
fn ends_within(last: NaiveDate, day: NaiveDate, days: u32) -> bool {
    last >= day && day.checked_add_days(Days::new(u64::from(days))).is_some_and(|soon| last < soon)
}

/// No certificate has expired.
pub(super) fn holds(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (last, path) in last_days(sight).filter(|(last, _)| *last < sight.day) {
        out.push(applied.finding(path).with("found", last.to_string()));
    }
}

/// Every certificate holds the days that are asked.
pub(super) fn holds_days(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(days) = applied.number() else { return };
    for (last, path) in last_days(sight).filter(|(last, _)| ends_within(*last, sight.day, days)) {
        let finding = applied.finding(path).with("found", last.to_string());
        out.push(finding.with("expected", days.to_string()));
    }
}

/// The licence holds the days the province asks; what the nation asks of every certificate is another rule's.
pub(super) fn licence_holds_days(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(days) = applied.number() else { return };
    let Expiry::Until(last) = sight.dossier.subject.certificate_expiry else { return };
    let everywhere = sight.rules.national(Parameter::CertificateDays).and_then(|entry| entry.value.number());
    if ends_within(last, sight.day, days) && !ends_within(last, sight.day, everywhere.unwrap_or(0)) {
        let finding = applied.at(Field::SubjectCertificateExpiry).with("found", last.to_string());
        out.push(finding.with("expected", days.to_string()));
    }
}

/// The residence permit that was brought holds the days the province asks.
pub(super) fn permit_holds_days(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let (Some(days), Some(who)) = (applied.number(), sight.people.first()) else { return };
    let Expiry::Until(last) = who.person.residence_permit_expiry else { return };
    if last < sight.day || ends_within(last, sight.day, days) {
        let finding = applied.finding(who.path(who.fields.certificate_expiry));
        out.push(finding.with("found", last.to_string()).with("expected", days.to_string()));
    }
}

/// Nobody shows a temporary ID card where none is taken.
pub(super) fn temporary_id(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.value().and_then(Value::flag) != Some(false) {
        return;
    }
    for who in sight.people.iter().filter(|who| who.person.temporary == Some(true)) {
        out.push(applied.finding(who.path(who.fields.certificate_type)));
    }
}

/// Nobody was born after today.
pub(super) fn born(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        let birth = who.certificate.good().and_then(CertificateNumber::birth_date);
        if let Some(birth) = birth.filter(|birth| *birth > sight.day) {
            let finding = applied.finding(who.path(who.fields.certificate_number));
            out.push(finding.with("found", birth.to_string()));
        }
    }
}

fn has_id_card(who: &Who<'_>) -> bool {
    let id = who.certificate.good().and_then(|number| number.resident_id());
    id.is_some_and(|id| id.holder() == Holder::Mainland)
}

/// An ID card without end belongs to somebody who is old enough for one.
pub(super) fn long_term_from(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(from) = applied.with().number else { return };
    let endless = |who: &&Who<'_>| who.person.certificate_expiry == Expiry::LongTerm && has_id_card(who);
    for who in sight.people.iter().filter(endless) {
        if let Some(age) = who.age(sight.day).filter(|age| *age < from) {
            let finding = applied.finding(who.path(who.fields.certificate_expiry));
            out.push(finding.with("found", age.to_string()).with("expected", from.to_string()));
        }
    }
}

/// An ID card with an end has it within so many years.
pub(super) fn holds_at_most(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(years) = applied.with().number else { return };
    let Some(latest) = sight.day.checked_add_months(Months::new(years * 12)) else { return };
    for who in sight.people.iter().filter(|who| has_id_card(who)) {
        let Expiry::Until(last) = who.person.certificate_expiry else { continue };
        if last > latest {
            let finding = applied.finding(who.path(who.fields.certificate_expiry));
            out.push(finding.with("found", last.to_string()).with("expected", years.to_string()));
        }
    }
}
