//! Calls through an HTTP proxy, and methods that have a way of their own.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use beian_authority::client::{Client, Exception, StatusCondition, TransportError};
use beian_authority::simulator::SimulatedAccount;
use beian_authority::soap::Method;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::stage::{Stage, endpoint_of};

/// A proxy that keeps the first line and the headers of what it passes on.
struct Proxy {
    address: String,
    seen: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Proxy {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&seen);
        let task = tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(pass_on(line, Arc::clone(&kept)));
            }
        });
        Self { address, seen, task }
    }

    fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }
}

/// One connection: a plain proxy is asked for whole addresses. The answer closes the connection.
async fn pass_on(mut caller: TcpStream, seen: Arc<Mutex<Vec<String>>>) {
    let mut request = Vec::new();
    let end = loop {
        if let Some(end) = request.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        if caller.read_buf(&mut request).await.unwrap() == 0 {
            return;
        }
    };
    let head = String::from_utf8(request[..end].to_vec()).unwrap();
    let (host, path) = head
        .strip_prefix("POST http://")
        .and_then(|rest| rest.split_whitespace().next()?.split_once('/'))
        .expect("a proxy is given the whole address");
    let (host, path) = (host.to_owned(), path.to_owned());
    seen.lock().unwrap().push(head.clone());
    let mut server = TcpStream::connect(&host).await.unwrap();
    let first_line = head.lines().next().unwrap();
    let rest = head.replacen(first_line, &format!("POST /{path} HTTP/1.1\r\nConnection: close"), 1);
    server.write_all(rest.as_bytes()).await.unwrap();
    server.write_all(&request[end..]).await.unwrap();
    let _ = tokio::io::copy_bidirectional(&mut caller, &mut server).await;
}

fn account() -> beian_authority::client::Account {
    SimulatedAccount::demo().for_client().unwrap()
}

#[tokio::test]
async fn calls_go_through_the_proxy() {
    let (stage, proxy) = (Stage::open().await, Proxy::open().await);
    let mut endpoint = endpoint_of(&stage.base);
    endpoint.proxy = Some(proxy.address.replace("http://", "http://user:secret@"));
    endpoint.dialect.soap_action = "\"urn:{method}\"".to_owned();
    let client = Client::new(endpoint, account()).unwrap();
    assert_eq!(client.previous_upload(stage.nonce()).await.unwrap().sequence, 0);
    let seen = proxy.seen();
    assert_eq!(seen.len(), 1);
    assert!(seen[0].starts_with(&format!("POST {}/ISPWebService/upDownLoad ", stage.base)), "{}", seen[0]);
    let head = seen[0].to_ascii_lowercase();
    assert!(head.contains("proxy-authorization: basic dxnlcjpzzwnyzxq="), "{head}");
    assert!(head.contains("soapaction: \"urn:isp_querypreviousupload\""), "{head}");
}

#[tokio::test]
async fn a_method_may_go_another_way() {
    let (stage, proxy) = (Stage::open().await, Proxy::open().await);
    let mut endpoint = endpoint_of(&stage.base);
    let through = Exception {
        proxy: Some(proxy.address.clone()),
        id: Some("ispid".to_owned()),
        soap_action: Some("urn:status".to_owned()),
        ..Exception::default()
    };
    endpoint.exceptions.insert(Method::Status, through);
    let elsewhere =
        Exception { url: Some("http://127.0.0.1:9/gone?WSDL".to_owned()), ..Exception::default() };
    endpoint.exceptions.insert(Method::Download, elsewhere);
    assert_eq!(endpoint.url(Method::Download), "http://127.0.0.1:9/gone");
    let client = Client::new(endpoint, account()).unwrap();
    assert_eq!(client.previous_upload(stage.nonce()).await.unwrap().sequence, 0);
    assert_eq!(proxy.seen(), Vec::<String>::new());
    let condition = StatusCondition::Domain("shop1.example".to_owned());
    assert!(!client.status(condition, stage.nonce()).await.unwrap().filed);
    let seen = proxy.seen();
    assert!(seen[0].contains("/BeianStatusWebService/queryBeianStatus "), "{}", seen[0]);
    assert!(seen[0].to_ascii_lowercase().contains("soapaction: urn:status"), "{}", seen[0]);
    assert!(client.download(stage.nonce()).await.is_err(), "nobody listens there");
}

#[tokio::test]
async fn a_method_may_have_a_time_of_its_own() {
    let stage = Stage::open().await;
    stage.fault(serde_json::json!([{ "on": "upload", "kind": "delay-ms", "ms": 2000 }])).await;
    let mut endpoint = endpoint_of(&stage.base);
    let hasty = Exception { timeout: Some(Duration::from_millis(200)), ..Exception::default() };
    endpoint.exceptions.insert(Method::Upload, hasty);
    let client = Client::new(endpoint, account()).unwrap();
    let packed = super::stage::pack(beian_authority::sample::new_filing(1));
    let late = client.upload(1, &packed, stage.nonce()).await.unwrap_err();
    assert_eq!(late, TransportError::Timeout.into());
    assert_eq!(client.previous_upload(stage.nonce()).await.unwrap().sequence, 1);
}
