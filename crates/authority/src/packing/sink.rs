//! Where a document goes while it is written.

use crate::value::encode_base64;

/// Takes a document as it is written.
pub(crate) trait Sink {
    /// Markup and text, not yet in GBK; pieces of some tens of kilobytes.
    fn text(&mut self, text: &str);
    /// Bytes that travel as base64 (pictures): will not compress beyond 6 bits per character.
    fn picture(&mut self, bytes: &[u8]);
}

/// The document as text, for a person or a schema validator to look at.
impl Sink for String {
    fn text(&mut self, text: &str) {
        self.push_str(text);
    }

    fn picture(&mut self, bytes: &[u8]) {
        self.push_str(&encode_base64(bytes));
    }
}
