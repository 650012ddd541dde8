//! Faults that break in the middle, spoil files, repeat themselves, or come by chance.

use beian_authority::client::{CallError, Client, Endpoint, TransportError};
use beian_authority::packing::UnpackError;
use beian_authority::sample;
use beian_authority::simulator::SimulatedAccount;
use beian_authority::simulator::faults::FaultName;
use serde_json::{Value, json};

use super::stage::{Stage, pack};

async fn upload(stage: &Stage) -> Result<(), CallError> {
    stage.client.upload(1, &pack(sample::new_filing(1)), stage.nonce()).await.map(|_| ())
}

async fn accepted(stage: &Stage) -> i64 {
    stage.client.previous_upload(stage.nonce()).await.unwrap().sequence
}

#[tokio::test]
async fn what_breaks_says_whether_it_was_carried_out() {
    let not_carried_out = [
        json!({ "on": "upload", "kind": "cut-request" }),
        json!({ "on": "upload", "kind": "soap-fault" }),
        json!({ "on": "any", "kind": "http-status", "status": 503 }),
        json!({ "on": "upload", "kind": "corrupt-zip" }),
    ];
    for fault in not_carried_out {
        let stage = Stage::open().await;
        stage.fault(json!([fault])).await;
        upload(&stage).await.unwrap_err();
        assert_eq!(accepted(&stage).await, 0, "{fault}");
    }
    for kind in ["drop-reply", "cut-reply", "empty-reply"] {
        let stage = Stage::open().await;
        stage.fault(json!([{ "on": "upload", "kind": kind }])).await;
        let error = upload(&stage).await.unwrap_err();
        assert!(error.may_have_arrived(), "{kind}: {error}");
        assert_eq!(accepted(&stage).await, 1, "{kind}");
    }
}

#[tokio::test]
async fn a_request_is_cut_before_it_was_read_to_its_end() {
    let stage = Stage::open().await;
    stage.fault(json!([{ "on": "upload", "kind": "cut-request" }])).await;
    let mut filing = sample::new_filing(1);
    // Too large for any buffer on the way.
    let noise = (0..2_500_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8);
    filing.filings[0].attachments[0].content.0 = noise.collect();
    let packed = pack(filing);
    let error = stage.client.upload(1, &packed, stage.nonce()).await.unwrap_err();
    assert!(matches!(error, CallError::Transport(TransportError::Broken(_))), "{error:?}");
    assert_eq!(accepted(&stage).await, 0);
    stage.client.upload(1, &packed, stage.nonce()).await.unwrap();
}

#[tokio::test]
async fn a_late_call_is_carried_out_after_the_caller_has_gone() {
    let stage = Stage::open().await;
    stage.fault(json!([{ "on": "upload", "kind": "late", "ms": 400 }])).await;
    upload(&stage).await.unwrap();
    assert_eq!(accepted(&stage).await, 1);
    stage.fault(json!([{ "on": "status", "kind": "late", "ms": 60_000 }])).await;
    let mut endpoint = Endpoint::at(&stage.base);
    endpoint.timeout = std::time::Duration::from_millis(50);
    let hasty = Client::new(endpoint, SimulatedAccount::demo().for_client().unwrap()).unwrap();
    let domain = beian_authority::client::StatusCondition::Domain("shop1.example".to_owned());
    let error = hasty.status(domain, stage.nonce()).await.unwrap_err();
    assert_eq!(error, CallError::Transport(TransportError::Timeout));
}

#[tokio::test]
async fn a_damaged_archive_fits_its_hash() {
    let stage = Stage::open().await;
    stage.send(1, sample::new_filing(1)).await;
    stage.fault(json!([{ "on": "download", "kind": "corrupt-zip" }])).await;
    let file = stage.client.download(stage.nonce()).await.unwrap().file.unwrap();
    let packed = stage.client.open(&file).unwrap();
    assert!(matches!(beian_authority::packing::unpack(&packed), Err(UnpackError::Archive(_))));
    assert_eq!(stage.kinds().await.len(), 1, "whole the next time");
}

#[tokio::test]
async fn an_acknowledged_file_comes_again_under_its_name() {
    let stage = Stage::open().await;
    stage.send(1, sample::new_filing(1)).await;
    let first = stage.client.download(stage.nonce()).await.unwrap().file.unwrap();
    stage.client.acknowledge(&first.name, stage.nonce()).await.unwrap();
    stage.fault(json!([{ "on": "download", "kind": "duplicate" }])).await;
    let again = stage.client.download(stage.nonce()).await.unwrap().file.unwrap();
    assert_eq!(first, again);
    stage.client.acknowledge(&again.name, stage.nonce()).await.unwrap();
    assert!(stage.client.download(stage.nonce()).await.unwrap().file.is_none());
}

