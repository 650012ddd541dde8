//! Upload documents (上报数据): the root, and one module per document below it.

pub mod xzba;

use xzba::NewFiling;

use super::{DocumentError, begin, block, noted};
use crate::element::{Checking, Content, Reading};
use crate::value::ID;
use crate::xml::{self, Node, close_tag, open_tag};
use crate::{Unreadable, Violation, Warning};

/// `UploadData`: one file of a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UploadDocument {
    /// `ICP`: filings.
    Icp(IcpUpload),
}

/// `UploadData/ICP`: what a provider reports about filings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IcpUpload {
    /// `Qqdwid` 请求单位ID: the provider's unit id, the same as in the call (else code 5003).
    pub unit: i64,
    /// `XZBA` 新增备案.
    pub new_filing: Option<NewFiling>,
}

impl UploadDocument {
    /// A file that carries new filings only.
    pub fn new_filing(unit: i64, new_filing: NewFiling) -> Self {
        Self::Icp(IcpUpload { unit, new_filing: Some(new_filing) })
    }

    /// The document as text, in table order, not yet in GBK.
    pub fn to_xml(&self) -> String {
        let mut out = begin("UploadData");
        match self {
            Self::Icp(icp) => icp.write(&mut out),
        }
        close_tag(&mut out, "UploadData");
        out
    }

    /// Everything in which the document breaks the published schema.
    pub fn violations(&self) -> Vec<Violation> {
        let mut checking = Checking::default();
        match self {
            Self::Icp(icp) => icp.check(&mut checking),
        }
        checking.violations
    }

    /// Reads a document; what is not understood is named in the warnings.
    pub fn from_xml(text: &str) -> Result<(Self, Vec<Warning>), DocumentError> {
        Self::from_node(&xml::parse(text)?)
    }

    pub(crate) fn from_node(root: &Node) -> Result<(Self, Vec<Warning>), DocumentError> {
        let block = block(root, "UploadData")?;
        let mut reading = Reading::default();
        let document = match block.name.as_str() {
            "ICP" => Self::Icp(reading.at("ICP", |reading| IcpUpload::read(block, reading))?),
            other => return Err(DocumentError::Kind(other.to_owned())),
        };
        Ok((document, noted(reading)))
    }
}

impl IcpUpload {
    fn write(&self, out: &mut String) {
        open_tag(out, "ICP");
        crate::element::write::maybe(&self.new_filing, out, "XZBA");
        self.unit.write("Qqdwid", out);
        close_tag(out, "ICP");
    }

    fn read(node: &Node, reading: &mut Reading) -> Result<Self, Unreadable> {
        use crate::element::read::{maybe, one};
        reading.expect_only(node, &["XZBA", "Qqdwid"]);
        Ok(Self { unit: one(node, reading, "Qqdwid")?, new_filing: maybe(node, reading, "XZBA")? })
    }

    fn check(&self, checking: &mut Checking) {
        use crate::element::check::{maybe, one};
        maybe(&self.new_filing, checking, None, 1, "XZBA");
        one(&self.unit, checking, Some(&ID), 1, "Qqdwid");
    }
}
