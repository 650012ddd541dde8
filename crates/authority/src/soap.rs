//! SOAP 1.1 envelopes, document/literal wrapped: requests with their parameters, replies, faults.

mod encoding;
mod reply;
mod request;
#[cfg(test)]
mod tests;

use crate::xml::{Node, XmlError};

pub use encoding::decode;
pub use reply::{fault_to_xml, reply_to_xml, returned};
pub use request::{CallWriter, Request};

/// Namespace of SOAP 1.1.
pub const ENVELOPE: &str = "http://schemas.xmlsoap.org/soap/envelope/";
/// Target namespace of the interface.
pub const TARGET: &str = "http://www.miibeian.gov.cn";

/// The methods of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// `isp_verifybamm`
    VerifyPassword,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 6] = [
        Self::Upload,
        Self::Download,
        Self::Acknowledge,
        Self::PreviousUpload,
        Self::Status,
        Self::VerifyPassword,
    ];

    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Upload => "isp_upload",
            Self::Download => "isp_download",
            Self::Acknowledge => "isp_downloadack",
            Self::PreviousUpload => "isp_querypreviousupload",
            Self::Status => "isp_querybeianstatus",
            Self::VerifyPassword => "isp_verifybamm",
        }
    }

    /// The method of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
}

/// Elements an envelope may hold; a call needs about twenty.
const MOST_ELEMENTS: usize = 1_000;

/// Why bytes or a text are not the envelope that was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SoapError {
    /// The bytes are no text in the encoding they claim, nor in UTF-8.
    #[error("the bytes are not {0} text")]
    Encoding(String),
    /// Not XML.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// An envelope of another SOAP version; its namespace.
    #[error("a SOAP envelope of another version than 1.1: {0}")]
    Version(String),
    /// Not a SOAP 1.1 envelope with a body.
    #[error("not a SOAP 1.1 envelope")]
    Envelope,
    /// A method nobody knows, or in another namespace.
    #[error("unknown method {0}")]
    Method(String),
    /// The other side answered with a fault.
    #[error("SOAP fault: {0}")]
    Fault(String),
    /// A reply without `return`, or with an empty one.
    #[error("the reply has no return value")]
    NoReturn,
    /// The return document stands in the envelope as elements instead of as text.
    #[error("the return value is markup, not text")]
    ReturnIsMarkup,
}

fn open_envelope(out: &mut String) {
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<s:Envelope xmlns:s=\"");
    out.push_str(ENVELOPE);
    out.push_str("\"><s:Body>");
}

fn close_envelope(out: &mut String) {
    out.push_str("</s:Body></s:Envelope>");
}

/// Opens the element named after a method, in the target namespace.
fn open_wrapper(out: &mut String, name: &str) {
    out.push_str("<m:");
    out.push_str(name);
    out.push_str(" xmlns:m=\"");
    out.push_str(TARGET);
    out.push_str("\">");
}

fn close_wrapper(out: &mut String, name: &str) {
    out.push_str("</m:");
    out.push_str(name);
    out.push('>');
}

/// Reads an envelope and gives the one element of its body.
fn content(text: &str) -> Result<Node, SoapError> {
    let root = crate::xml::parse_up_to(text, MOST_ELEMENTS)?;
    let namespace = root.namespace.as_deref();
    match (root.name.as_str(), namespace) {
        ("Envelope", Some(ENVELOPE)) => {}
        ("Envelope", Some(other)) => return Err(SoapError::Version(other.chars().take(100).collect())),
        _ => return Err(SoapError::Envelope),
    }
    let is_body = |child: &Node| child.name == "Body" && child.namespace.as_deref() == Some(ENVELOPE);
    let body = root.children.into_iter().find(is_body).ok_or(SoapError::Envelope)?;
    body.children.into_iter().next().ok_or(SoapError::Envelope)
}
