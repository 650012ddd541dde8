//! What the automatic check says about whole orders.

use chrono::NaiveDate;

use super::*;
use crate::finding::Severity;
use crate::id::{AccessId, AccountId, ServiceId, SnapshotId, SubjectId};
use crate::order::answers::Answers;
use crate::order::kind::OrderKind;
use crate::resource::Resource;
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
        Ok(snapshot) => check(&snapshot, &facts, today()),
        Err(findings) => findings,
    };
    findings.iter().map(|finding| format!("{} {}", finding.rule, finding.field)).collect()
}

#[test]
fn the_list_of_rules() {
    let mut page = String::new();
    for rule in RULES {
        page.push_str(&format!("{:<34}{:<7}{}\n", rule.code, rule.severity.slug(), rule.source));
    }
    insta::assert_snapshot!("rules", page);
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

type Mistake = fn(&mut Answers, &mut Facts);

/// The smallest change to a faultless order that breaks each rule about the subject, and what is found.
const MISTAKES_OF_SUBJECT: &[(&str, Mistake)] = &[
    ("nature-certificate subject.certificate-type", |a, _| a.subject.nature = "government".into()),
    ("certificate-expired subject.certificate-expiry", |a, _| {
        a.subject.certificate_expiry = "2026-11-22".into();
    }),
    ("certificate-expires-soon subject.person.certificate-expiry", |a, _| {
        a.subject.person.certificate_expiry = "2026-12-31".into();
    }),
    ("subject-region-other-province subject.region", |a, _| a.subject.region = "320102".into()),
    ("subject-code-other-province subject.province", |a, _| {
        a.subject.certificate_number = sample::unified_code(9).as_str().into();
    }),
    ("subject-running-order subject.certificate-number", |_, f| f.subject_has_running_order = true),
    ("subject-already-filed subject.certificate-number", |_, f| f.subject_filed = true),
    ("address-too-short subject.address", |a, _| a.subject.address = "示例路".into()),
    ("office-phone-missing subject.person.office-phone", |a, _| a.subject.person.office_phone.clear()),
    ("office-phone-missing services.0.person.office-phone", |a, _| {
        a.services[0].person.office_phone.clear();
    }),
    ("person-certificate-type services.0.person.certificate-type", |a, _| {
        let person = &mut a.services[0].person;
        person.certificate_type = "business-licence".into();
        person.certificate_number = sample::unified_code(9).as_str().into();
    }),
    ("person-under-age services.0.person.certificate-number", |a, _| {
        let birth = NaiveDate::from_ymd_opt(2010, 11, 24).unwrap();
        a.services[0].person.certificate_number = sample::resident_id(3, birth).as_str().into();
    }),
    ("phones-shared services.0.person.mobile", |a, _| {
        a.services[0].person.mobile = a.subject.person.mobile.clone();
    }),
    ("emails-shared services.0.person.email", |a, _| {
        a.services[0].person.email = a.subject.person.email.clone();
    }),
    ("emergency-phone-same subject.person.emergency-phone", |a, _| {
        a.subject.person.emergency_phone = a.subject.person.mobile.clone();
    }),
    ("person-id-two-names services.0.person.name", |a, _| {
        a.services[0].person = a.subject.person.clone();
        a.services[0].person.name = "另一人".into();
    }),
    ("mobile-segment subject.person.mobile", |a, _| a.subject.person.mobile = "17000000001".into()),
];

/// The same for the rules about the service, its access and its evidence.
const MISTAKES_OF_SERVICE: &[(&str, Mistake)] = &[
    ("service-name-too-short services.0.name", |a, _| a.services[0].name = "官网".into()),
    ("service-name-characters services.0.name", |a, _| a.services[0].name = "EXAMPLE".into()),
    ("service-name-characters services.0.name", |a, _| a.services[0].name = "示例★官网".into()),
    ("service-name-reserved services.0.name", |a, _| a.services[0].name = "中国示例官网".into()),
    ("domain-not-registrable services.0.domain", |a, _| {
        a.services[0].domain = "shop.example1.cn".into();
        a.services[0].home_url = "https://shop.example1.cn/".into();
    }),
    ("domain-already-filed services.0.domain", |_, f| f.filed_domains.push("example1.cn".into())),
    ("content-needs-approval services.0.pre-approval", |a, _| {
        a.services[0].contents.push("games".into());
    }),
    ("resource-unknown services.0.access.resource", |_, f| f.resources.clear()),
    ("resource-unfit services.0.access.resource", |_, f| {
        f.resources.values_mut().for_each(|fact| fact.used = 5);
    }),
    ("address-not-of-resource services.0.access.addresses", |a, _| {
        a.services[0].access.addresses = "121.40.8.250".into();
    }),
    ("address-v6 services.0.access.addresses", |a, f| {
        a.services[0].access.addresses = "2400:3200::1".into();
        let v6 = crate::network::IpRange::parse("2400:3200::1").unwrap();
        f.resources.values_mut().for_each(|fact| fact.resource.addresses.push(v6));
    }),
    ("access-place-differs services.0.access.place", |a, _| {
        a.services[0].access.place = "320000".into();
    }),
    ("evidence-missing evidence.verification-photo", |a, _| {
        a.evidence.retain(|piece| piece.kind != crate::evidence::EvidenceKind::VerificationPhoto);
    }),
    ("text-not-gbk subject.name", |_, f| {
        f.unencodable.insert("subject.name".into(), "𬭎".into());
    }),
];

#[test]
fn each_rule_is_broken_by_its_own_mistake() {
    for (expected, mistake) in MISTAKES_OF_SUBJECT.iter().chain(MISTAKES_OF_SERVICE) {
        assert_eq!(after(mistake), [*expected]);
    }
}

#[test]
fn whoever_is_not_the_legal_representative_needs_a_letter() {
    let found = after(|answers, _| answers.subject.person_is_legal_representative = "no".into());
    assert_eq!(
        found,
        [
            "person-not-legal-representative subject.person.legal-representative",
            "evidence-missing evidence.authorisation"
        ]
    );
}

#[test]
fn an_individual_files_only_what_individuals_may() {
    let found = after(|answers, _| {
        let subject = &mut answers.subject;
        subject.nature = "individual".into();
        subject.name = subject.person.name.clone();
        subject.certificate_type = "resident-id".into();
        subject.certificate_number = subject.person.certificate_number.clone();
        subject.person.office_phone.clear();
    });
    assert_eq!(found, ["content-personal services.0.contents"]);
}

#[test]
fn one_person_in_both_places_needs_no_second_phone() {
    let found = after(|answers, _| answers.services[0].person = answers.subject.person.clone());
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn what_blocks_stops_and_what_warns_does_not() {
    for rule in RULES {
        let finding = rule.found(crate::order::field::FieldPath::of(crate::order::field::Field::ServiceName));
        assert_eq!(finding.blocks(), rule.severity == Severity::Block);
    }
}
