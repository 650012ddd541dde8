//! Download documents (下发数据): the root, and one module per document below it.

pub mod base_codes;
pub mod domain;
pub mod icp;
pub mod ip;
mod parts;
pub mod reported;
pub mod sync;
#[cfg(test)]
mod tests;

use std::io::BufRead;

pub use base_codes::BaseCodes;
pub use domain::DomainDownload;
pub use icp::IcpDownload;
pub use icp::filing_data as basj;
pub use icp::results as bajg;
pub use ip::IpDownload;
pub use parts::{Address, ServicePerson};
pub use sync::DataSync;

use super::DocumentError;
use crate::element::check::Strictness;
use crate::element::choice;
use crate::packing::Sink;
use crate::{Violation, Warning};

const ROOT: &str = "DownloadData";

choice! {
    /// `DownloadData`: one file of the authority.
    pub enum DownloadDocument {
        /// `ICP`: about filings.
        Icp(IcpDownload) = "ICP",
        /// `IP`: about reported addresses.
        Ip(IpDownload) = "IP",
        /// `YM`: about reported domain names.
        Domain(DomainDownload) = "YM",
        /// `JCDM` 基础代码: the tables of codes.
        BaseCodes(BaseCodes) = "JCDM",
        /// `SJTB` 数据同步: what the authority holds.
        Sync(DataSync) = "SJTB",
    }
}

impl DownloadDocument {
    /// Writes the document in table order.
    pub(crate) fn write_to(&self, sink: &mut dyn Sink) {
        super::write(sink, ROOT, |out| self.write_chosen(out));
    }

    /// The document as text, not yet in GBK.
    pub fn to_xml(&self) -> String {
        let mut text = String::new();
        self.write_to(&mut text);
        text
    }

    /// Everything in which the document breaks the published schema.
    pub fn violations(&self) -> Vec<Violation> {
        super::violations(self, Strictness::default())
    }

    /// The same, and the fields with characters that GBK does not have.
    pub fn violations_in_gbk(&self) -> Vec<Violation> {
        super::violations(self, Strictness { encoding: true, ..Strictness::default() })
    }

    /// Reads a document; what is not understood is named in the warnings.
    pub fn from_xml(text: &str) -> Result<(Self, Vec<Warning>), DocumentError> {
        Self::read_from(&mut text.as_bytes())
    }

    /// Reads a document from UTF-8 as it comes.
    pub(crate) fn read_from(source: &mut dyn BufRead) -> Result<(Self, Vec<Warning>), DocumentError> {
        super::read(source, ROOT)
    }
}
