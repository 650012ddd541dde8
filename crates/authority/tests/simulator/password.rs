//! The filing password: given out with the number, checked plain or hashed, not too often.

use std::time::Duration;

use beian_authority::client::{CallError, Client, PasswordForm};
use beian_authority::codes::{MsgCode, Retry};
use beian_authority::credentials::{Secret, password_md5};
use beian_authority::sample;

use super::stage::{Stage, endpoint_of};

/// Subject number and password of the first filing.
async fn filed(stage: &Stage) -> (String, Secret) {
    stage.send(1, sample::new_filing(1)).await;
    stage.kinds().await;
    stage.approve(1).await;
    known(stage).await
}

async fn known(stage: &Stage) -> (String, Secret) {
    let all = stage.json("/control/filing-passwords").await;
    let text = |key: &str| all[0][key].as_str().unwrap().to_owned();
    (text("number"), Secret::new(text("password")))
}

#[tokio::test]
async fn a_password_is_right_or_wrong() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    assert_eq!(stage.json("/control/filing-passwords").await, serde_json::json!([]));
    let (number, password) = filed(&stage).await;
    assert!(number.starts_with("粤ICP备"), "{number}");
    let check = async |number: &str, password: &Secret| {
        stage.client.verify_password(number, password, stage.nonce()).await
    };
    assert_eq!(check(&number, &password).await, Ok(true));
    assert_eq!(check(&format!("{number}-1"), &password).await, Ok(true), "by a service's number");
    let hashed = Secret::new(password_md5(&password).unwrap());
    assert_eq!(check(&number, &hashed).await, Ok(true));
    assert_eq!(check(&number, &Secret::new("wrong")).await, Ok(false));
    assert_eq!(check("粤ICP备2025999999号", &password).await, Ok(false), "a number nobody has");
}

#[tokio::test]
async fn a_bureau_may_want_the_hash() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    let (number, password) = filed(&stage).await;
    let account = beian_authority::simulator::SimulatedAccount::demo().for_client().unwrap();
    let mut endpoint = endpoint_of(&stage.base);
    endpoint.dialect.filing_password = PasswordForm::Md5;
    let client = Client::new(endpoint, account).unwrap();
    assert_eq!(client.verify_password(&number, &password, stage.nonce()).await, Ok(true));
    assert_eq!(client.verify_password(&number, &Secret::new("wrong"), stage.nonce()).await, Ok(false));
}

#[tokio::test]
async fn five_tries_an_hour_and_no_more() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    let (number, password) = filed(&stage).await;
    for _ in 0..5 {
        let wrong = Secret::new("wrong");
        assert_eq!(stage.client.verify_password(&number, &wrong, stage.nonce()).await, Ok(false));
    }
    let refused = stage.client.verify_password(&number, &password, stage.nonce()).await.unwrap_err();
    assert!(matches!(&refused, CallError::Rejected { code: MsgCode::CHECKED_TOO_OFTEN, .. }), "{refused}");
    assert_eq!(refused.retry(), Retry::Alarm);
    // Another number is not touched by it, and a restart forgets nothing.
    let other = stage.client.verify_password("粤ICP备2025999999号", &password, stage.nonce()).await;
    assert_eq!(other, Ok(false));
    let stage = stage.restarted().await;
    assert_eq!(known(&stage).await, (number.clone(), password.clone()));
    assert!(stage.client.verify_password(&number, &password, stage.nonce()).await.is_err());
    stage.pass(Duration::from_hours(1));
    assert_eq!(stage.client.verify_password(&number, &password, stage.nonce()).await, Ok(true));
}
