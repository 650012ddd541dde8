//! Upload documents (上报数据): the root, and one module per document below it.

pub mod domain;
pub mod icp;
pub mod ip;
mod rules;

use std::io::BufRead;

pub use domain::DomainUpload;
pub use icp::IcpUpload;
pub use icp::new_filing as xzba;
pub use ip::IpUpload;

use super::DocumentError;
use crate::codes::CodeTables;
use crate::element::check::Strictness;
use crate::element::choice;
use crate::packing::Sink;
use crate::{Violation, Warning};

const ROOT: &str = "UploadData";
/// So many records one file may hold (interface document: every upload at most 1,000 records).
pub const MAX_RECORDS: usize = 1000;

choice! {
    /// `UploadData`: one file of a provider.
    pub enum UploadDocument {
        /// `ICP`: filings.
        Icp(IcpUpload) = "ICP",
        /// `IP`: addresses.
        Ip(IpUpload) = "IP",
        /// `YM`: domains.
        Domain(DomainUpload) = "YM",
    }
}

impl UploadDocument {
    /// A file that carries new filings only.
    pub fn new_filing(unit: i64, new_filing: icp::new_filing::NewFiling) -> Self {
        Self::Icp(IcpUpload { new_filing: Some(new_filing), ..IcpUpload::of(unit) })
    }

    /// The provider's unit id (请求单位ID).
    pub const fn unit(&self) -> i64 {
        match self {
            Self::Icp(icp) => icp.unit,
            Self::Ip(ip) => ip.unit,
            Self::Domain(domain) => domain.unit,
        }
    }

    /// How many records the file carries, at most [`MAX_RECORDS`].
    pub fn records(&self) -> usize {
        self.records_by_document().iter().sum()
    }

    fn records_by_document(&self) -> Vec<usize> {
        match self {
            Self::Icp(icp) => icp.records().to_vec(),
            Self::Ip(ip) => ip.records().to_vec(),
            Self::Domain(domain) => domain.records().to_vec(),
        }
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

    /// Everything in which the document breaks the published schema: the authority would refuse the file.
    pub fn schema_violations(&self) -> Vec<Violation> {
        super::violations(self, Strictness::default())
    }

    /// Everything the authority would not take: what breaks the schema, and what breaks the rules that stand
    /// beside it in the interface document as far as they can be told from the document alone.
    pub fn violations(&self) -> Vec<Violation> {
        self.told(Strictness::default())
    }

    /// The fields with characters that GBK does not have, besides everything [`Self::violations`] tells.
    pub fn violations_in_gbk(&self) -> Vec<Violation> {
        self.told(Strictness { encoding: true, ..Strictness::default() })
    }

    /// The codes that are not in the authority's tables, besides everything [`Self::violations`] tells.
    pub fn violations_with(&self, tables: &CodeTables) -> Vec<Violation> {
        self.told(Strictness { tables: Some(tables), ..Strictness::default() })
    }

    fn told(&self, strictness: Strictness<'_>) -> Vec<Violation> {
        let mut violations = super::violations(self, strictness);
        violations.extend(rules::violations(self));
        violations
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
