//! The documents that travel inside the files: what a provider uploads and what it downloads.

pub mod download;
pub mod parts;
pub mod upload;

pub use parts::Approval;

use std::io::BufRead;

use crate::element::check::Strictness;
use crate::element::{Checking, Content, Facet, Reading, Writer};
use crate::packing::Sink;
use crate::xml::XmlError;
use crate::{Unreadable, Violation, Warning};

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

/// Reads one document from UTF-8: root and version first, then what stands below.
fn read<T: Content>(source: &mut dyn BufRead, root: &str) -> Result<(T, Vec<Warning>), DocumentError> {
    let mut reading = Reading::new(source);
    let (name, version) = reading.root()?;
    if name != root {
        return Err(DocumentError::Kind(name));
    }
    if version.as_deref() != Some(crate::VERSION) {
        return Err(DocumentError::Version(version));
    }
    let document = T::read(&mut reading)?;
    reading.end()?;
    Ok((document, reading.warnings))
}

/// Writes one document; the declaration names GBK because that is how it will be encoded.
fn write(sink: &mut dyn Sink, root: &str, below: impl FnOnce(&mut Writer<'_>)) {
    let mut out = Writer::new(sink);
    out.raw("<?xml version=\"1.0\" encoding=\"GBK\"?>\n<");
    out.raw(root);
    out.raw(" version=\"");
    out.raw(crate::VERSION);
    out.raw("\">");
    below(&mut out);
    out.close(root);
    out.finish();
}

/// Everything in which a document breaks the published schema.
fn violations<T: Content>(document: &T, strictness: Strictness<'_>) -> Vec<Violation> {
    let mut checking = Checking::new(strictness);
    document.check(&Facet::OPEN, &mut checking);
    checking.violations
}

#[cfg(test)]
mod tests;
