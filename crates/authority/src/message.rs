//! The documents that travel inside the files: what a provider uploads and what it downloads.

pub mod download;
mod parts;
pub mod upload;

pub use parts::Approval;

use crate::element::Reading;
use crate::xml::{Node, XmlError};
use crate::{Unreadable, Warning};

/// Why a text is not one of the documents.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// Not XML, or XML we refuse to read.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// XML with another root or without a known block.
    #[error("{0} is not a document of this interface")]
    Kind(String),
    /// Another interface version (code 5004).
    #[error("version {0:?} is not spoken here")]
    Version(Option<String>),
    /// Something required is absent or of the wrong form (code 5001).
    #[error(transparent)]
    Content(#[from] Unreadable),
}

/// Checks root and version and hands out the block below the root.
fn block<'n>(root: &'n Node, name: &str) -> Result<&'n Node, DocumentError> {
    if root.name != name {
        return Err(DocumentError::Kind(root.name.clone()));
    }
    match root.attribute("version") {
        Some(crate::VERSION) => {}
        other => return Err(DocumentError::Version(other.map(str::to_owned))),
    }
    match root.children.as_slice() {
        [block] => Ok(block),
        _ => Err(DocumentError::Kind(root.name.clone())),
    }
}

/// Opens the text of a document: the declaration names GBK because that is how it will be encoded.
fn begin(root: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"GBK\"?>\n<{root} version=\"{}\">", crate::VERSION)
}

fn noted(reading: Reading) -> Vec<Warning> {
    reading.warnings
}

#[cfg(test)]
mod tests;
