//! The wire itself: spellings of parameters, WSDL, and what is not understood.

use beian_authority::client::{Client, TransportError};
use beian_authority::codes::MsgCode;
use beian_authority::credentials::{Secret, password_hash};
use beian_authority::reply::Return;
use beian_authority::simulator::SimulatedAccount;
use beian_authority::soap::{self, Method};
use beian_authority::wsdl::Service;

use super::stage::{Stage, endpoint_of};

const PATH: &str = "/ISPWebService/upDownLoad";

async fn call(stage: &Stage, body: String) -> (u16, String) {
    let response = stage.http.post(format!("{}{PATH}", stage.base)).body(body).send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

async fn code(stage: &Stage, parameters: &str) -> MsgCode {
    let body = format!(
        "<e:Envelope xmlns:e=\"{}\"><e:Header/><e:Body><isp_download xmlns=\"{}\">{parameters}</isp_download></e:Body></e:Envelope>",
        soap::ENVELOPE,
        soap::TARGET
    );
    let (status, text) = call(stage, body).await;
    assert_eq!(status, 200, "{text}");
    Return::from_xml(soap::returned(&text).unwrap()).unwrap().code
}

#[tokio::test]
async fn parameters_come_in_any_spelling() {
    let stage = Stage::open().await;
    let nonce = "abcdefghijKLMNOPQRST";
    let hash = password_hash(&Secret::new("demo-Pass01"), nonce).unwrap();
    // Qualified by the default namespace, shuffled, with attributes and white space.
    let shuffled = format!(
        "<pwdHash>{hash}\n</pwdHash><randVal>{nonce}</randVal><hashAlgorithm> 0 </hashAlgorithm>\
         <ISPID t=\"xsd:long\">1001</ISPID><userName>demo</userName><extra/>"
    );
    assert_eq!(code(&stage, &shuffled).await, MsgCode::NOTHING);
    let plain = shuffled.replace("<ISPID t=\"xsd:long\">", "<ispId xmlns=\"\">");
    let plain = plain.replace("</ISPID>", "</ispId>");
    assert_eq!(code(&stage, &plain).await, MsgCode::NOTHING);
    assert_eq!(code(&stage, &shuffled.replace(nonce, "short")).await, MsgCode::NONCE);
    assert_eq!(code(&stage, &shuffled.replace("> 0 <", ">3<")).await, MsgCode::HASHING);
}

#[tokio::test]
async fn what_is_no_call_gets_a_fault() {
    let stage = Stage::open().await;
    let unknown = format!(
        "<e:Envelope xmlns:e=\"{}\"><e:Body><isp_verifybamm xmlns=\"{}\"/></e:Body></e:Envelope>",
        soap::ENVELOPE,
        soap::TARGET
    );
    let elsewhere = unknown.replace("isp_verifybamm", "isp_download").replace(soap::TARGET, "urn:other");
    for body in [unknown, elsewhere, "rubbish".to_owned(), "<!DOCTYPE a><a/>".to_owned()] {
        let (status, text) = call(&stage, body).await;
        assert_eq!(status, 500);
        assert!(matches!(soap::returned(&text), Err(soap::SoapError::Fault(_))), "{text}");
    }
}

#[tokio::test]
async fn every_service_describes_itself() {
    let stage = Stage::open().await;
    for service in Service::ALL {
        let path = service.path();
        let (status, wsdl) = stage.get(&format!("{path}?wsdl")).await;
        assert_eq!(status, 200);
        for method in Method::ALL {
            let told = wsdl.contains(&format!("element name=\"{}\"", method.name()));
            assert_eq!(told, service.methods().contains(&method), "{} at {path}", method.name());
        }
        assert!(wsdl.contains(&format!("location=\"{}{path}\"", stage.base)));
        assert!(beian_authority::xml::parse(&wsdl).is_ok());
        for query in ["WSDL", "singleWsdl"] {
            assert_eq!(stage.get(&format!("{path}?{query}")).await, (200, wsdl.clone()));
        }
        assert_eq!(stage.get(path).await.0, 405);
    }
}

#[tokio::test]
async fn calls_in_other_encodings_are_read() {
    let stage = Stage::open().await;
    let envelope = format!(
        "<e:Envelope xmlns:e=\"{}\"><e:Body><m:isp_download xmlns:m=\"{}\"><userName>无名</userName>\
         <randVal>abcdefghijKLMNOPQRST</randVal></m:isp_download></e:Body></e:Envelope>",
        soap::ENVELOPE,
        soap::TARGET
    );
    let gbk = beian_authority::gbk::encode(&envelope).unwrap();
    let utf16: Vec<u8> = envelope.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (content_type, body) in [("text/xml; charset=GBK", gbk.clone()), ("text/xml", utf16)] {
        let url = format!("{}{PATH}?wsdl", stage.base);
        let response = stage.http.post(url).header("Content-Type", content_type).body(body).send();
        let text = response.await.unwrap().text().await.unwrap();
        assert_eq!(Return::from_xml(soap::returned(text).unwrap()).unwrap().code, MsgCode::USER);
    }
    let response = stage.http.post(format!("{}{PATH}", stage.base)).body(gbk).send().await.unwrap();
    assert_eq!(response.status().as_u16(), 500);
    let fault = soap::returned(response.text().await.unwrap()).unwrap_err();
    assert_eq!(fault.to_string(), "SOAP fault: the bytes are not UTF-8 text");
}

#[tokio::test]
async fn the_client_hears_what_a_fault_says() {
    let stage = Stage::open().await;
    let mut endpoint = endpoint_of(&stage.base);
    endpoint.upload = format!("{}{}", stage.base, Service::Status.path());
    let client = Client::new(endpoint, SimulatedAccount::demo().for_client().unwrap()).unwrap();
    let refused = client.download(stage.nonce()).await.unwrap_err();
    assert_eq!(refused, TransportError::Fault("unknown method isp_download".to_owned()).into());
}
