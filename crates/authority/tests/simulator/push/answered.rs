//! What was sent unasked comes back: tasks and unfiled sites are answered once, what is blacklisted cannot be
//! filed, and what was reported is synchronised.

use beian_authority::message::download::DownloadDocument;
use beian_authority::message::download::bajg::OutcomeKind;
use beian_authority::message::download::sync::{DataSync, Synced};
use beian_authority::message::upload::{DomainUpload, IcpUpload, IpUpload, UploadDocument};
use beian_authority::packing;
use beian_authority::sample;
use serde_json::json;

use super::super::stage::Stage;

async fn upload(stage: &Stage, sequence: i64, document: UploadDocument) {
    let packed = packing::pack_text(&document.to_xml(), "a.xml").unwrap();
    stage.client.upload(sequence, &packed, stage.nonce()).await.unwrap();
}

fn refused(code: i64) -> OutcomeKind {
    OutcomeKind::Refused { codes: vec![code], opinion: None }
}

#[tokio::test]
async fn a_task_and_an_unfiled_site_are_answered_once() {
    let stage = Stage::open().await;
    stage.grant(1).await;
    stage
        .push("verification-task", json!({ "number": "粤ICP备2025000001号", "filed_by": "organiser" }))
        .await;
    let site = json!({ "domain": "unfiled1.example", "ip": "203.0.113.77", "carrier": 1 });
    stage.push("unfiled-site", site).await;
    stage.fetch_all().await;
    let id = stage.json("/control/register").await[0]["bureau_id"].as_i64().unwrap();
    let mut icp = IcpUpload::of(1001);
    let mut results = sample::verification_result(1);
    results.verifications[0].filing.subject.bureau_id = id;
    icp.verification_result = Some(results);
    icp.unfiled_handling = Some(sample::unfiled_handling(1));
    let document = UploadDocument::Icp(icp);
    upload(&stage, 2, document.clone()).await;
    assert_eq!(stage.kinds().await, [], "taken in silence");
    upload(&stage, 3, document).await;
    assert_eq!(stage.kinds().await, [refused(1016), refused(5006)]);
}

#[tokio::test]
async fn what_is_blacklisted_cannot_be_filed_until_it_is_taken_off() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    let list =
        |operation: &str| json!({ "operation": operation, "name": "示例", "domains": "shop1.example" });
    stage.push("site-blacklist", list("add")).await;
    stage.fetch_all().await;
    stage.send(1, sample::new_filing(1)).await;
    assert_eq!(stage.kinds().await, [refused(1064)]);
    stage.push("site-blacklist", list("delete")).await;
    stage.fetch_all().await;
    stage.send(2, sample::new_filing(1)).await;
    assert_eq!(stage.kinds().await, [OutcomeKind::Received { phone_check: false }]);
}

#[tokio::test]
async fn what_was_reported_is_synchronised() {
    let stage = Stage::open().await;
    let addition = sample::ip_addition(1);
    let ip = IpUpload { addition: Some(addition.clone()), ..IpUpload::of(1001) };
    upload(&stage, 1, UploadDocument::Ip(ip)).await;
    let domain = DomainUpload { addition: Some(sample::domain_addition(1)), ..DomainUpload::of(1001) };
    upload(&stage, 2, UploadDocument::Domain(domain)).await;
    let Some(DownloadDocument::Ip(answer)) = stage.fetch().await else { panic!("no answer") };
    let outcomes = answer.results.unwrap().outcomes();
    assert_eq!(outcomes.len(), 4);
    assert!(outcomes.iter().all(|(_, outcome)| outcome.is_success()), "{outcomes:?}");
    let Some(DownloadDocument::Domain(answer)) = stage.fetch().await else { panic!("no answer") };
    let outcome = answer.results.unwrap().outcomes().remove(0);
    assert!(outcome.is_success());

    let stage = stage.restarted().await;
    stage.push("sync", json!({ "account": 1001, "what": "ip" })).await;
    stage.push("sync", json!({ "account": 1001, "what": "domains" })).await;
    let Some(DownloadDocument::Sync(DataSync(Some(Synced::Ip(held))))) = stage.fetch().await else {
        panic!()
    };
    let source = &held.sources[0];
    assert_eq!((source.record, source.first), (addition.sources[0].record, addition.sources[0].first));
    assert_eq!((held.allocations.len(), held.broadcasts.len(), held.own.len()), (1, 1, 1));
    let Some(DownloadDocument::Sync(DataSync(Some(Synced::Domain(held))))) = stage.fetch().await else {
        panic!()
    };
    assert_eq!(
        (held.domains[0].name.as_str(), Some(held.domains[0].bureau_id)),
        ("shop1.example", outcome.bureau_id)
    );
}
