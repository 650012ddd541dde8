//! SJTB: what the register holds of a provider, in files of at most 1,000 records.

use beian_authority::message::download::DownloadDocument;
use beian_authority::message::download::sync::{DataSync, Synced};
use beian_authority::sample;
use serde_json::json;

use super::super::stage::Stage;

async fn synced(stage: &Stage, what: &str) -> Option<Synced> {
    stage.push("sync", json!({ "account": 1001, "what": what })).await;
    let document = stage.fetch().await.unwrap();
    super::super::schema::fits(&document);
    let DownloadDocument::Sync(DataSync(synced)) = document else { panic!("{document:?}") };
    synced
}

#[tokio::test]
async fn what_is_held_comes_when_it_is_ordered() {
    let stage = Stage::open().await;
    assert_eq!(synced(&stage, "filings").await, None);
    stage.grant(1).await;
    stage.grant(2).await;
    let Some(Synced::Icp(filings)) = synced(&stage, "filings").await else { panic!() };
    assert_eq!(filings.filings.len(), 2);
    let (one, sent) = (&filings.filings[0], sample::filing(1));
    assert_eq!((one.subject.record, &one.subject.name), (Some(sent.subject.record), &sent.subject.name));
    assert_eq!(one.services[0].number.as_deref(), Some("粤ICP备2025000001号-1"));
    assert_eq!(one.services[0].accesses[0].provider, 1001);
    let Some(Synced::BaseCodes(codes)) = synced(&stage, "codes").await else { panic!() };
    assert!(codes.filing_units.iter().any(|unit| unit.id == 1001));
    assert_eq!(synced(&stage, "ip").await, None);
    assert_eq!(synced(&stage, "domains").await, None);
}

#[tokio::test]
async fn a_thousand_filings_stand_in_one_file_and_no_more() {
    use beian_authority::message::upload::xzba::NewFiling;
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    let small = |n| {
        let mut filing = sample::filing(n);
        filing.attachments.clear();
        filing
    };
    for (sequence, numbers) in [(1, 1..=1000), (2, 1001..=1001)] {
        let filings: Vec<_> = numbers.map(small).collect();
        let packed = super::super::stage::pack(NewFiling { filings });
        stage.client.upload(sequence, &packed, stage.nonce()).await.unwrap();
    }
    stage.post("/control/settings", json!({ "approve_after_seconds": 1 })).await;
    stage.pass(std::time::Duration::from_secs(2));
    stage.tick();
    stage.fetch_all().await;
    let sent = stage.push("sync", json!({ "account": 1001, "what": "filings" })).await;
    assert_eq!(sent["files"].as_array().unwrap().len(), 2);
    let mut counts = Vec::new();
    while let Some(DownloadDocument::Sync(DataSync(Some(Synced::Icp(filings))))) = stage.fetch().await {
        counts.push(filings.filings.len());
    }
    assert_eq!(counts, [1000, 1]);
}
