//! What the bureau sends unasked, as the client receives it.

mod answered;
mod codes;
mod findings;
mod lists;
mod orders;
mod sync;
mod wrong;

use beian_authority::message::download::{DownloadDocument, IcpDownload};
use serde_json::{Value, json};

use super::stage::Stage;

/// The one file about filings that waits; it must fit the schema.
async fn icp(stage: &Stage) -> IcpDownload {
    let document = stage.fetch().await.unwrap();
    super::schema::fits(&document);
    let DownloadDocument::Icp(icp) = document else { panic!("{document:?}") };
    icp
}

/// Every field of a kind with its sample, as the form has it at first.
async fn samples(stage: &Stage, kind: &str) -> Value {
    let fields = stage.json(&format!("/control/push/{kind}")).await;
    let named = fields
        .as_array()
        .unwrap()
        .iter()
        .map(|field| (field["name"].as_str().unwrap().to_owned(), field["sample"].clone()));
    Value::Object(named.collect())
}

const KINDS: [&str; 15] = [
    "subject-blacklist",
    "site-blacklist",
    "illegal-access",
    "unfiled-site",
    "verification-task",
    "notice",
    "cancellation",
    "subject-inspection",
    "access-inspection",
    "shell-inspection",
    "liveness-inspection",
    "ip-beyond",
    "ip-conflict",
    "ip-unreported",
    "sync",
];

#[tokio::test]
async fn the_samples_of_every_form_can_be_sent_and_survive_a_restart() {
    let stage = Stage::open().await;
    stage.grant(1).await;
    // What is cancelled cannot be inspected any more.
    let last = "cancellation";
    for kind in KINDS.into_iter().filter(|kind| *kind != last).chain([last]) {
        let answer = stage.push(kind, samples(&stage, kind).await).await;
        assert_eq!(answer["kind"], kind);
        assert_eq!(answer["files"].as_array().unwrap().len(), 1, "{kind}");
        assert_eq!(
            (&answer["files"][0]["delivered"], &answer["files"][0]["acknowledged"]),
            (&json!(0), &json!(false))
        );
    }
    let stage = stage.restarted().await;
    for _ in KINDS {
        super::schema::fits(&stage.fetch().await.unwrap());
    }
    assert!(stage.fetch().await.is_none());
    let sent = stage.json("/control/push").await;
    assert_eq!(sent.as_array().unwrap().len(), KINDS.len());
    assert_eq!(sent[0]["kind"], last, "the latest first");
    let file = &sent[0]["files"][0];
    assert_eq!((&file["delivered"], &file["acknowledged"]), (&json!(1), &json!(true)));
}

#[tokio::test]
async fn a_file_counts_how_often_it_was_handed_out() {
    let stage = Stage::open().await;
    stage.push("notice", json!({ "about": "service", "bureau_id": 7, "text": "请整改" })).await;
    for _ in 0..2 {
        stage.client.download(stage.nonce()).await.unwrap();
    }
    let sent = stage.json("/control/push").await;
    let file = &sent[0]["files"][0];
    assert_eq!((&file["delivered"], &file["acknowledged"]), (&json!(2), &json!(false)));
}

#[tokio::test]
async fn without_a_provider_every_one_gets_it() {
    use beian_authority::simulator::SimulatedAccount;
    let stage = Stage::with(|config| {
        let other =
            SimulatedAccount { isp_id: 1002, user_name: "other".to_owned(), ..SimulatedAccount::demo() };
        config.accounts.push(other);
    })
    .await;
    let notice = json!({ "about": "subject", "number": "粤ICP备2025000001号", "text": "请整改" });
    let sent = stage.push("notice", notice.clone()).await;
    let accounts: Vec<&Value> =
        sent["files"].as_array().unwrap().iter().map(|file| &file["account"]).collect();
    assert_eq!(accounts, [&json!(1001), &json!(1002)]);
    let mut one = notice;
    one["account"] = json!(1002);
    assert_eq!(stage.push("notice", one).await["files"].as_array().unwrap().len(), 1);
}
