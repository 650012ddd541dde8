//! The documents that are packed: a thousand invented filings.

use std::path::{Path, PathBuf};

use beian_authority::message::upload::UploadDocument;
use beian_authority::message::upload::xzba::{Filing, NewFiling};
use beian_authority::value::Blob;
use beian_authority::{gbk, sample};

/// Filings in a file, the most the interface allows.
pub const RECORDS: u32 = 1000;
const PICTURES: usize = 4;
const PICTURE_SIZE: usize = 8 * 1024;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Workload {
    /// Four pictures of 8 KB in every filing, bytes without any order.
    Pictures,
    /// The same, and every picture begins with the tables of one program.
    Photographs,
    /// No pictures, three services in every filing: about 2.5 KB.
    Text,
}

impl Workload {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 3] = [Self::Pictures, Self::Photographs, Self::Text];

    /// The name in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pictures => "pictures",
            Self::Photographs => "photographs",
            Self::Text => "text",
        }
    }

    /// The document.
    pub fn document(self) -> UploadDocument {
        let mut state = 88_172_645_463_325_252;
        let filings = (1..=RECORDS).map(|n| self.filing(n, &mut state)).collect();
        UploadDocument::new_filing(1001, NewFiling { filings })
    }

    fn filing(self, n: u32, state: &mut u64) -> Filing {
        let mut filing = sample::filing(n);
        filing.attachments.truncate(PICTURES);
        let head = match self {
            Self::Pictures => &[],
            Self::Photographs => sample::PICTURE,
            Self::Text => {
                filing.attachments.clear();
                filing.services.extend((1..3).flat_map(|k| sample::filing(n + k * RECORDS).services));
                &[]
            }
        };
        for attachment in &mut filing.attachments {
            let noise = (head.len()..PICTURE_SIZE).map(|_| next(state));
            attachment.content = Blob(head.iter().copied().chain(noise).collect());
        }
        filing
    }

    /// Where its bytes lie for zlib.
    pub fn text_in(self, dir: &Path) -> PathBuf {
        dir.join(format!("{}.xml", self.name()))
    }

    /// Writes its bytes as they go into an archive.
    pub fn write_text(self, path: &Path) -> Result<(), String> {
        let bytes = gbk::encode(&self.document().to_xml()).map_err(|error| error.to_string())?;
        std::fs::write(path, bytes).map_err(|error| error.to_string())
    }
}

/// Bytes without order, the same in every run (xorshift).
fn next(state: &mut u64) -> u8 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    state.to_be_bytes()[2]
}
