//! What the simulator has answered it still knows after it was killed.

use beian_authority::message::download::bajg::OutcomeKind;
use beian_authority::sample;
use serde_json::json;

use super::stage::Stage;

#[tokio::test]
async fn a_restart_loses_nothing() {
    let stage = Stage::open().await;
    let packed = stage.send(1, sample::new_filing(1)).await;
    stage.fault(json!([{ "on": "status", "kind": "rubbish" }])).await;
    let code = stage.code_for(&sample::subject_mobile(1)).await;

    let stage = stage.restarted().await;
    assert!(stage.client.previous_upload(stage.nonce()).await.unwrap().is(1, &packed));
    assert_eq!(stage.code_for(&sample::subject_mobile(1)).await, code);
    assert_eq!(stage.json("/control/faults").await, json!([{ "on": "status", "kind": "rubbish" }]));
    assert_eq!(stage.kinds().await, [OutcomeKind::Received { phone_check: true }]);
    stage.pass_phone_check(1).await;
    stage.approve(1).await;

    let stage = stage.restarted().await;
    let expected = [OutcomeKind::PhoneCheckDone, OutcomeKind::Granted { opinion: None }];
    assert_eq!(stage.kinds().await, expected);

    let stage = stage.restarted().await;
    assert!(stage.kinds().await.is_empty(), "acknowledged files stay acknowledged");
    stage.send(2, sample::new_filing(2)).await;
    stage.pass_phone_check(2).await;
    stage.approve(2).await;
    let numbers = &stage.json("/control/state").await["numbers"];
    assert_eq!(numbers[2], "粤ICP备2025000002号", "numbering goes on");
}
