//! Inspections: the four kinds about filings, the three about addresses.

use std::net::Ipv4Addr;

use beian_authority::message::download::DownloadDocument;
use beian_authority::message::download::icp::inspections::Findings;
use beian_authority::message::download::ip::inspections as ip;
use beian_authority::sample;
use serde_json::{Value, json};

use super::super::stage::Stage;
use super::icp;

const SERVICE: &str = "粤ICP备2025000001号-1";

async fn found(stage: &Stage, kind: &str, fields: Value) -> Findings {
    stage.push(kind, fields).await;
    icp(stage).await.inspections.unwrap().findings
}

#[tokio::test]
async fn the_four_inspections_of_filings() {
    let stage = Stage::open().await;
    stage.grant(1).await;
    let fields = json!({ "number": "粤ICP备2025000001号", "fault": "名称不一致" });
    let subject = found(&stage, "subject-inspection", fields).await.subjects.remove(0);
    assert_eq!((subject.certificate_kind, subject.certificate_number), (1, sample::credit_code(1)));
    assert_eq!(subject.fault.as_deref(), Some("名称不一致"));
    assert!(subject.bureau_id > 440_000_000_000);

    let fields =
        json!({ "finding": "not-filed", "number": SERVICE, "resolved": "203.0.113.9", "filed_by": 1001 });
    let access = found(&stage, "access-inspection", fields).await.accesses.remove(0);
    assert_eq!((access.finding, access.resolved), (2, Some(Ipv4Addr::new(203, 0, 113, 9))));
    assert_eq!((access.service_number.as_str(), access.filed_by), (SERVICE, Some(1001)));

    let fields = json!({ "finding": "dead", "number": SERVICE, "home_url": "www.shop1.example" });
    let shell = found(&stage, "shell-inspection", fields).await.shells.remove(0);
    assert_eq!((shell.finding, shell.bureau_id), (1, access.service_bureau_id));

    let fields =
        json!({ "number": "粤ICP备2025000009号-1", "bureau_id": 9, "inspected": "2025-05-31 08:00:00" });
    let alive = found(&stage, "liveness-inspection", fields).await.liveness.remove(0);
    assert_eq!((alive.bureau_id, alive.inspected.to_string().as_str()), (9, "2025-05-31 08:00:00"));
}

async fn about_addresses(stage: &Stage, kind: &str, fields: Value) -> ip::Findings {
    stage.push(kind, fields).await;
    let document = stage.fetch().await.unwrap();
    super::super::schema::fits(&document);
    let DownloadDocument::Ip(ip) = document else { panic!("{document:?}") };
    ip.inspections.unwrap().findings
}

#[tokio::test]
async fn the_three_inspections_of_addresses() {
    let stage = Stage::open().await;
    let range = json!({ "first": "203.0.113.0", "last": "203.0.113.255", "concerns": "source" });
    let with = |more: Value| {
        let mut fields = range.clone();
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        fields
    };
    let beyond = about_addresses(&stage, "ip-beyond", with(json!({ "first_beyond": "203.0.113.128" }))).await;
    let beyond = &beyond.beyond[0];
    assert_eq!((beyond.kind, beyond.first_beyond), (Some(1), Some(Ipv4Addr::new(203, 0, 113, 128))));
    assert_eq!(beyond.last, Ipv4Addr::new(203, 0, 113, 255));

    let other = json!({ "other_unit": 2, "other_first": "203.0.113.64", "other_last": "203.0.113.95" });
    let conflict = about_addresses(&stage, "ip-conflict", with(other)).await;
    assert_eq!((conflict.conflicts[0].other_unit, conflict.conflicts[0].kind), (2, Some(1)));

    let unreported = about_addresses(&stage, "ip-unreported", with(json!({ "allocator": 1 }))).await;
    assert_eq!(unreported.unreported[0].allocator, Some(1));
}
