//! Rules about the persons in charge: certificates, ages, phones that must differ.

use chrono::NaiveDate;

use super::freeze::{PersonFields, SERVICE_PERSON, SUBJECT_PERSON};
use super::{rule, subject};
use crate::finding::Finding;
use crate::order::field::FieldPath;
use crate::order::snapshot::{PersonInCharge, Snapshot};
use crate::region::Regions;

/// Nobody under 16 may be in charge anywhere; provinces that ask for 18 are rules of their own.
const MIN_AGE: i32 = 16;

pub(super) fn check(snapshot: &Snapshot, today: NaiveDate, findings: &mut Vec<Finding>) {
    let first = &snapshot.subject.person;
    alone(first, SUBJECT_PERSON, 0, today, findings);
    for (number, service) in (0..).zip(&snapshot.services) {
        alone(&service.person, SERVICE_PERSON, number, today, findings);
        together(first, &service.person, number, findings);
    }
}

fn alone(
    person: &PersonInCharge,
    fields: PersonFields,
    n: u8,
    today: NaiveDate,
    findings: &mut Vec<Finding>,
) {
    let at = |field| FieldPath::in_service(field, n);
    if !person.certificate.certificate_type().for_person() {
        findings.push(rule::PERSON_CERTIFICATE_TYPE.found(at(fields.certificate_type)));
    }
    subject::expiry(at(fields.certificate_expiry), person.certificate_validity, today, findings);
    if let Some(id) = person.certificate.resident_id() {
        let age = id.age_at(today);
        if age < MIN_AGE {
            findings.push(
                rule::PERSON_UNDER_AGE
                    .found(at(fields.certificate_number))
                    .with("age", age.to_string())
                    .with("minimum", MIN_AGE.to_string()),
            );
        }
        if !Regions::builtin().region_plausible(id.region_code()) {
            findings.push(rule::PERSON_ID_REGION_UNKNOWN.found(at(fields.certificate_number)));
        }
    }
    if person.emergency_phone == person.mobile {
        findings.push(rule::EMERGENCY_PHONE_SAME.found(at(fields.emergency_phone)));
    }
    if let Some(warning) = person.mobile.segment_warning() {
        findings.push(rule::MOBILE_SEGMENT.found(at(fields.mobile)).with("segment", warning.slug()));
    }
}

/// Two persons need two mobiles and two mailboxes; one person in both places keeps one of each.
fn together(first: &PersonInCharge, second: &PersonInCharge, n: u8, findings: &mut Vec<Finding>) {
    let at = |field| FieldPath::in_service(field, n);
    if first.certificate == second.certificate {
        if first.name != second.name {
            findings.push(rule::PERSON_ID_TWO_NAMES.found(at(SERVICE_PERSON.name)));
        }
        return;
    }
    if first.mobile == second.mobile {
        findings.push(rule::PHONES_SHARED.found(at(SERVICE_PERSON.mobile)));
    }
    if first.email == second.email {
        findings.push(rule::EMAILS_SHARED.found(at(SERVICE_PERSON.email)));
    }
    if second.emergency_phone == first.mobile || first.emergency_phone == second.mobile {
        findings.push(rule::EMERGENCY_PHONE_SAME.found(at(SERVICE_PERSON.emergency_phone)));
    }
}
