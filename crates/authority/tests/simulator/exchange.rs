//! A filing from upload to number, and what the status query says along the way.

use beian_authority::client::StatusCondition;
use beian_authority::message::download::bajg::{About, OutcomeKind, RecordKind};
use beian_authority::sample;
use serde_json::json;

use super::stage::Stage;

#[tokio::test]
async fn a_filing_is_received_checked_by_phone_and_granted() {
    let stage = Stage::open().await;
    stage.send(1, sample::new_filing(1)).await;

    let (outcomes, data) = stage.fetch_all().await;
    assert_eq!(outcomes.len(), 1);
    assert_eq!(outcomes[0].about, About::Ours(RecordKind::Subject, 101));
    assert!(outcomes[0].is_new_filing());
    assert_eq!(outcomes[0].kind, OutcomeKind::Received { phone_check: true });
    assert!(data.is_empty());

    stage.pass_phone_check(1).await;
    assert_eq!(stage.kinds().await, [OutcomeKind::PhoneCheckDone]);

    stage.approve(1).await;
    let (outcomes, data) = stage.fetch_all().await;
    assert_eq!(outcomes[0].kind, OutcomeKind::Granted { opinion: None });
    let filing = &data[0].filings[0];
    assert_eq!(filing.subject.number.as_deref(), Some("粤ICP备2025000001号"));
    assert_eq!(filing.services[0].number.as_deref(), Some("粤ICP备2025000001号-1"));
    assert_eq!(filing.subject.record, Some(101));
    assert_eq!(filing.services[0].record, Some(102));
    assert_eq!(filing.services[0].accesses[0].provider, 1001);
    let id = filing.subject.bureau_id.to_string();
    assert!(id.len() == 12 && id.starts_with("44"), "{id}");
    assert_eq!(filing.subject.first_filed.to_string(), "2025-06-01 12:00:00");
}

#[tokio::test]
async fn a_refusal_brings_codes_and_opinion() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    stage.send(1, sample::new_filing(1)).await;
    assert_eq!(stage.kinds().await, [OutcomeKind::Received { phone_check: false }]);
    let verdict = json!({ "opinion": "证件照片不清晰", "codes": [1008] });
    assert_eq!(stage.post("/control/filings/1/refuse", verdict).await.0, 200);
    let expected =
        OutcomeKind::Refused { codes: vec![1002, 1008], opinion: Some("证件照片不清晰".to_owned()) };
    assert_eq!(stage.kinds().await, [expected]);

    let (status, _) = stage.post("/control/filings/1/approve", json!({})).await;
    assert_eq!(status, 409, "a finished filing cannot be decided again");
    assert_eq!(stage.post("/control/filings/99/approve", json!({})).await.0, 404);

    // The same content may come again under the next number.
    stage.send(2, sample::new_filing(1)).await;
    assert_eq!(stage.kinds().await, [OutcomeKind::Received { phone_check: false }]);
}

#[tokio::test]
async fn approval_can_wait_for_nobody() {
    let stage = Stage::with(|config| {
        config.settings.phone_check = false;
        config.settings.approve_after_seconds = 30;
    })
    .await;
    stage.send(1, sample::new_filing(1)).await;
    assert_eq!(stage.kinds().await, [OutcomeKind::Received { phone_check: false }]);
    stage.pass(std::time::Duration::from_secs(29));
    assert!(stage.kinds().await.is_empty());
    stage.pass(std::time::Duration::from_secs(1));
    assert_eq!(stage.kinds().await, [OutcomeKind::Granted { opinion: None }]);
}

#[tokio::test]
async fn numbers_are_never_used_twice_and_a_subject_keeps_its_own() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    stage.send(1, sample::new_filing(1)).await;
    stage.send(2, sample::new_filing(2)).await;
    stage.fetch_all().await;
    stage.approve(1).await;
    stage.approve(2).await;
    let mut again = sample::new_filing(3);
    again.filings[0].subject = sample::filing(1).subject;
    again.filings[0].subject.record = 301;
    stage.send(3, again).await;
    stage.fetch_all().await;
    stage.approve(3).await;
    let numbers = &stage.json("/control/state").await["numbers"];
    let expected = json!([
        "粤ICP备2025000001号",
        "粤ICP备2025000001号-1",
        "粤ICP备2025000001号-2",
        "粤ICP备2025000002号",
        "粤ICP备2025000002号-1"
    ]);
    assert_eq!(*numbers, expected);
}

#[tokio::test]
async fn the_status_query_agrees_with_the_register() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    let ask = |condition| stage.client.status(condition, stage.nonce());
    let domain = StatusCondition::Domain("shop1.example".to_owned());
    let licence = StatusCondition::Certificate { kind: 1, number: sample::credit_code(1) };
    assert!(!ask(domain.clone()).await.unwrap().filed);

    stage.send(1, sample::new_filing(1)).await;
    stage.fetch_all().await;
    assert!(!ask(domain.clone()).await.unwrap().filed, "not before the verdict");
    stage.approve(1).await;

    let status = ask(domain).await.unwrap();
    assert!(status.filed);
    assert_eq!(status.service_name.as_deref(), Some("示例商店1"));
    assert_eq!(status.service_number.as_deref(), Some("粤ICP备2025000001号-1"));
    let status = ask(licence).await.unwrap();
    assert!(status.filed);
    assert_eq!(status.subject_number.as_deref(), Some("粤ICP备2025000001号"));
    assert_eq!((status.service_name, status.service_number), (None, None));
    let other = StatusCondition::Certificate { kind: 1, number: sample::credit_code(2) };
    assert!(!ask(other).await.unwrap().filed);
}

#[tokio::test]
async fn a_file_comes_again_until_it_is_acknowledged() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    stage.send(1, sample::new_filing(1)).await;
    stage.send(2, sample::new_filing(2)).await;
    let first = stage.client.download(stage.nonce()).await.unwrap();
    let again = stage.client.download(stage.nonce()).await.unwrap();
    assert!(first.more);
    assert_eq!(first, again);
    let file = first.file.unwrap();
    stage.client.acknowledge(&file.name, stage.nonce()).await.unwrap();
    let second = stage.client.download(stage.nonce()).await.unwrap();
    assert!(!second.more);
    let second = second.file.unwrap();
    assert_ne!(second.name, file.name);
    stage.client.acknowledge(&second.name, stage.nonce()).await.unwrap();
    assert!(stage.client.download(stage.nonce()).await.unwrap().file.is_none());

    let unknown = stage.client.acknowledge("nothing.xml", stage.nonce()).await.unwrap_err();
    assert!(matches!(unknown, beian_authority::client::CallError::Rejected { code, .. } if code.0 == 999));
    let empty = stage.client.acknowledge("", stage.nonce()).await.unwrap_err();
    assert!(matches!(empty, beian_authority::client::CallError::Rejected { code, .. } if code.0 == 21));
}

#[tokio::test]
async fn without_a_key_files_travel_in_the_open() {
    let stage = Stage::with(|config| {
        config.accounts[0].key = None;
        config.wrapped_base64 = false;
        config.settings.phone_check = false;
    })
    .await;
    stage.send(1, sample::new_filing(1)).await;
    let file = stage.client.download(stage.nonce()).await.unwrap().file.unwrap();
    assert_eq!(file.encryption, 0);
    assert_eq!(stage.kinds().await, [OutcomeKind::Received { phone_check: false }]);
}
