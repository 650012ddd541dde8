//! Envelopes as strangers send them: understood, or refused with a name for what is wrong.

use super::{CallWriter, ENVELOPE, Method, Request, SoapError, TARGET, decode, reply_to_xml, returned};
use crate::codes::MsgCode;
use crate::reply::{DeliveredFile, NotAReturn, Return};
use crate::xml::XmlError;

const DOCUMENT: &str = "<?xml version=\"1.0\" encoding=\"GBK\"?>\n<return version=\"V.3.0\"><msg_code>2</msg_code><msg>没有数据</msg></return>";

/// A reply around what stands in its wrapper.
fn reply(inside: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"{ENVELOPE}\"><s:Body><m:isp_downloadResponse xmlns:m=\"{TARGET}\">{inside}\
         </m:isp_downloadResponse></s:Body></s:Envelope>"
    )
}

fn escaped(document: &str) -> String {
    crate::xml::escape(document).into_owned()
}

fn code_in(envelope: &str) -> MsgCode {
    Return::from_xml(returned(envelope).unwrap()).unwrap().code
}

#[test]
fn a_return_is_found_in_every_dress() {
    let text = escaped(DOCUMENT);
    let dresses = [
        reply(&format!("<return>{text}</return>")),
        reply(&format!("<m:return>{text}</m:return>")),
        reply(&format!("<return xmlns=\"\">{text}</return>")),
        reply(&format!("<return xmlns:i=\"urn:i\" i:type=\"xs:string\">{text}</return>")),
        reply(&format!("<return><![CDATA[{DOCUMENT}]]></return>")),
        reply(&format!("\n  <!-- news --><other/>\n  <return>\n\t{text}\r\n </return>\n")),
        reply(&format!("<return>\u{feff}{text}</return>")),
        reply(&format!("<return>{}</return>", text.replace("GBK", "gb2312"))),
        reply(&format!("<return>{}</return>", text.replace("&lt;", "&#60;").replace("&gt;", "&#x3E;"))),
        format!("\u{feff}\n{}", reply(&format!("<return>{text}</return>"))),
        reply(&format!("<return>{text}</return>")).replace(TARGET, "http://www.miitbeian.gov.cn"),
        reply(&format!("<return>{text}</return>")).replace("<s:Body>", "<s:Header><x/></s:Header><s:Body>"),
    ];
    for dress in dresses {
        let document = returned(&dress).unwrap();
        let read = Return::from_xml(&document).unwrap();
        assert_eq!((read.code, read.text.as_str()), (MsgCode::NOTHING, "没有数据"), "{dress}");
    }
}

#[test]
fn what_is_no_reply_is_refused_by_name() {
    let bomb = "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    let deep = "<a>".repeat(40_000) + &"</a>".repeat(40_000);
    let text = escaped(DOCUMENT);
    let attributes = (0..1000).map(|n| format!(" a{n}=\"\"")).collect::<Vec<_>>().concat();
    let refused = [
        (format!("{bomb}{}", reply("<return>&b;</return>")), SoapError::Xml(XmlError::Doctype)),
        (reply("<return>&b;</return>"), SoapError::Xml(XmlError::Entity("b".to_owned()))),
        (reply(&deep), SoapError::Xml(XmlError::TooDeep)),
        (reply(&"<a/>".repeat(2_000)), SoapError::Xml(XmlError::TooManyElements(1_000))),
        (reply(&format!("<return a=\"{}\"/>", "x".repeat(5_000_000))), SoapError::Xml(XmlError::LongTag)),
        (reply(&format!("<{}/>", "x".repeat(5_000_000))), SoapError::Xml(XmlError::LongTag)),
        (reply(&format!("<return xmlns=\"{}\"/>", "x".repeat(9_000))), SoapError::Xml(XmlError::LongTag)),
        (reply(&format!("<return{attributes}/>")), SoapError::Xml(XmlError::TooManyAttributes)),
        (reply("<q:return/>"), SoapError::Xml(XmlError::Prefix("q".to_owned()))),
        (reply(""), SoapError::NoReturn),
        (reply("<result>0</result>"), SoapError::NoReturn),
        (reply("<return/>"), SoapError::NoReturn),
        (reply("<return><return><msg_code>2</msg_code></return></return>"), SoapError::ReturnIsMarkup),
        (format!("<s:Envelope xmlns:s=\"{ENVELOPE}\"/>"), SoapError::Envelope),
        (format!("<s:Envelope xmlns:s=\"{ENVELOPE}\"><s:Body/></s:Envelope>"), SoapError::Envelope),
        ("<Envelope><Body/></Envelope>".to_owned(), SoapError::Envelope),
        ("<html><body>busy</body></html>".to_owned(), SoapError::Envelope),
        (String::new(), SoapError::Xml(XmlError::Root)),
        (
            reply(&text).replace(ENVELOPE, "http://www.w3.org/2003/05/soap-envelope"),
            SoapError::Version("http://www.w3.org/2003/05/soap-envelope".to_owned()),
        ),
        (super::fault_to_xml("系统 <繁忙>"), SoapError::Fault("系统 <繁忙>".to_owned())),
    ];
    for (envelope, expected) in refused {
        assert_eq!(returned(&envelope), Err(expected), "{envelope:.200}");
    }
    let cut = reply(&format!("<return>{text}</return>"));
    for length in [10, 100, 200, cut.chars().count() - 1] {
        let cut: String = cut.chars().take(length).collect();
        assert!(matches!(returned(cut), Err(SoapError::Xml(XmlError::Syntax(_)))), "{length}");
    }
}

