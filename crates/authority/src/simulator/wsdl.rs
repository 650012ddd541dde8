//! A hand-written WSDL: document/literal wrapped, parameters in prototype order.

use std::fmt::Write as _;

use crate::soap::{Method, TARGET};

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
        Method::Download | Method::Acknowledge | Method::PreviousUpload | Method::Status => {}
    }
    all.push(("hashAlgorithm", "int"));
    match method {
        Method::Upload => all.push(("compressionFormat", "int")),
        Method::Acknowledge => all.push(("fileName", "string")),
        Method::Status => all.extend([("queryConditionType", "int"), ("queryCondition", "string")]),
        Method::Download | Method::PreviousUpload => {}
    }
    all
}

/// The description of one service at one address.
pub(super) fn describe(service: &str, address: &str, methods: &[Method]) -> String {
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
        for message in [name.to_owned(), format!("{name}Response")] {
            line(
                &mut out,
                format_args!(
                    r#"<w:message name="{message}"><w:part name="parameters" element="t:{message}"/></w:message>"#
                ),
            );
        }
    }
    line(&mut out, format_args!(r#"<w:portType name="{service}">"#));
    for name in methods.iter().map(|method| method.name()) {
        line(
            &mut out,
            format_args!(
                r#"<w:operation name="{name}"><w:input message="t:{name}"/><w:output message="t:{name}Response"/></w:operation>"#
            ),
        );
    }
    out.push_str("</w:portType>\n");
    line(
        &mut out,
        format_args!(
            r#"<w:binding name="{service}Soap" type="t:{service}"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>"#
        ),
    );
    for name in methods.iter().map(|method| method.name()) {
        line(
            &mut out,
            format_args!(
                r#"<w:operation name="{name}"><soap:operation soapAction=""/><w:input><soap:body use="literal"/></w:input><w:output><soap:body use="literal"/></w:output></w:operation>"#
            ),
        );
    }
    out.push_str("</w:binding>\n");
    line(
        &mut out,
        format_args!(
            r#"<w:service name="{service}"><w:port name="{service}Port" binding="t:{service}Soap"><soap:address location="{address}"/></w:port></w:service>"#
        ),
    );
    out.push_str("</w:definitions>\n");
    out
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
