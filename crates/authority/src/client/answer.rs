//! What the calls give back, one type per method.

use crate::codes::MsgCode;
use crate::packing::Packed;
use crate::reply::{DeliveredFile, StatusInfo};

/// The authority took the file (which says nothing yet about its content).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadReply {
    /// The code, always a success.
    pub code: MsgCode,
    /// The authority's own words.
    pub text: String,
}

/// Answer to a download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DownloadReply {
    /// The code, always a success.
    pub code: MsgCode,
    /// The file, if one was waiting. Open it with [`Client::open`](super::Client::open), store it, then acknowledge it.
    pub file: Option<DeliveredFile>,
    /// True if more is waiting: acknowledge this file and call again.
    pub more: bool,
}

/// The last upload the authority has accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviousUpload {
    /// Its number; 0 if nothing was uploaded yet.
    pub sequence: i64,
    /// The file itself, as the authority holds it.
    pub file: Option<DeliveredFile>,
}

impl PreviousUpload {
    /// True if this is the upload of that number with those bytes.
    pub fn is(&self, sequence: i64, packed: &Packed) -> bool {
        let same_bytes = self.file.as_ref().is_none_or(|file| file.hash == packed.md5);
        self.sequence == sequence && same_bytes
    }
}

/// What to ask the status of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatusCondition {
    /// A domain name.
    Domain(String),
    /// A certificate number and its type (证件类型).
    Certificate {
        /// Certificate type.
        kind: i64,
        /// Certificate number.
        number: String,
    },
}

/// Answer to a status query.
pub type StatusReply = StatusInfo;
