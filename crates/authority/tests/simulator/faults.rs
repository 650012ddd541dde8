//! Everything that can go wrong between the two sides, ordered from the simulator.

use beian_authority::client::{CallError, Client, Endpoint, TransportError};
use beian_authority::codes::{MsgCode, Retry};
use beian_authority::packing::UnpackError;
use beian_authority::sample;
use beian_authority::simulator::{Hours, SimulatedAccount, Standing};
use serde_json::json;

use super::stage::{Stage, client_of, pack};

async fn upload_error(stage: &Stage) -> CallError {
    stage.client.upload(1, &pack(sample::new_filing(1)), stage.nonce()).await.unwrap_err()
}

fn code(error: &CallError) -> i64 {
    match error {
        CallError::Rejected { code, .. } => code.0,
        CallError::Transport(_) | CallError::Password(_) => panic!("{error}"),
    }
}

#[tokio::test]
async fn transport_faults_say_whether_the_call_may_have_arrived() {
    let stage = Stage::open().await;
    let script = ["http-500", "rubbish", "refuse-connection-like"];
    let script: Vec<_> = script.iter().map(|kind| json!({ "on": "upload", "kind": kind })).collect();
    stage.fault(json!(script)).await;
    let error = upload_error(&stage).await;
    assert_eq!(error, CallError::Transport(TransportError::Http(500)));
    assert!(matches!(upload_error(&stage).await, CallError::Transport(TransportError::Rubbish(_))));
    let error = upload_error(&stage).await;
    assert!(matches!(error, CallError::Transport(TransportError::Broken(_))), "{error:?}");
    assert!(error.may_have_arrived());
    assert_eq!(error.retry(), Retry::Later);
    let previous = stage.client.previous_upload(stage.nonce()).await.unwrap();
    assert_eq!(previous.sequence, 0, "none of the three was carried out");
}

#[tokio::test]
async fn nobody_at_home_means_nothing_arrived() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let client = client_of(&format!("http://{closed}"), &SimulatedAccount::demo());
    let stage = Stage::open().await;
    let error = client.download(stage.nonce()).await.unwrap_err();
    assert!(matches!(error, CallError::Transport(TransportError::Connect(_))), "{error:?}");
    assert!(!error.may_have_arrived());
}

#[tokio::test]
async fn patience_ends() {
    let stage = Stage::open().await;
    stage.fault(json!([{ "on": "upload", "kind": "delay-ms", "ms": 2000 }])).await;
    let mut endpoint = Endpoint::at(&stage.base);
    endpoint.timeout = std::time::Duration::from_millis(300);
    let hasty = Client::new(endpoint, SimulatedAccount::demo().for_client().unwrap()).unwrap();
    let packed = pack(sample::new_filing(1));
    let error = hasty.upload(1, &packed, stage.nonce()).await.unwrap_err();
    assert_eq!(error, CallError::Transport(TransportError::Timeout));
    assert!(error.may_have_arrived());
    assert!(stage.client.previous_upload(stage.nonce()).await.unwrap().is(1, &packed));
}

#[tokio::test]
async fn maintenance_and_codes_are_told_apart_from_broken_files() {
    let stage = Stage::open().await;
    stage
        .fault(json!([
            { "on": "upload", "kind": "maintenance" },
            { "on": "upload", "kind": "wrong-hash" },
            { "on": "upload", "kind": "code", "code": 15 },
            { "on": "download", "kind": "maintenance" },
        ]))
        .await;
    let error = upload_error(&stage).await;
    assert_eq!((code(&error), error.retry()), (901, Retry::Later));
    let error = upload_error(&stage).await;
    assert_eq!((code(&error), error.retry()), (7, Retry::FaultyFile));
    let error = upload_error(&stage).await;
    assert_eq!((code(&error), error.retry()), (15, Retry::Later));
    let error = stage.client.download(stage.nonce()).await.unwrap_err();
    assert_eq!(code(&error), 902);
    stage.send(1, sample::new_filing(1)).await;
}

#[tokio::test]
async fn a_download_with_a_wrong_hash_is_not_opened() {
    let stage = Stage::open().await;
    stage.send(1, sample::new_filing(1)).await;
    stage.fault(json!([{ "on": "download", "kind": "wrong-hash" }])).await;
    let file = stage.client.download(stage.nonce()).await.unwrap().file.unwrap();
    assert_eq!(stage.client.open(&file), Err(UnpackError::Hash));
    let again = stage.client.download(stage.nonce()).await.unwrap().file.unwrap();
    assert!(stage.client.open(&again).is_ok());
}

#[tokio::test]
async fn strangers_are_turned_away_in_the_published_order() {
    let stage = Stage::open().await;
    let demo = SimulatedAccount::demo();
    let try_with = async |account: &SimulatedAccount| {
        let client = client_of(&stage.base, account);
        code(&client.download(stage.nonce()).await.unwrap_err())
    };
    let user = SimulatedAccount { user_name: "nobody".to_owned(), ..demo.clone() };
    assert_eq!(try_with(&user).await, MsgCode::USER.0);
    let password = SimulatedAccount { password: "wrong".to_owned(), ..demo.clone() };
    assert_eq!(try_with(&password).await, MsgCode::PASSWORD.0);
    let unit = SimulatedAccount { isp_id: 1002, ..demo };
    assert_eq!(try_with(&unit).await, MsgCode::AUTHENTICATION.0);
}

#[tokio::test]
async fn standing_and_hours_are_respected() {
    for (standing, expected) in
        [(Standing::AddressUnknown, 12), (Standing::OtherProvince, 13), (Standing::NotOpened, 19)]
    {
        let stage = Stage::with(|config| config.accounts[0].standing = standing).await;
        assert_eq!(code(&upload_error(&stage).await), expected);
    }
    // The clock stands at noon in Beijing.
    let closed = Stage::with(|config| config.settings.hours = Some(Hours { from: 8, until: 12 })).await;
    assert_eq!(code(&upload_error(&closed).await), 20);
    let open = Stage::with(|config| config.settings.hours = Some(Hours { from: 8, until: 13 })).await;
    open.send(1, sample::new_filing(1)).await;
}
