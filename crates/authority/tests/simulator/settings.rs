//! Hours, maintenance, limits and what the bureau decides by itself.

use beian_authority::client::CallError;
use beian_authority::message::download::bajg::OutcomeKind;
use beian_authority::sample;
use beian_authority::simulator::{Hours, RefuseRule, Settings};
use serde_json::json;
use std::time::Duration;

use super::stage::{Stage, pack};

fn code<T>(result: Result<T, CallError>) -> i64 {
    match result {
        Ok(_) => 0,
        Err(CallError::Rejected { code, .. }) => code.0,
        Err(error) => panic!("{error}"),
    }
}

async fn codes(stage: &Stage) -> (i64, i64) {
    let upload = stage.client.upload(1, &pack(sample::new_filing(1)), stage.nonce()).await;
    let query = stage.client.previous_upload(stage.nonce()).await;
    (code(upload), code(query))
}

#[tokio::test]
async fn maintenance_comes_and_goes_by_the_clock() {
    // The clock stands at noon in Beijing, 04:00 UTC.
    let cases = [
        (json!({ "from": "11:00", "until": "12:30" }), (901, 902)),
        (json!({ "from": "23:00", "until": "12:01" }), (901, 902)),
        (json!({ "from": "12:01", "until": "11:00" }), (0, 0)),
        (json!({ "on": "upload", "from": "11:00", "until": "12:30" }), (901, 0)),
        (json!({ "on": "download", "from": "11:00", "until": "12:30" }), (0, 902)),
        (json!({ "from": "2025-06-01T03:00:00Z", "until": "2025-06-01T04:00:01Z" }), (901, 902)),
        (json!({ "from": "2025-06-01T03:00:00Z", "until": "2025-06-01T04:00:00Z" }), (0, 0)),
    ];
    for (window, expected) in cases {
        let stage = Stage::open().await;
        let change = json!({ "maintenance": [window] });
        assert_eq!(stage.post("/control/settings", change).await.0, 200, "{window}");
        assert_eq!(codes(&stage).await, expected, "{window}");
        stage.pass(Duration::from_hours(24 * 365));
        stage.post("/control/settings", json!({ "maintenance": [] })).await;
        assert_eq!(codes(&stage).await, (0, 0));
    }
}

#[tokio::test]
async fn a_full_bureau_takes_no_more_until_it_has_read() {
    let stage = Stage::with(|config| {
        config.settings.phone_check = false;
        config.settings.limits.waiting_files = 3;
        config.settings.limits.examined_per_tick = Some(2);
    })
    .await;
    for n in 1..=3 {
        stage.send(i64::from(n), sample::new_filing(n)).await;
    }
    let packed = pack(sample::new_filing(4));
    let fourth = || stage.client.upload(4, &packed, stage.nonce());
    assert_eq!(code(fourth().await), 15);
    assert_eq!(stage.json("/control/state").await["accounts"][0]["uploads_unexamined"], 3);
    stage.tick();
    assert_eq!(stage.json("/control/filings").await.as_array().unwrap().len(), 2);
    assert_eq!(code(fourth().await), 0);
}

#[tokio::test]
async fn the_policy_refuses_by_name_and_by_chance() {
    let stage = Stage::with(|config| {
        config.settings.phone_check = false;
        config.settings.approve_after_seconds = 1;
        config.settings.policy.refuse = vec![RefuseRule {
            name_contains: "示例1号".to_owned(),
            opinion: "主体名称与证件不一致".to_owned(),
            codes: vec![1008],
        }];
    })
    .await;
    stage.send(1, sample::new_filing(1)).await;
    stage.send(2, sample::new_filing(2)).await;
    stage.kinds().await;
    stage.pass(Duration::from_secs(1));
    let opinion = Some("主体名称与证件不一致".to_owned());
    let refused = OutcomeKind::Refused { codes: vec![1002, 1008], opinion };
    assert_eq!(stage.kinds().await, [refused, OutcomeKind::Granted { opinion: None }]);

    let policy = json!({ "refuse_rate": 1.0, "refuse_opinion": "请补充材料" });
    stage.post("/control/settings", json!({ "policy": policy })).await;
    stage.send(3, sample::new_filing(3)).await;
    stage.kinds().await;
    stage.pass(Duration::from_secs(1));
    let refused = OutcomeKind::Refused { codes: vec![1002], opinion: Some("请补充材料".to_owned()) };
    assert_eq!(stage.kinds().await, [refused]);
}

#[tokio::test]
async fn settings_stay_until_a_start_says_otherwise() {
    let stage = Stage::open().await;
    let (status, settings) = stage.post("/control/settings", json!({ "approve_after_seconds": 9 })).await;
    assert_eq!((status, &settings["approve_after_seconds"]), (200, &json!(9)));
    let stage = stage.restarted().await;
    assert_eq!(stage.json("/control/settings").await["approve_after_seconds"], 9);
    let hours = Some(Hours { from: 8, until: 20 });
    let stage =
        stage.restarted_with(|config| config.settings = Settings { hours, ..Settings::default() }).await;
    let settings = stage.json("/control/settings").await;
    assert_eq!(settings["approve_after_seconds"], 0);
    assert_eq!(settings["hours"], json!({ "from": 8, "until": 20 }));
    assert_eq!(stage.post("/control/settings", json!({ "hours": null })).await.1["hours"], json!(null));

    let wrong = [
        (json!({ "approve_after": 9 }), "approve_after"),
        (json!({ "hours": { "from": 9, "until": 9 } }), "hours"),
        (json!({ "maintenance": [{ "from": "9", "until": "10" }] }), "Beijing"),
        (json!({ "policy": { "refuse_rate": 2 } }), "refuse_rate"),
    ];
    for (change, named) in wrong {
        let (status, answer) = stage.post("/control/settings", change).await;
        assert_eq!(status, 422);
        assert!(answer["error"].as_str().unwrap().contains(named), "{answer}");
    }
}
