//! Our client makes every call to a foreign server that was built from our WSDLs.

use beian_authority::client::{CallError, Client, Endpoint, StatusCondition};
use beian_authority::codes::MsgCode;
use beian_authority::credentials::{Nonce, Secret};
use beian_authority::message::download::{DownloadDocument, IcpDownload, bajg};
use beian_authority::packing;
use beian_authority::value::WireTime;
use beian_authority::wsdl::{self, Service};
use serde_json::{Value, json};

use super::programs::{self, Program};
use super::sandbox::{account, document};

const FILING_NUMBER: &str = "粤ICP备2026000001号";

fn nonce(number: u8) -> Nonce {
    Nonce::from_bytes([number; 20])
}

/// The authority's opinion on the filing.
fn delivery() -> DownloadDocument {
    let review = bajg::Review {
        reviewer: Some("示例审核员".to_owned()),
        reviewer_phone: None,
        reviewed: WireTime::parse("2026-11-23 09:00:00").unwrap(),
        opinion: Some("请补充网站负责人的办公电话".to_owned()),
        verdict: 0,
        operation: Some(bajg::operation::NEW_FILING),
        record: Some(101),
    };
    let results = bajg::Results { results: Vec::new(), reviews: vec![review] };
    DownloadDocument::Icp(IcpDownload { results: Some(results), ..IcpDownload::default() })
}

fn story() -> Value {
    let services = Service::ALL.map(|service| {
        let methods: Vec<_> = service.methods().iter().map(|method| method.name()).collect();
        let wsdl = wsdl::describe(service, &format!("http://authority.example{}", service.path()));
        json!({ "name": service.name(), "path": service.path(), "methods": methods, "wsdl": wsdl })
    });
    json!({
        "account": programs::account(&account()), "services": services, "document": document(),
        "delivery": delivery().to_xml(), "domain": "shop1.example", "filing_password": "kx7m2pqa",
    })
}

#[tokio::test]
async fn our_client_files_at_a_node_server() {
    let Some(program) = Program::node("server.mjs") else { return };
    let (_server, port) = program.serve(&story()).await;
    let endpoint = Endpoint::at(&format!("http://127.0.0.1:{port}"));
    let client = Client::new(endpoint, account().for_client().unwrap()).unwrap();

    assert_eq!(client.previous_upload(nonce(1)).await.unwrap().sequence, 0);
    let packed = packing::pack_text(&document(), "2026112309000010011.xml").unwrap();
    let gap = client.upload(2, &packed, nonce(2)).await.unwrap_err();
    assert!(
        matches!(&gap, CallError::Rejected { code: MsgCode::GAP, missing, .. } if *missing == [1]),
        "{gap}"
    );
    client.upload(1, &packed, nonce(3)).await.unwrap();
    let previous = client.previous_upload(nonce(4)).await.unwrap();
    assert!(previous.is(1, &packed));
    let back = client.open(&previous.file.unwrap()).unwrap();
    assert_eq!(packing::unpack_text(&back.zip).unwrap(), document());

    let file = client.download(nonce(5)).await.unwrap().file.unwrap();
    let (delivered, warnings) = packing::unpack(&client.open(&file).unwrap()).unwrap();
    assert_eq!((delivered, warnings), (delivery(), Vec::new()));
    client.acknowledge(&file.name, nonce(6)).await.unwrap();
    assert_eq!(client.download(nonce(7)).await.unwrap().code, MsgCode::NOTHING);

    let filed = client.status(StatusCondition::Domain("shop1.example".to_owned()), nonce(8)).await.unwrap();
    assert!(filed.filed && filed.service_number == Some(format!("{FILING_NUMBER}-1")));
    let other = client.status(StatusCondition::Domain("other.example".to_owned()), nonce(9)).await.unwrap();
    assert!(!other.filed);

    let right = Secret::new("kx7m2pqa");
    let wrong = Secret::new("<&>\"'密码");
    assert_eq!(client.verify_password(FILING_NUMBER, &right, nonce(10)).await, Ok(true));
    for number in 11..15 {
        assert_eq!(client.verify_password(FILING_NUMBER, &wrong, nonce(number)).await, Ok(false));
    }
    let refused = client.verify_password(FILING_NUMBER, &right, nonce(15)).await.unwrap_err();
    assert!(matches!(&refused, CallError::Rejected { code: MsgCode::CHECKED_TOO_OFTEN, .. }), "{refused}");
}
