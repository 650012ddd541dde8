//! What the simulator answers to every document, against the official schema; and in time, when there is much of
//! it.

use std::collections::BTreeMap;
use std::time::Instant;

use beian_authority::message::upload::UploadDocument;
use beian_authority::message::upload::icp::cancellation::{Cancellation, Request};
use beian_authority::message::upload::icp::new_service::NewService;
use beian_authority::message::upload::{IcpUpload, IpUpload};
use beian_authority::packing;
use beian_authority::sample;
use serde_json::json;

use super::super::stage::Stage;
use super::judge;

/// The official schema knows neither the kind of request that stands for verification material (35) nor that
/// accesses are cancelled (2), though its text does.
fn is_beyond_the_schema(text: &str) -> bool {
    text.contains("<Czlx>35</Czlx>") || text.contains("<Zxlb>2</Zxlb>")
}

async fn upload(stage: &Stage, sequence: &mut i64, document: &UploadDocument) {
    *sequence += 1;
    let packed = packing::pack_text(&document.to_xml(), "a.xml").unwrap();
    stage.client.upload(*sequence, &packed, stage.nonce()).await.unwrap();
}

async fn cancel(stage: &Stage, sequence: &mut i64, kind: i64, bureau_id: i64) {
    let mut icp = IcpUpload::of(1001);
    let password = Some(sample::PASSWORD.to_owned());
    let request = Request { kind, bureau_id, reason: 1, remark: None, password };
    icp.cancellation = Some(Cancellation { requests: vec![request] });
    upload(stage, sequence, &UploadDocument::Icp(icp)).await;
}

async fn approve_all(stage: &Stage) {
    let waiting = stage.json("/control/filings?stage=waiting").await;
    for filing in waiting.as_array().unwrap() {
        stage.post(&format!("/control/filings/{}/approve", filing["id"]), json!({})).await;
    }
}

/// Every file that waits, as text.
async fn texts(stage: &Stage) -> Vec<String> {
    let mut texts = Vec::new();
    while let Some(file) = stage.client.download(stage.nonce()).await.unwrap().file {
        let packed = stage.client.open(&file).unwrap();
        texts.push(packing::unpack_text(&packed.zip).unwrap());
        stage.client.acknowledge(&file.name, stage.nonce()).await.unwrap();
    }
    texts
}

async fn open() -> Stage {
    Stage::with(|config| {
        config.settings.phone_check = false;
        config.settings.filing_password = Some("sample".to_owned());
    })
    .await
}

#[tokio::test]
async fn every_answer_fits_the_official_schema() {
    let (stage, mut sequence) = (open().await, 0);
    // What names its subject by number is approved, the rest is refused: the samples invent their ids.
    for n in 1..=2 {
        for document in sample::upload_examples(1001, n) {
            upload(&stage, &mut sequence, &document).await;
            approve_all(&stage).await;
        }
    }
    // A second access of the first service, at an address that sample 2 has reported.
    let mut access = sample::new_access(1);
    access.requests[0].record = 777;
    let range = &mut access.requests[0].addresses[0];
    (range.first, range.last) = ([203, 0, 113, 3].into(), [203, 0, 113, 3].into());
    let icp = IcpUpload { new_access: Some(access), ..IcpUpload::of(1001) };
    upload(&stage, &mut sequence, &UploadDocument::Icp(icp)).await;
    approve_all(&stage).await;
    let register = stage.json("/control/register").await;
    let subject = &register[0];
    let id = |value: &serde_json::Value| value["bureau_id"].as_i64().unwrap();
    let access = &subject["services"][0]["accesses"][0];
    cancel(&stage, &mut sequence, Request::ACCESS, id(access)).await;
    approve_all(&stage).await;
    cancel(&stage, &mut sequence, Request::SERVICE, id(&subject["services"][0])).await;
    approve_all(&stage).await;
    cancel(&stage, &mut sequence, Request::SUBJECT, id(subject)).await;
    approve_all(&stage).await;

    let texts = texts(&stage).await;
    assert!(texts.len() > 30, "{}", texts.len());
    for mark in ["<ZXSJ>", "<BASJ>", "<IP>", "<YM>", "<Zxlb>0", "<Zxlb>1", "<Zxlb>2", "<Czlx>35"] {
        assert!(texts.iter().any(|text| text.contains(mark)), "{mark}");
    }
    let (beyond, within): (Vec<_>, Vec<_>) = texts.into_iter().partition(|text| is_beyond_the_schema(text));
    let Some(verdicts) = judge("download-data.xsd", &within) else { return };
    for (text, valid) in within.iter().zip(verdicts) {
        assert!(valid, "{text}");
    }
    println!("{} documents fit, {} say what the schema leaves out", within.len(), beyond.len());
}

/// Documents of a thousand requests and of a thousand addresses are examined in time that grows with their
/// number only.
#[tokio::test]
async fn thousands_are_examined_in_seconds() {
    let (stage, mut sequence) = (open().await, 0);
    let mut taken = BTreeMap::new();
    let mut timed = async |name: &'static str, document: UploadDocument| {
        let begun = Instant::now();
        upload(&stage, &mut sequence, &document).await;
        stage.get("/control/answers").await;
        taken.insert(name, begun.elapsed());
    };
    // Sample 254 has the lowest address.
    let mut addition = sample::ip_addition(254);
    addition.broadcasts.clear();
    addition.own_ranges.clear();
    addition.allocations.clear();
    let source = addition.sources.remove(0);
    for n in 0..1000_u32 {
        let mut one = source.clone();
        one.record = i64::from(n) + 1;
        one.first = std::net::Ipv4Addr::from_bits(source.first.to_bits() + 4 * n);
        one.last = std::net::Ipv4Addr::from_bits(one.first.to_bits() + 3);
        addition.sources.push(one);
    }
    timed("addresses", UploadDocument::Ip(IpUpload { addition: Some(addition), ..IpUpload::of(1001) })).await;
    let mut filings = beian_authority::message::upload::xzba::NewFiling {
        filings: (1..=500).map(sample::filing).collect(),
    };
    filings.filings.iter_mut().for_each(|filing| filing.attachments.clear());
    timed("new filings", UploadDocument::new_filing(1001, filings)).await;
    approve_all(&stage).await;
    let requests = (1..=500).flat_map(|n| sample::new_service(n).requests).collect();
    let icp = IcpUpload { new_service: Some(NewService { requests }), ..IcpUpload::of(1001) };
    timed("new services", UploadDocument::Icp(icp)).await;
    let stages = &stage.json("/control/state").await["stages"];
    assert_eq!(*stages, json!({ "approved": 500, "waiting": 500 }));
    println!("{taken:?}");
}
