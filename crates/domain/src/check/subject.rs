//! Rules about the subject: its certificate, its place, its standing.

use chrono::{Days, NaiveDate};

use super::facts::Facts;
use super::rule;
use crate::finding::Finding;
use crate::order::field::{Field, FieldPath};
use crate::order::kind::OrderKind;
use crate::order::snapshot::{Snapshot, Subject, Validity};
use crate::region::Province;
use crate::tables::SubjectNature;

/// How long a certificate must still hold to be safe: the usual three months.
const SOON_DAYS: u64 = 90;
/// A door can hardly be found by fewer characters than this.
const SHORT_ADDRESS: usize = 6;

pub(super) fn check(snapshot: &Snapshot, facts: &Facts, today: NaiveDate, findings: &mut Vec<Finding>) {
    let subject = &snapshot.subject;
    let at = FieldPath::of;
    if subject.certificate.certificate_type().nature() != Some(subject.nature) {
        findings.push(
            rule::NATURE_CERTIFICATE
                .found(at(Field::SubjectCertificateType))
                .with("nature", subject.nature.slug())
                .with("type", subject.certificate.certificate_type().slug()),
        );
    }
    expiry(at(Field::SubjectCertificateExpiry), subject.certificate_validity, today, findings);
    places(subject, findings);
    standing(snapshot, facts, findings);
    if subject.address.as_str().chars().count() < SHORT_ADDRESS {
        findings.push(rule::ADDRESS_TOO_SHORT.found(at(Field::SubjectAddress)));
    }
    if subject.nature != SubjectNature::Individual {
        office_phones(snapshot, findings);
        if !subject.person_is_legal_representative {
            findings.push(
                rule::PERSON_NOT_LEGAL_REPRESENTATIVE.found(at(Field::SubjectPersonIsLegalRepresentative)),
            );
        }
    }
    for (path, character) in &facts.unencodable {
        if let Ok(path) = FieldPath::parse(path) {
            findings.push(rule::TEXT_NOT_GBK.found(path).with("character", character.clone()));
        }
    }
}

/// The interface demands an office phone of both persons in charge of whoever is no individual (code 1031).
fn office_phones(snapshot: &Snapshot, findings: &mut Vec<Finding>) {
    if snapshot.subject.person.office_phone.is_none() {
        findings.push(rule::OFFICE_PHONE_MISSING.found(FieldPath::of(Field::SubjectPersonOfficePhone)));
    }
    for (number, service) in (0..).zip(&snapshot.services) {
        if service.person.office_phone.is_none() {
            let at = FieldPath::in_service(Field::ServicePersonOfficePhone, number);
            findings.push(rule::OFFICE_PHONE_MISSING.found(at));
        }
    }
}

/// Whether a certificate holds today, and for the usual three months more.
pub(super) fn expiry(at: FieldPath, validity: Validity, today: NaiveDate, findings: &mut Vec<Finding>) {
    let Validity::Until(last) = validity else { return };
    if last < today {
        findings.push(rule::CERTIFICATE_EXPIRED.found(at).with("date", last.to_string()));
    } else if today.checked_add_days(Days::new(SOON_DAYS)).is_some_and(|soon| last < soon) {
        findings.push(rule::CERTIFICATE_EXPIRES_SOON.found(at).with("date", last.to_string()));
    }
}

fn places(subject: &Subject, findings: &mut Vec<Finding>) {
    if Province::from_region(subject.region) != Some(subject.province) {
        findings.push(
            rule::SUBJECT_REGION_OTHER_PROVINCE
                .found(FieldPath::of(Field::SubjectRegion))
                .with("province", subject.province.code().to_string()),
        );
    }
    let code_region = subject.certificate.unified_code().map(crate::identity::UnifiedCode::region_code);
    if let Some(region) = code_region {
        // Codes given by central departments begin with 100000 and belong to no province.
        let province = Province::from_region(region);
        if province.is_some() && province != Some(subject.province) {
            findings.push(
                rule::SUBJECT_CODE_OTHER_PROVINCE
                    .found(FieldPath::of(Field::SubjectProvince))
                    .with("region", region.to_string()),
            );
        }
    }
}

fn standing(snapshot: &Snapshot, facts: &Facts, findings: &mut Vec<Finding>) {
    let at = FieldPath::of(Field::SubjectCertificateNumber);
    if facts.subject_has_running_order {
        findings.push(rule::SUBJECT_RUNNING_ORDER.found(at));
    }
    if snapshot.kind == OrderKind::FirstFiling && facts.subject_filed {
        findings.push(rule::SUBJECT_ALREADY_FILED.found(at));
    }
}
