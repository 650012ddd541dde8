//! Download documents (下发数据): the root, and one module per document below it.

pub mod bajg;
pub mod basj;

use bajg::Results;
use basj::FilingData;

use super::{DocumentError, begin, block, noted};
use crate::element::{Checking, Reading};
use crate::xml::{self, Node, close_tag, open_tag};
use crate::{Unreadable, Violation, Warning};

/// `DownloadData`: one file of the authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DownloadDocument {
    /// `ICP`: about filings.
    Icp(IcpDownload),
    /// A block that is not read yet (`IP`, `YM`, `JCDM`, `SJTB`); keep the bytes.
    Unread(String),
}

/// `DownloadData/ICP`: what the authority says about filings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IcpDownload {
    /// `BASJ` 备案数据: filings as they now stand in the register.
    pub filing_data: Option<FilingData>,
    /// `BAJG` 备案结果: answers to requests.
    pub results: Option<Results>,
}

impl DownloadDocument {
    /// The document as text, not yet in GBK; `None` for a block that is not ours to write.
    pub fn to_xml(&self) -> Option<String> {
        match self {
            Self::Icp(icp) => {
                let mut out = begin("DownloadData");
                icp.write(&mut out);
                close_tag(&mut out, "DownloadData");
                Some(out)
            }
            Self::Unread(_) => None,
        }
    }

    /// Everything in which the document breaks the published schema.
    pub fn violations(&self) -> Vec<Violation> {
        let mut checking = Checking::default();
        if let Self::Icp(icp) = self {
            crate::element::check::maybe(&icp.filing_data, &mut checking, None, 1, "BASJ");
            crate::element::check::maybe(&icp.results, &mut checking, None, 1, "BAJG");
        }
        checking.violations
    }

    /// Reads a document; what is not understood is named in the warnings.
    pub fn from_xml(text: &str) -> Result<(Self, Vec<Warning>), DocumentError> {
        let root = xml::parse(text)?;
        let block = block(&root, "DownloadData")?;
        let mut reading = Reading::default();
        let document = match block.name.as_str() {
            "ICP" => Self::Icp(reading.at("ICP", |reading| IcpDownload::read(block, reading))?),
            "IP" | "YM" | "JCDM" | "SJTB" => {
                reading.warnings.push(Warning::Unknown(block.name.clone()));
                Self::Unread(block.name.clone())
            }
            other => return Err(DocumentError::Kind(other.to_owned())),
        };
        Ok((document, noted(reading)))
    }
}

impl IcpDownload {
    fn write(&self, out: &mut String) {
        use crate::element::write::maybe;
        open_tag(out, "ICP");
        maybe(&self.filing_data, out, "BASJ");
        maybe(&self.results, out, "BAJG");
        close_tag(out, "ICP");
    }

    fn read(node: &Node, reading: &mut Reading) -> Result<Self, Unreadable> {
        use crate::element::read::maybe;
        reading.expect_only(node, &["BASJ", "BAJG"]);
        Ok(Self { filing_data: maybe(node, reading, "BASJ")?, results: maybe(node, reading, "BAJG")? })
    }
}
