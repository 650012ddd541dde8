//! SOAP 1.1 envelopes, document/literal wrapped: requests with their parameters, replies, faults.

use crate::xml::{self, Node, XmlError, close_tag, open_tag, push_element};

/// Namespace of SOAP 1.1.
pub const ENVELOPE: &str = "http://schemas.xmlsoap.org/soap/envelope/";
/// Target namespace of the interface.
pub const TARGET: &str = "http://www.miibeian.gov.cn";

/// The methods of the interface that are spoken here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// `isp_upload`
    Upload,
    /// `isp_download`
    Download,
    /// `isp_downloadack`
    Acknowledge,
    /// `isp_querypreviousupload`
    PreviousUpload,
    /// `isp_querybeianstatus`
    Status,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 5] =
        [Self::Upload, Self::Download, Self::Acknowledge, Self::PreviousUpload, Self::Status];

    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Upload => "isp_upload",
            Self::Download => "isp_download",
            Self::Acknowledge => "isp_downloadack",
            Self::PreviousUpload => "isp_querypreviousupload",
            Self::Status => "isp_querybeianstatus",
        }
    }

    /// The method of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
}

/// Why a text is not the envelope that was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SoapError {
    /// Not XML.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// Not a SOAP 1.1 envelope with a body.
    #[error("not a SOAP 1.1 envelope")]
    Envelope,
    /// A method nobody knows, or in another namespace.
    #[error("unknown method {0}")]
    Method(String),
    /// The other side answered with a fault.
    #[error("SOAP fault: {0}")]
    Fault(String),
    /// A reply without `return`.
    #[error("the reply has no return value")]
    NoReturn,
}

/// A call: the method and its parameters in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Which method.
    pub method: Method,
    /// Name and value of each parameter.
    pub parameters: Vec<(String, String)>,
}

impl Request {
    /// The value of a parameter; names are compared without regard to case, because senders disagree on
    /// `ispId` and `ispID`.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The envelope as text (UTF-8); parameters carry no namespace.
    pub fn to_xml(&self) -> String {
        let name = self.method.name();
        let mut body = format!("<m:{name} xmlns:m=\"{TARGET}\">");
        for (parameter, value) in &self.parameters {
            push_element(&mut body, parameter, value);
        }
        close_tag(&mut body, &format!("m:{name}"));
        envelope(&body)
    }

    /// Reads an envelope; parameters may be qualified or not, in any order.
    pub fn from_xml(text: &str) -> Result<Self, SoapError> {
        let root = xml::parse(text)?;
        let call = content(&root)?;
        let unknown = || SoapError::Method(call.name.clone());
        if call.namespace.as_deref() != Some(TARGET) {
            return Err(unknown());
        }
        let method = Method::named(&call.name).ok_or_else(unknown)?;
        let parameters = call.children.iter().map(|child| (child.name.clone(), child.text.clone()));
        Ok(Self { method, parameters: parameters.collect() })
    }
}

/// The envelope of a reply: the return document travels as text inside.
pub fn reply_to_xml(method: Method, returned: &str) -> String {
    let name = method.name();
    let mut body = format!("<m:{name}Response xmlns:m=\"{TARGET}\">");
    push_element(&mut body, "return", returned);
    close_tag(&mut body, &format!("m:{name}Response"));
    envelope(&body)
}

/// The envelope of a fault.
pub fn fault_to_xml(text: &str) -> String {
    let mut body = String::new();
    open_tag(&mut body, "s:Fault");
    push_element(&mut body, "faultcode", "s:Client");
    push_element(&mut body, "faultstring", text);
    close_tag(&mut body, "s:Fault");
    envelope(&body)
}

/// Takes the return document out of a reply; wrapper and `return` may be qualified or not.
pub fn returned(text: &str) -> Result<String, SoapError> {
    let root = xml::parse(text)?;
    let reply = content(&root)?;
    if reply.name == "Fault" {
        let reason = reply.child("faultstring").map_or("", |reason| reason.text.trim());
        return Err(SoapError::Fault(reason.to_owned()));
    }
    reply.child("return").map(|returned| returned.text.clone()).ok_or(SoapError::NoReturn)
}

fn envelope(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <s:Envelope xmlns:s=\"{ENVELOPE}\"><s:Body>{body}</s:Body></s:Envelope>"
    )
}

fn content(root: &Node) -> Result<&Node, SoapError> {
    let is_soap = |node: &Node| node.namespace.as_deref() == Some(ENVELOPE);
    if root.name != "Envelope" || !is_soap(root) {
        return Err(SoapError::Envelope);
    }
    let body = root.children.iter().find(|child| child.name == "Body" && is_soap(child));
    body.and_then(|body| body.children.first()).ok_or(SoapError::Envelope)
}