#[tokio::test]
async fn a_fault_can_wait_and_repeat_and_choose_whom_it_meets() {
    let stage = Stage::open().await;
    stage
        .fault(json!([
            { "on": "query", "kind": "code", "code": 999, "account": 1002 },
            { "on": "query", "kind": "code", "code": 15, "after": 1, "times": 2 },
        ]))
        .await;
    let mut answers = Vec::new();
    for _ in 0..4 {
        answers.push(stage.client.previous_upload(stage.nonce()).await.is_ok());
    }
    assert_eq!(answers, [true, false, false, true]);
    let left = json!([{ "on": "query", "kind": "code", "code": 999, "account": 1002 }]);
    assert_eq!(stage.json("/control/faults").await, left);
    let summary = stage.json("/control/faults/summary").await;
    assert_eq!(summary, json!({ "waiting": left, "random": null, "done": { "code": 2 } }));
    assert_eq!(
        stage.http.delete(format!("{}/control/faults", stage.base)).send().await.unwrap().status(),
        200
    );
    assert_eq!(stage.json("/control/faults").await, json!([]));
}

#[tokio::test]
async fn a_fault_that_cannot_be_is_refused_by_name() {
    let stage = Stage::open().await;
    let refused = async |fault: Value| {
        let url = format!("{}/control/faults", stage.base);
        let response = stage.http.post(url).json(&json!([fault])).send().await.unwrap();
        assert_eq!(response.status(), 422, "{fault}");
        response.text().await.unwrap()
    };
    assert!(refused(json!({ "on": "upload", "kind": "late" })).await.contains("`late` needs `ms`"));
    assert!(refused(json!({ "on": "upload", "kind": "rubbish", "ms": 1 })).await.contains("`ms`"));
    assert!(refused(json!({ "on": "upload", "kind": "rubish" })).await.contains("rubish"));
    assert!(refused(json!({ "on": "upload", "kind": "rubbish", "time": 2 })).await.contains("`time`"));
    assert!(refused(json!({ "on": "upload", "kind": "rubbish", "times": 0 })).await.contains("`times`"));
}

/// Which of so many calls went wrong, and how.
async fn fates(stage: &Stage, calls: usize) -> Vec<Option<String>> {
    let mut fates = Vec::new();
    for _ in 0..calls {
        fates.push(stage.client.download(stage.nonce()).await.err().map(|error| error.to_string()));
    }
    fates
}

#[tokio::test]
async fn chance_is_repeatable_and_counted() {
    let order = json!({ "rate": 0.4, "seed": 7, "ms": 1, "kinds": ["rubbish", "http-status", "code"] });
    let mut seen = Vec::new();
    for _ in 0..2 {
        let stage = Stage::open().await;
        let (status, answer) = stage.post("/control/faults/random", order.clone()).await;
        assert_eq!((status, &answer["seed"]), (200, &json!(7)));
        let first = fates(&stage, 20).await;
        // What chance brings next survives a restart.
        let stage = stage.restarted().await;
        let all = [first, fates(&stage, 20).await].concat();
        let summary = stage.json("/control/faults/summary").await;
        assert_eq!(summary["random"]["drawn"], 40);
        let done: u64 = summary["done"].as_object().unwrap().values().filter_map(Value::as_u64).sum();
        assert_eq!(all.iter().flatten().count() as u64, done);
        assert!((8..=24).contains(&done), "{done} of 40 at a rate of 0.4");
        seen.push(all);
    }
    assert_eq!(seen[0], seen[1]);
    let stage = Stage::open().await;
    assert_eq!(stage.post("/control/faults/random", json!({ "rate": 1.5 })).await.0, 422);
}

#[tokio::test]
async fn every_kind_can_come_by_chance() {
    let stage = Stage::open().await;
    stage.post("/control/faults/random", json!({ "rate": 1.0, "seed": 3, "ms": 1 })).await;
    fates(&stage, 150).await;
    let summary = stage.json("/control/faults/summary").await;
    let done = summary["done"].as_object().unwrap();
    for name in FaultName::ALL {
        assert!(done.contains_key(name.wire()), "{name:?}: {done:?}");
    }
}
