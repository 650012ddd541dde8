//! What the client puts on the wire, and settings it refuses.

use std::time::Duration;

use super::{Account, Client, ConfigError, Dialect, Endpoint};
use crate::credentials::{Nonce, Secret};
use crate::soap::{Method, Request};

fn account() -> Account {
    Account { isp_id: 1001, user_name: "demo".to_owned(), password: Secret::new("demo-Pass01"), key: None }
}

#[test]
fn a_request_looks_like_this() {
    let client = Client::new(Endpoint::at("http://127.0.0.1:1"), account()).unwrap();
    let nonce = Nonce::parse("abcdefghijKLMNOPQRST").unwrap();
    let text = client.asking(Method::Download, &nonce).unwrap().finish();
    insta::assert_snapshot!(text);
    let request = Request::from_xml(&text).unwrap();
    assert_eq!(request.method, Method::Download);
    assert_eq!(request.to_xml(), text);
    let other = client.asking(Method::PreviousUpload, &nonce).unwrap().finish();
    let first = Request::from_xml(other).unwrap().parameters.swap_remove(0);
    assert_eq!(first.0, "ispId", "working clients spell this one differently");
}

#[test]
fn addresses_lose_their_wsdl_suffix() {
    let mut endpoint = Endpoint::at("http://bureau.example/");
    endpoint.status = "http://other.example/BeianStatusWebService/queryBeianStatus?wsdl".to_owned();
    assert_eq!(endpoint.url(Method::Upload), "http://bureau.example/ISPWebService/upDownLoad");
    assert_eq!(endpoint.url(Method::Status), "http://other.example/BeianStatusWebService/queryBeianStatus");
    assert_eq!(endpoint.timeout, Duration::from_mins(2));
}

#[test]
fn settings_are_checked_before_the_first_call() {
    let endpoint = Endpoint { upload: "ftp://bureau.example".to_owned(), ..Endpoint::at("http://b.example") };
    assert!(matches!(Client::new(endpoint, account()), Err(ConfigError::Url(_))));
    let nobody = Account { user_name: " ".to_owned(), ..account() };
    assert!(matches!(Client::new(Endpoint::at("http://b.example"), nobody), Err(ConfigError::Account)));
    let proxied = Endpoint { proxy: Some("no address".to_owned()), ..Endpoint::at("http://b.example") };
    assert_eq!(Client::new(proxied, account()).err(), Some(ConfigError::Proxy));
    let dialect = Dialect { soap_action: "a\nb".to_owned(), ..Dialect::default() };
    let endpoint = Endpoint { dialect, ..Endpoint::at("http://b.example") };
    assert_eq!(Client::new(endpoint, account()).err(), Some(ConfigError::SoapAction("a\nb".to_owned())));
    let mut endpoint = Endpoint::at("http://b.example");
    endpoint.exceptions.entry(Method::Status).or_default().id = Some("isp id".to_owned());
    assert_eq!(Client::new(endpoint, account()).err(), Some(ConfigError::Parameter("isp id".to_owned())));
}

#[test]
fn secrets_are_not_printed() {
    let client = Client::new(Endpoint::at("http://127.0.0.1:1"), account()).unwrap();
    assert!(!format!("{client:?}").contains("Pass01"));
}
