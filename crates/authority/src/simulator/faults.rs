//! Scripted misbehaviour: what a test orders to go wrong at the next calls, in order.

use serde::{Deserialize, Serialize};

use crate::soap::Method;

/// One thing to go wrong, once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// At the next call of this method.
    pub on: On,
    /// What goes wrong.
    #[serde(flatten)]
    pub kind: FaultKind,
}

/// The method a fault waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum On {
    /// `isp_upload`
    Upload,
    /// `isp_download`
    Download,
    /// `isp_downloadack`
    Ack,
    /// `isp_querypreviousupload`
    Query,
    /// `isp_querybeianstatus`
    Status,
    /// `isp_verifybamm`
    Verify,
}

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FaultKind {
    /// The call is carried out; the connection breaks before the answer.
    DropReply,
    /// The call is carried out; the answer comes late.
    DelayMs {
        /// By so many milliseconds.
        ms: u64,
    },
    /// HTTP 500; the call is not carried out.
    #[serde(rename = "http-500")]
    Http500,
    /// An answer that is no SOAP; the call is not carried out.
    Rubbish,
    /// The hash does not fit: code 7 after an upload, a wrong `beianInfoHash` in a download.
    WrongHash,
    /// Code 901 or 902; the call is not carried out.
    Maintenance,
    /// The connection breaks at once; the call is not carried out.
    RefuseConnectionLike,
    /// Any code of the interface; the call is not carried out.
    Code {
        /// The code.
        code: i64,
    },
}

impl On {
    pub(super) fn method(self) -> Method {
        match self {
            Self::Upload => Method::Upload,
            Self::Download => Method::Download,
            Self::Ack => Method::Acknowledge,
            Self::Query => Method::PreviousUpload,
            Self::Status => Method::Status,
            Self::Verify => Method::VerifyPassword,
        }
    }
}
