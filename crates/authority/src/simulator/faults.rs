//! Misbehaviour to order: what goes wrong at which of the next calls.

mod line;

use serde::{Deserialize, Serialize};

use super::state::Row;
use crate::soap::Method;

pub use line::{FaultLine, FaultName, NoFault};

/// Something to go wrong at the next calls that fit. Faults are taken in their order, one for a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "FaultLine", into = "FaultLine")]
pub struct Fault {
    /// At calls of this method.
    pub on: On,
    /// What goes wrong.
    pub kind: FaultKind,
    /// So many times, at least once.
    pub times: u32,
    /// So many calls that fit pass unharmed first.
    pub after: u32,
    /// At calls of this provider only, by unit id.
    pub account: Option<i64>,
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
    /// Whichever comes.
    Any,
}

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// `drop-reply`: the call is carried out; the connection breaks before the body of the answer.
    DropReply,
    /// `cut-reply`: the call is carried out; the connection breaks in the middle of the answer.
    CutReply,
    /// `empty-reply`: the call is carried out; the answer has no content.
    EmptyReply,
    /// `delay-ms`: the call is carried out; the answer comes late.
    DelayMs {
        /// By so many milliseconds.
        ms: u64,
    },
    /// `late`: the call is carried out late, and answered then.
    Late {
        /// By so many milliseconds.
        ms: u64,
    },
    /// `cut-request`: the connection breaks while the request is read; the call is not carried out.
    CutRequest,
    /// `refuse-connection-like`: the connection breaks at once; the call is not carried out.
    RefuseConnectionLike,
    /// `http-500`; the call is not carried out.
    Http500,
    /// `http-status`: a status of HTTP; the call is not carried out.
    HttpStatus {
        /// The status.
        status: u16,
    },
    /// `rubbish`: an answer that is no SOAP; the call is not carried out.
    Rubbish,
    /// `soap-fault`: a fault of SOAP; the call is not carried out.
    SoapFault,
    /// `maintenance`: code 901 or 902; the call is not carried out.
    Maintenance,
    /// `code`: any code of the interface; the call is not carried out.
    Code {
        /// The code.
        code: i64,
    },
    /// `wrong-hash`: code 7 after an upload, a `beianInfoHash` that does not fit in a download.
    WrongHash,
    /// `corrupt-zip`: code 8 after an upload, a damaged archive (whose hash fits) in a download.
    CorruptZip,
    /// `duplicate`: a download delivers the file again that was acknowledged last.
    Duplicate,
}

impl Fault {
    /// A fault at the next call of a method.
    pub fn once(on: On, kind: FaultKind) -> Self {
        Self { on, kind, times: 1, after: 0, account: None }
    }

    /// Whether it is for a call of that method and provider.
    pub(super) fn fits(&self, method: Method, account: Option<i64>) -> bool {
        self.on.is(method) && self.account.is_none_or(|own| account == Some(own))
    }
}

impl Row for Fault {}

impl On {
    fn is(self, method: Method) -> bool {
        let own = match self {
            Self::Upload => Method::Upload,
            Self::Download => Method::Download,
            Self::Ack => Method::Acknowledge,
            Self::Query => Method::PreviousUpload,
            Self::Status => Method::Status,
            Self::Verify => Method::VerifyPassword,
            Self::Any => return true,
        };
        method == own
    }
}
