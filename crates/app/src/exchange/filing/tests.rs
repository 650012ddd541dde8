//! A snapshot said on the wire: nothing is lost, nothing breaks the schema.

use beian_domain::check::{FreezeIds, freeze};
use beian_domain::id::{AccessId, AccountId, ServiceId, SnapshotId, SubjectId};
use beian_domain::order::answers::Answers;
use beian_domain::order::kind::OrderKind;
use beian_domain::sample;

use super::*;

fn snapshot(change: impl FnOnce(&mut Answers)) -> Snapshot {
    let resource = sample::resource(AccountId::from_i64(1).unwrap(), 1);
    let mut answers = sample::answers(&resource, 1);
    sample::facts(&mut answers, resource);
    change(&mut answers);
    let ids = FreezeIds {
        snapshot: SnapshotId::from_i64(11).unwrap(),
        subject: SubjectId::from_i64(12).unwrap(),
        services: vec![(ServiceId::from_i64(13).unwrap(), AccessId::from_i64(14).unwrap())],
    };
    freeze(OrderKind::FirstFiling, &answers, &ids).unwrap()
}

fn pictures() -> Vec<Picture> {
    EvidenceKind::ALL.iter().map(|kind| Picture { kind: *kind, jpeg: vec![0xff, 0xd8, 0xff] }).collect()
}

fn said(snapshot: &Snapshot) -> Result<wire::Filing, Unsayable> {
    let mut last = 100;
    let mut fresh = || {
        last += 1;
        last
    };
    filing(snapshot, pictures(), &mut fresh)
}

#[test]
fn a_company_and_its_website_fit_the_schema() {
    let filing = said(&snapshot(|_| ())).unwrap();
    assert_eq!(filing.subject.record, 12);
    assert_eq!(filing.subject.address.province, 330_000);
    assert_eq!(filing.subject.address.city, 330_100);
    assert_eq!(filing.subject.address.county, Some(330_106));
    assert_eq!(filing.services[0].record, 13);
    assert_eq!(filing.services[0].accesses[0].record, 14);
    assert_eq!(filing.services[0].accesses[0].locations, [34]);
    let document = wire::NewFiling { filings: vec![filing] };
    let document = beian_authority::message::upload::UploadDocument::new_filing(1, document);
    assert_eq!(document.violations(), []);
}

#[test]
fn five_kinds_of_evidence_have_a_purpose_on_the_wire() {
    let filing = said(&snapshot(|_| ())).unwrap();
    let purposes: Vec<i64> = filing.attachments.iter().map(|attachment| attachment.purpose).collect();
    assert_eq!(purposes, [2, 3, 3, 4, 4, 5]);
    assert!(filing.attachments.iter().all(|a| a.format == wire::Attachment::JPG));
}

#[test]
fn a_city_without_districts_is_its_own_city() {
    // 东莞市 has no counties.
    let filing = said(&snapshot(|answers| {
        answers.subject.province = "440000".into();
        answers.subject.region = "441900".into();
    }))
    .unwrap();
    assert_eq!(filing.subject.address.city, 441_900);
    assert_eq!(filing.subject.address.county, None);
}

#[test]
fn a_district_of_a_municipality_has_a_city_on_the_wire() {
    let filing = said(&snapshot(|answers| answers.subject.region = "110105".into())).unwrap();
    assert_eq!(filing.subject.address.city, 110_100);
    assert_eq!(filing.subject.address.county, Some(110_105));
}

#[test]
fn ipv6_is_kept_from_the_wire() {
    let v6 = snapshot(|answers| answers.services[0].access.addresses = "2400:3200::1".into());
    assert_eq!(said(&v6).unwrap_err(), Unsayable::Ipv6);
}
