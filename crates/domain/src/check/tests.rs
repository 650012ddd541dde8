//! What the automatic check says about whole orders.

use chrono::NaiveDate;

use super::*;
use crate::dossier::dossier_of;
use crate::finding::Finding;
use crate::id::{AccessId, AccountId, ServiceId, SnapshotId, SubjectId};
use crate::order::answers::Answers;
use crate::order::kind::OrderKind;
use crate::resource::Resource;
use crate::rulebook::Rulebook;
use crate::sample;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn ids() -> FreezeIds {
    FreezeIds {
        snapshot: SnapshotId::from_i64(1).unwrap(),
        subject: SubjectId::from_i64(2).unwrap(),
        services: vec![(ServiceId::from_i64(3).unwrap(), AccessId::from_i64(4).unwrap())],
    }
}

fn server() -> Resource {
    sample::resource(AccountId::from_i64(1).unwrap(), 1)
}

/// The rules found in a faultless order after `change`, each with its field.
fn after(change: impl FnOnce(&mut Answers, &mut Facts)) -> Vec<String> {
    let mut answers = sample::answers(&server(), 1);
    let mut facts = sample::facts(&mut answers, server());
    change(&mut answers, &mut facts);
    let findings = match freeze(OrderKind::FirstFiling, &answers, &ids()) {
        Ok(_) => {
            let dossier = dossier_of(OrderKind::FirstFiling, &answers, Some(&facts), today());
            Checker::new(Rulebook::built_in(), today()).check(&dossier)
        }
        Err(findings) => findings,
    };
    findings.iter().map(|finding| format!("{} {}", finding.rule, finding.field)).collect()
}

#[test]
fn a_faultless_order_has_no_findings() {
    assert_eq!(after(|_, _| ()), Vec::<String>::new());
}

#[test]
fn everything_that_cannot_be_read_is_named_at_once() {
    let found = after(|answers, _| {
        answers.subject.certificate_number = "91330106MA0000000X".into();
        answers.subject.person.mobile = "12345".into();
        answers.subject.region = "999999x".into();
        answers.services[0].name = String::new();
        answers.services[0].person.certificate_expiry = "next year".into();
    });
    assert_eq!(
        found,
        [
            "answer subject.certificate-number",
            "answer subject.region",
            "answer subject.person.mobile",
            "answer services.0.name",
            "answer services.0.person.certificate-expiry",
        ]
    );
}

#[test]
fn an_address_lies_in_a_county_that_stands() {
    // A code of no place, a province, a city with counties, a row that is no place, a county that is gone.
    for wrong in ["330199", "330000", "330100", "110101x", "330103"] {
        let found = after(|answers, _| answers.subject.region = wrong.into());
        assert_eq!(found, ["answer subject.region"], "{wrong}");
    }
    // A city without counties is as good as one.
    let found = after(|answers, _| {
        answers.subject.region = "441900".into();
        answers.subject.province = "440000".into();
    });
    assert!(!found.contains(&"answer subject.region".to_owned()), "{found:?}");
}

#[test]
fn empty_answers_ask_for_everything_once() {
    let findings = freeze(OrderKind::FirstFiling, &Answers::default(), &ids()).unwrap_err();
    let mut fields: Vec<_> = findings.iter().map(|finding| finding.field).collect();
    let count = fields.len();
    fields.sort();
    fields.dedup();
    assert_eq!(fields.len(), count, "a field is named twice");
    assert!(findings.iter().all(Finding::blocks));
    assert!(count >= 30, "{count}");
}

#[test]
fn addresses_are_parted_alike_while_typing_and_at_submission() {
    for parting in [",", ";", "\n", "，", "；", " ; "] {
        let found = after(|answers, _| {
            let address = answers.services[0].access.addresses.clone();
            answers.services[0].access.addresses = format!("{address}{parting}{address}");
        });
        assert_eq!(found, ["address-twice services.0.access.addresses"], "{parting:?}");
    }
}
