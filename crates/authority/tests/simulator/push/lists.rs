//! Blacklists, illegal access, unfiled sites.

use std::net::Ipv4Addr;

use beian_authority::message::download::icp::blacklists::entry_operation;
use beian_authority::sample;
use serde_json::json;

use super::super::stage::Stage;
use super::icp;

#[tokio::test]
async fn a_subject_is_blacklisted_changed_and_taken_off() {
    let stage = Stage::open().await;
    let number = sample::credit_code(7);
    let entry = |operation: &str| {
        json!({
            "operation": operation, "name": "深圳示例7号科技有限公司", "nature": 4,
            "certificate_kind": 1, "certificate_number": number, "remark": "失信",
        })
    };
    for (operation, wire) in [
        ("add", entry_operation::ADD),
        ("change", entry_operation::CHANGE),
        ("delete", entry_operation::REMOVE),
    ] {
        stage.push("subject-blacklist", entry(operation)).await;
        let lists = icp(&stage).await.blacklists.unwrap();
        assert!(lists.services.is_empty());
        let [one] = &lists.subjects[..] else { panic!("{lists:?}") };
        let subject = one.subject.as_ref().unwrap();
        assert_eq!((one.operation, one.remark.as_deref()), (wire, Some("失信")));
        assert_eq!((subject.name.as_str(), subject.nature), ("深圳示例7号科技有限公司", Some(4)));
        assert_eq!((subject.certificate.kind, &subject.certificate.number), (1, &number));
    }
    let (status, answer) = stage.post("/control/push/subject-blacklist", entry("delete")).await;
    assert_eq!((status, &answer["field"]), (422, &json!("operation")), "it is off the list");
}

#[tokio::test]
async fn a_site_is_blacklisted_with_its_domains() {
    let stage = Stage::open().await;
    let entry = json!({
        "operation": "add", "name": "示例违规网", "domains": ["bad.example", "worse.example"],
        "home_url": "www.bad.example",
    });
    stage.push("site-blacklist", entry).await;
    let lists = icp(&stage).await.blacklists.unwrap();
    let [one] = &lists.services[..] else { panic!("{lists:?}") };
    let domains: Vec<&str> = one.service.domains.iter().map(|domain| domain.name.as_str()).collect();
    assert_eq!(domains, ["bad.example", "worse.example"]);
    assert_eq!((one.operation, one.service.home_url.as_deref()), (0, Some("www.bad.example")));
}

#[tokio::test]
async fn illegal_access_names_the_recipient_unless_told_otherwise() {
    let stage = Stage::open().await;
    let mut entry = json!({ "domain": "illegal.example", "ip": "203.0.113.66", "province": 440_000 });
    stage.push("illegal-access", entry.clone()).await;
    let one = icp(&stage).await.illegal_access.unwrap().entries.remove(0);
    assert_eq!((one.domain.as_str(), one.address), ("illegal.example", Ipv4Addr::new(203, 0, 113, 66)));
    assert_eq!((one.provider, one.province), (1001, 440_000));
    assert_eq!(one.bureau_id, 440_000_000_001, "twelve digits, province first");
    assert_eq!(one.last_seen.to_string(), "2025-06-01 12:00:00");
    entry["provider"] = json!(2);
    entry["seen"] = json!("2025-05-30");
    stage.push("illegal-access", entry).await;
    let one = icp(&stage).await.illegal_access.unwrap().entries.remove(0);
    assert_eq!((one.provider, one.last_seen.to_string().as_str()), (2, "2025-05-30 00:00:00"));
}

#[tokio::test]
async fn an_unfiled_site_carries_its_deadline_in_the_remark() {
    let stage = Stage::open().await;
    let site = json!({
        "domain": "unfiled.example", "ip": "203.0.113.77", "carrier": 1, "deadline": "2025-06-10",
        "languages": "1,2", "times_seen": 3, "first_seen": "2025-05-20", "province": 440_000,
        "remark": "首页可访问。",
    });
    stage.push("unfiled-site", site).await;
    let one = icp(&stage).await.unfiled_sites.unwrap().sites.remove(0);
    assert_eq!(one.remark.as_deref(), Some("请于 2025-06-10 前处理并上报处理结果。首页可访问。"));
    assert_eq!((one.domain.as_str(), one.languages), ("unfiled.example", vec![1, 2]));
    assert_eq!((one.carrier, one.provider, one.times_seen), (1, Some(1001), Some(3)));
    assert_eq!(one.first_seen.unwrap().to_string(), "2025-05-20 00:00:00");
}