#[test]
fn what_is_no_return_document_is_refused_by_name() {
    let refused = [
        ("成功", "root"),
        ("<return><msg>成功</msg></return>", "no msg_code"),
        ("<return><msg_code>none</msg_code></return>", "no msg_code"),
        ("<answer><msg_code>0</msg_code></answer>", "the root is answer"),
        ("<!DOCTYPE return><return><msg_code>0</msg_code></return>", "document type"),
        ("<return><msg_code>0</msg_code><VerifyRes>2</VerifyRes></return>", "VerifyRes is 2"),
        (
            "<return><msg_code>0</msg_code><fileInfos><beianInfo>?</beianInfo></fileInfos></return>",
            "beianInfo is not base64",
        ),
    ];
    for (text, expected) in refused {
        let NotAReturn(reason) = Return::from_xml(text).unwrap_err();
        assert!(reason.contains(expected), "{reason}");
    }
}

#[test]
fn envelopes_come_in_several_encodings() {
    let plain = reply(&format!("<return>{}</return>", escaped(DOCUMENT)));
    let saying = |encoding: &str| format!("<?xml version=\"1.0\" encoding=\"{encoding}\"?>{plain}");
    let gbk = |text: &str| crate::gbk::encode(text).unwrap();
    let utf16 =
        |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let with_mark = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    let understood: [(Vec<u8>, Option<&str>); 12] = [
        (plain.clone().into(), None),
        (plain.clone().into(), Some("text/xml; charset=utf-8")),
        (plain.clone().into(), Some("text/xml;charset=\"ISO-8859-1\"")),
        (saying("UTF-8").into(), Some("text/xml")),
        (with_mark(b"\xef\xbb\xbf", saying("UTF-8").into()), Some("text/xml; charset=GBK")),
        (gbk(&saying("GBK")), Some("text/xml")),
        (gbk(&saying("gb2312")), Some("text/xml; charset=utf-8")),
        (gbk(&plain), Some("application/soap+xml; Charset='gb18030'")),
        (with_mark(b"\xff\xfe", utf16(&saying("UTF-16"), u16::to_le_bytes)), None),
        (
            with_mark(b"\xfe\xff", utf16(&saying("UTF-16"), u16::to_be_bytes)),
            Some("text/xml; charset=utf-16"),
        ),
        (utf16(&plain, u16::to_le_bytes), None),
        (utf16(&plain, u16::to_be_bytes), None),
    ];
    for (bytes, content_type) in understood {
        let text = decode(bytes, content_type).unwrap();
        let read = Return::from_xml(returned(&text).unwrap()).unwrap();
        assert_eq!(read.text, "没有数据", "{content_type:?} {text:.60}");
    }
    let refused: [(Vec<u8>, Option<&str>, &str); 4] = [
        (gbk(&plain), None, "UTF-8"),
        (vec![0xff; 50], Some("text/xml; charset=gbk"), "gb18030"),
        (with_mark(b"\xef\xbb\xbf", gbk(&plain)), None, "UTF-8"),
        (with_mark(b"\xff\xfe", vec![0, 0xd8, 0, 0]), None, "UTF-16LE"),
    ];
    for (bytes, content_type, name) in refused {
        assert_eq!(decode(bytes, content_type), Err(SoapError::Encoding(name.to_owned())));
    }
}

#[test]
fn calls_come_in_every_dress_too() {
    let call = |method: &str, namespace: &str, inside: &str| {
        format!(
            "<e:Envelope xmlns:e=\"{ENVELOPE}\"><e:Body><{method} xmlns=\"{namespace}\">{inside}</{method}>\
             </e:Body></e:Envelope>"
        )
    };
    for inside in ["<baxh>粤</baxh>", "<baxh xmlns=\"\">粤</baxh>", "<BAXH><![CDATA[粤]]></BAXH>"] {
        let request = Request::from_xml(call("isp_verifybamm", TARGET, inside)).unwrap();
        assert_eq!((request.method, request.parameter("baxh")), (Method::VerifyPassword, Some("粤")));
    }
    for (method, namespace) in [("isp_getcjm", TARGET), ("isp_upload", "urn:other"), ("isp_upload", "")] {
        let refused = Request::from_xml(call(method, namespace, ""));
        assert_eq!(refused, Err(SoapError::Method(method.to_owned())));
    }
}

#[test]
fn bytes_go_both_ways_without_a_copy_of_the_call() {
    let bytes: Vec<u8> = (0..100_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    let mut call = CallWriter::new(Method::Upload, 140_000);
    call.base64("beianInfo", |take| bytes.chunks(48).for_each(take));
    call.text("userName", "a&b<c>\"d\"\r\n");
    let request = Request::from_xml(call.finish()).unwrap();
    assert_eq!(request.parameter("userName"), Some("a&b<c>\"d\"\r\n"));
    let body = request.parameter("beianInfo").map(crate::value::decode_base64);
    assert_eq!(body, Some(Some(bytes.clone())));
    let file = DeliveredFile {
        name: "a.xml".to_owned(),
        encryption: 1,
        hashing: 0,
        compression: 0,
        hash: vec![1; 16],
        body: bytes,
    };
    let sent = Return { file: Some(file), sequence: Some(7), ..Return::bare(MsgCode::DONE, "成功") };
    for wrapped in [false, true] {
        let document = sent.to_xml(wrapped);
        for document in [document.replace('\n', "\r\n"), document.replace('\n', " \t\n"), document] {
            let envelope = reply_to_xml(Method::PreviousUpload, &document);
            assert_eq!(Return::from_xml(returned(envelope).unwrap()), Ok(sent.clone()));
        }
    }
    assert_eq!(
        code_in(&reply_to_xml(Method::Upload, &Return::bare(MsgCode::GAP, "").to_xml(true))),
        MsgCode::GAP
    );
}
