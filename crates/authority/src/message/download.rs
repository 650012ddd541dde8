//! Download documents (下发数据): the root, and one module per document below it.

pub mod icp;

use std::io::BufRead;

pub use icp::IcpDownload;
pub use icp::filing_data as basj;
pub use icp::results as bajg;

use super::DocumentError;
use crate::element::check::Strictness;
use crate::element::{Sink, choice};
use crate::{Violation, Warning};

const ROOT: &str = "DownloadData";

choice! {
    /// `DownloadData`: one file of the authority.
    pub enum DownloadDocument {
        /// `ICP`: about filings.
        Icp(IcpDownload) = "ICP",
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

    /// Reads a document; what is not understood is named in the warnings.
    pub fn from_xml(text: &str) -> Result<(Self, Vec<Warning>), DocumentError> {
        Self::read_from(&mut text.as_bytes())
    }

    /// Reads a document from UTF-8 as it comes.
    pub(crate) fn read_from(source: &mut dyn BufRead) -> Result<(Self, Vec<Warning>), DocumentError> {
        super::read(source, ROOT)
    }
}
