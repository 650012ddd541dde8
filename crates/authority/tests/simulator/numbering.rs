//! Upload numbers: gaps, repeats, and what happens after a lost reply.

use beian_authority::client::CallError;
use beian_authority::codes::{MsgCode, Retry};
use beian_authority::sample;
use serde_json::json;

use super::stage::{Stage, pack};

#[tokio::test]
async fn a_gap_names_the_missing_numbers() {
    let stage = Stage::open().await;
    let packed = pack(sample::new_filing(1));
    let error = stage.client.upload(4, &packed, stage.nonce()).await.unwrap_err();
    assert_eq!(error.retry(), Retry::Resend(vec![1, 2, 3]));
    assert!(!error.may_have_arrived());
    assert_eq!(stage.client.previous_upload(stage.nonce()).await.unwrap().sequence, 0);
}

#[tokio::test]
async fn a_repeat_is_taken_once_and_other_content_is_refused() {
    let stage = Stage::open().await;
    let packed = stage.send(1, sample::new_filing(1)).await;
    stage.client.upload(1, &packed, stage.nonce()).await.unwrap();
    let other = pack(sample::new_filing(2));
    let error = stage.client.upload(1, &other, stage.nonce()).await.unwrap_err();
    assert!(matches!(error, CallError::Rejected { code: MsgCode::OTHER, .. }));
    let summary = stage.json("/control/state").await;
    let uploads = json!([{ "sequence": 1, "md5": packed.md5_hex() }]);
    assert_eq!(summary["accounts"][0]["uploads"], uploads);
    assert_eq!(stage.json("/control/filings").await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_lost_reply_is_resolved_by_asking() {
    let stage = Stage::open().await;
    let nothing = stage.client.previous_upload(stage.nonce()).await.unwrap();
    assert_eq!((nothing.sequence, nothing.file), (0, None));

    stage.fault(json!([{ "on": "upload", "kind": "drop-reply" }])).await;
    let packed = pack(sample::new_filing(1));
    let error = stage.client.upload(1, &packed, stage.nonce()).await.unwrap_err();
    assert!(error.may_have_arrived(), "{error}");
    let previous = stage.client.previous_upload(stage.nonce()).await.unwrap();
    assert!(previous.is(1, &packed));
    assert!(!previous.is(2, &packed));
    assert!(!previous.is(1, &pack(sample::new_filing(2))));
    assert_eq!(stage.client.open(&previous.file.unwrap()).unwrap(), packed);
}

#[tokio::test]
async fn many_files_may_go_out_in_order() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    for n in 1..=8 {
        stage.send(i64::from(n), sample::new_filing(n)).await;
    }
    assert_eq!(stage.kinds().await.len(), 8);
    assert_eq!(stage.json("/control/state").await["accounts"][0]["last_sequence"], 8);
}
