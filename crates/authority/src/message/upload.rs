//! Upload documents (上报数据): the root, and one module per document below it.

pub mod icp;

use std::io::BufRead;

pub use icp::IcpUpload;
pub use icp::new_filing as xzba;

use super::DocumentError;
use crate::codes::CodeTables;
use crate::element::check::Strictness;
use crate::element::{Sink, choice};
use crate::{Violation, Warning};

const ROOT: &str = "UploadData";

choice! {
    /// `UploadData`: one file of a provider.
    pub enum UploadDocument {
        /// `ICP`: filings.
        Icp(IcpUpload) = "ICP",
    }
}

impl UploadDocument {
    /// A file that carries new filings only.
    pub fn new_filing(unit: i64, new_filing: icp::new_filing::NewFiling) -> Self {
        Self::Icp(IcpUpload { new_filing: Some(new_filing), unit })
    }

    /// Writes the document in table order.
    pub(crate) fn write_to(&self, sink: &mut dyn Sink) {
        super::write(sink, ROOT, |out| self.write_chosen(out));
    }

    /// The document as text, in table order, not yet in GBK.
    pub fn to_xml(&self) -> String {
        let mut text = String::new();
        self.write_to(&mut text);
        text
    }

    /// Everything in which the document breaks the published schema.
    pub fn violations(&self) -> Vec<Violation> {
        super::violations(self, Strictness::default())
    }

    /// The fields with characters that GBK does not have, besides everything [`Self::violations`] tells.
    pub fn violations_in_gbk(&self) -> Vec<Violation> {
        super::violations(self, Strictness { encoding: true, ..Strictness::default() })
    }

    /// The codes that are not in the authority's tables, besides everything [`Self::violations`] tells.
    pub fn violations_with(&self, tables: &CodeTables) -> Vec<Violation> {
        super::violations(self, Strictness { tables: Some(tables), ..Strictness::default() })
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
