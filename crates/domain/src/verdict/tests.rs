//! When a refusal counts as foreseen, and what codes are about.

use std::collections::BTreeSet;

use super::*;
use crate::order::field::Field;
use crate::order::stage::Outcome;

fn warning(rule: &str, field: Field) -> Warning {
    Warning { rule: rule.into(), severity: Severity::Warn, field: FieldPath::of(field) }
}

fn foreseen(rules: &[&str]) -> Foresight {
    Foresight::Foreseen(rules.iter().map(|rule| (*rule).to_owned()).collect())
}

#[test]
fn without_a_warning_it_was_not_foreseen() {
    assert_eq!(foresight(&[1002], &[], None), Foresight::Unforeseen);
}

#[test]
fn codes_that_name_no_field_leave_every_warning_in_question() {
    let warnings = [
        warning("address-too-short", Field::SubjectAddress),
        warning("certificate-expires-soon", Field::SubjectCertificateExpiry),
    ];
    let both = foreseen(&["address-too-short", "certificate-expires-soon"]);
    assert_eq!(foresight(&[1002], &warnings, None), both);
    assert_eq!(foresight(&[], &warnings, None), both);
}

#[test]
fn a_warning_about_another_field_foresaw_nothing() {
    let warnings = [
        warning("address-too-short", Field::SubjectAddress),
        warning("certificate-expires-soon", Field::SubjectCertificateExpiry),
    ];
    assert_eq!(foresight(&[1064], &warnings, None), Foresight::Unforeseen);
    assert_eq!(foresight(&[1002, 1008], &warnings, None), foreseen(&["certificate-expires-soon"]));
}

#[test]
fn a_warning_counts_in_whichever_service_it_was() {
    let second = Warning {
        field: FieldPath::in_service(Field::ServiceName, 1),
        ..warning("service-name-is-domain", Field::ServiceName)
    };
    assert_eq!(foresight(&[1020], &[second], None), foreseen(&["service-name-is-domain"]));
}

#[test]
fn a_person_decides() {
    let warnings = [warning("address-too-short", Field::SubjectAddress)];
    let rule = |name: &str| Judgement::Rule(name.into());
    let judged = |judgement: Judgement| foresight(&[1002], &warnings, Some(&judgement));
    assert_eq!(judged(Judgement::NoRule), Foresight::Unforeseen);
    assert_eq!(judged(rule("address-too-short")), foreseen(&["address-too-short"]));
    assert_eq!(judged(rule("service-name-reserved")), Foresight::Silent("service-name-reserved".into()));
}

#[test]
fn what_moved_the_order_is_kept() {
    let snapshot = SnapshotId::from_i64(7).unwrap();
    let refused = Event::RefusedByAuthority { snapshot, codes: vec![1002], opinion: " 名称不符 ".into() };
    let given = Given::of(&refused).unwrap();
    assert_eq!((given.kind, given.opinion.as_deref()), (VerdictKind::Refused, Some("名称不符")));
    let granted = Event::Granted { snapshot, outcome: Outcome::Done };
    assert_eq!(Given::of(&granted).unwrap().kind, VerdictKind::Granted);
    assert_eq!(Given::of(&Event::ClaimConfirmed { snapshot, comment: String::new() }), None);
    let file = Event::FileRefused { snapshot, codes: vec![5001], words: String::new() };
    assert_eq!(Given::of(&file), None, "whose fault it was is not known");
}

#[test]
fn everything_codes_speak_of_is_in_the_form_and_spoken_of() {
    let spoken: BTreeSet<About> = (1000..6000).filter_map(About::of).collect();
    assert_eq!(spoken, About::ALL.iter().copied().collect());
    assert!(About::ALL.iter().all(|about| !about.fields().is_empty()));
}
