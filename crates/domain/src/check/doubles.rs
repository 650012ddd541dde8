//! One person in charge of everything is told once.

use super::fields::{SERVICE_PERSON, SUBJECT_PERSON};
use super::sight::Sight;
use crate::finding::Finding;
use crate::order::field::Field;

/// The fields of a service's person beside those of the subject's.
const TWINS: [(Field, Field); 8] = [
    (SERVICE_PERSON.name, SUBJECT_PERSON.name),
    (SERVICE_PERSON.certificate_type, SUBJECT_PERSON.certificate_type),
    (SERVICE_PERSON.certificate_number, SUBJECT_PERSON.certificate_number),
    (SERVICE_PERSON.certificate_expiry, SUBJECT_PERSON.certificate_expiry),
    (SERVICE_PERSON.mobile, SUBJECT_PERSON.mobile),
    (SERVICE_PERSON.emergency_phone, SUBJECT_PERSON.emergency_phone),
    (SERVICE_PERSON.office_phone, SUBJECT_PERSON.office_phone),
    (SERVICE_PERSON.email, SUBJECT_PERSON.email),
];

/// Drops what a rule finds in the person of a service and has found, in the same words, in the person of the subject, if
/// both are one and were typed alike.
pub(super) fn dropped(sight: &Sight<'_>, findings: &mut Vec<Finding>) {
    let Some((first, others)) = sight.people.split_first() else { return };
    let one = |service: u8| {
        let own = others.iter().find(|who| who.service == service);
        own.is_some_and(|who| {
            let (one, other) = (who.person, first.person);
            who.is(first) && one.mobile == other.mobile && one.emergency_phone == other.emergency_phone
        })
    };
    let told: Vec<(Field, String)> =
        findings.iter().map(|found| (found.field.field(), said(found))).collect();
    findings.retain(|found| {
        let field = found.field.field();
        let twin = TWINS.iter().find(|(of_service, _)| *of_service == field);
        !twin.is_some_and(|(_, of_subject)| {
            one(found.field.service()) && told.contains(&(*of_subject, said(found)))
        })
    });
}

fn said(found: &Finding) -> String {
    format!("{} {:?}", found.rule, found.facts)
}
