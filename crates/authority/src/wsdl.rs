//! The services of the interface and a hand-written WSDL for each: document/literal wrapped, parameters in
//! prototype order, types inline.

use std::fmt::Write as _;

use crate::soap::{Method, TARGET};

/// A service: a path with the methods it serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    /// `upDownLoad`: upload, download, acknowledgement, previous upload.
    Exchange,
    /// `queryBeianStatus`: status query.
    Status,
    /// `verifyBamm`: check of a filing password.
    Verify,
}

impl Service {
    /// Every service.
    pub const ALL: [Self; 3] = [Self::Exchange, Self::Status, Self::Verify];

    /// The name, which is the last part of the path.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exchange => "upDownLoad",
            Self::Status => "queryBeianStatus",
            Self::Verify => "verifyBamm",
        }
    }

    /// The path at the authority's host.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Exchange => "/ISPWebService/upDownLoad",
            Self::Status => "/BeianStatusWebService/queryBeianStatus",
            Self::Verify => "/BeianStatusWebService/verifyBamm",
        }
    }

    /// The methods it serves.
    pub const fn methods(self) -> &'static [Method] {
        match self {
            Self::Exchange => {
                &[Method::Upload, Method::Download, Method::Acknowledge, Method::PreviousUpload]
            }
            Self::Status => &[Method::Status],
            Self::Verify => &[Method::VerifyPassword],
        }
    }
}

/// Parameters of a method with their schema types.
fn parameters(method: Method) -> Vec<(&'static str, &'static str)> {
    let mut all =
        vec![("ispId", "long"), ("userName", "string"), ("randVal", "string"), ("pwdHash", "string")];
    match method {
        Method::Upload => all.extend([
            ("beianInfo", "string"),
            ("beianInfoHash", "string"),
            ("dataSequence", "long"),
            ("encryptAlgorithm", "int"),
        ]),
        Method::Download
        | Method::Acknowledge
        | Method::PreviousUpload
        | Method::Status
        | Method::VerifyPassword => {}
    }
    all.push(("hashAlgorithm", "int"));
    match method {
        Method::Upload => all.push(("compressionFormat", "int")),
        Method::Acknowledge => all.push(("fileName", "string")),
        Method::Status => all.extend([("queryConditionType", "int"), ("queryCondition", "string")]),
        Method::VerifyPassword => all.extend([("baxh", "string"), ("bamm", "string")]),
        Method::Download | Method::PreviousUpload => {}
    }
    all
}

/// The description of a service at an address.
pub fn describe(service: Service, address: &str) -> String {
    let (service, methods) = (service.name(), service.methods());
    let address = crate::xml::escape(address);
    let mut out = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<w:definitions name="{service}" targetNamespace="{TARGET}" xmlns:t="{TARGET}"
  xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:xs="http://www.w3.org/2001/XMLSchema">
<w:documentation>Simulator. Not a real authority.</w:documentation>
<w:types><xs:schema targetNamespace="{TARGET}" elementFormDefault="unqualified">
"#
    );
    for method in methods {
        types(&mut out, *method);
    }
    out.push_str("</xs:schema></w:types>\n");
    for name in methods.iter().map(|method| method.name()) {
        messages(&mut out, name);
    }
    line(&mut out, format_args!(r#"<w:portType name="{service}">"#));
    for name in methods.iter().map(|method| method.name()) {
        operation(&mut out, name);
    }
    out.push_str("</w:portType>\n");
    line(&mut out, format_args!(r#"<w:binding name="{service}Soap" type="t:{service}">"#));
    line(
        &mut out,
        format_args!(r#"<soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>"#),
    );
    for name in methods.iter().map(|method| method.name()) {
        bound_operation(&mut out, name);
    }
    out.push_str("</w:binding>\n");
    line(&mut out, format_args!(r#"<w:service name="{service}">"#));
    line(&mut out, format_args!(r#"<w:port name="{service}Port" binding="t:{service}Soap">"#));
    line(&mut out, format_args!(r#"<soap:address location="{address}"/></w:port></w:service>"#));
    out.push_str("</w:definitions>\n");
    out
}

fn messages(out: &mut String, name: &str) {
    for message in [name.to_owned(), format!("{name}Response")] {
        line(out, format_args!(r#"<w:message name="{message}">"#));
        line(out, format_args!(r#"<w:part name="parameters" element="t:{message}"/></w:message>"#));
    }
}

fn operation(out: &mut String, name: &str) {
    line(out, format_args!(r#"<w:operation name="{name}"><w:input message="t:{name}"/>"#));
    line(out, format_args!(r#"<w:output message="t:{name}Response"/></w:operation>"#));
}

fn bound_operation(out: &mut String, name: &str) {
    line(out, format_args!(r#"<w:operation name="{name}"><soap:operation soapAction=""/>"#));
    line(out, format_args!(r#"<w:input><soap:body use="literal"/></w:input>"#));
    line(out, format_args!(r#"<w:output><soap:body use="literal"/></w:output></w:operation>"#));
}

fn types(out: &mut String, method: Method) {
    let name = method.name();
    line(out, format_args!(r#"<xs:element name="{name}"><xs:complexType><xs:sequence>"#));
    for (parameter, kind) in parameters(method) {
        line(out, format_args!(r#"<xs:element name="{parameter}" type="xs:{kind}"/>"#));
    }
    out.push_str("</xs:sequence></xs:complexType></xs:element>\n");
    line(
        out,
        format_args!(
            r#"<xs:element name="{name}Response"><xs:complexType><xs:sequence><xs:element name="return" type="xs:string"/></xs:sequence></xs:complexType></xs:element>"#
        ),
    );
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    writeln!(out, "{text}").expect("writing to a string");
}
