//! What makes matters the same, what they are found by, and that all of them is told.

use chrono::{DateTime, Utc};

use super::sample::{blacklisted_service, known_subject, notice, unfiled_site, unmatched_result};
use super::*;

fn monday() -> DateTime<Utc> {
    "2026-11-23T01:00:00Z".parse().unwrap()
}

#[test]
fn a_site_seen_again_is_the_same_site_and_a_notice_is_always_another() {
    let (once, twice) =
        (unfiled_site(7, "a.example", 1, monday()), unfiled_site(7, "b.example", 2, monday()));
    assert_eq!(once.identity(), twice.identity());
    assert_ne!(once.identity(), unfiled_site(8, "a.example", 1, monday()).identity());
    assert_eq!(notice("浙ICP备2026000001号-1").identity(), Identity::Delivery);
    assert_eq!(blacklisted_service("Shu.Example").identity(), blacklisted_service("shu.example").identity());
}

#[test]
fn it_is_found_by_what_it_names() {
    let keys = known_subject(9, "示例公司", "王示例", "13800000001", monday()).keys();
    assert_eq!((keys.bureau_id, keys.number.as_deref()), (Some(9), Some("浙ICP备2026000009号")));
    assert_eq!(keys.certificate, Some((1, "91350100M000100Y43".to_owned())));
    assert_eq!(blacklisted_service("Shu.Example").keys().domain.as_deref(), Some("shu.example"));
}

#[test]
fn a_blacklist_asks_for_a_person_only_where_it_is_about_us() {
    let entry = blacklisted_service("shu.example");
    assert!(!entry.asks(false) && entry.asks(true));
    assert!(notice("n").asks(false));
    assert!(!known_subject(9, "示例公司", "王示例", "13800000001", monday()).asks(true));
}

#[test]
fn every_field_is_told_in_its_group_and_personal_data_as_such() {
    let groups = known_subject(9, "示例公司", "王示例", "13800000001", monday()).facts();
    let titles: Vec<&str> = groups.iter().map(|group| group.title).collect();
    assert_eq!(titles, ["matter", "subject", "subject-person"]);
    let person: Vec<&FactValue> = groups[2].facts.iter().map(|fact| &fact.value).collect();
    assert_eq!(
        person,
        [
            &FactValue::Personal(Sensitive::Name, "王示例".into()),
            &FactValue::Personal(Sensitive::Reach, "13800000001".into())
        ]
    );
    let result = unmatched_result(5).facts();
    assert_eq!(result[1].title, "result-line");
    assert_eq!(result[1].facts[0].value, FactValue::Code(CodeList::Results, 1002));
}

#[test]
fn several_of_a_kind_are_numbered() {
    let range = |bureau_id| HeldRange {
        bureau_id,
        record: None,
        first: [203, 0, 113, 1].into(),
        last: [203, 0, 113, 2].into(),
    };
    let access = HeldAccess {
        bureau_id: 3,
        record: None,
        provider: None,
        filer: None,
        filed_by: None,
        places: vec![BureauCode(5), BureauCode(6)],
        modes: vec![ModeCode(1)],
        ranges: vec![range(1), range(2)],
    };
    let groups = fact::Facts::of(&access);
    let numbers: Vec<Option<usize>> = groups.iter().map(|group| group.number).collect();
    assert_eq!(numbers, [None, Some(1), Some(2)]);
    let places = groups[0].facts.iter().filter(|fact| fact.name == "places").count();
    assert_eq!(places, 2);
}

#[test]
fn what_is_kept_can_be_read_again() {
    for matter in [
        unfiled_site(7, "a.example", 1, monday()),
        known_subject(9, "示例公司", "王示例", "13800000001", monday()),
        unmatched_result(5),
    ] {
        let kept = serde_json::to_string(&matter).unwrap();
        assert_eq!(serde_json::from_str::<Matter>(&kept).unwrap(), matter);
    }
    assert_eq!(Rectify::of(9), Rectify::Other(9));
}
