//! How a document becomes a file and a file a document: GBK text, zip with one entry, MD5, caps.

mod ahead;
mod archive;
mod beside;
mod deflate;
mod entry;
mod evenness;
mod literal;
mod outlet;
mod sink;
mod stream;

use std::io::{self, BufRead, Read as _};

use md5::{Digest, Md5};

use crate::codes::CodeTables;
use crate::credentials::{FileKey, Undecryptable};
use crate::gbk::{Rare, Undecodable, Unmappable};
use crate::message::DocumentError;
use crate::message::download::DownloadDocument;
use crate::message::upload::UploadDocument;
use crate::reply::DeliveredFile;
use crate::{Violation, Warning};

pub(crate) use ahead::with_text;
pub(crate) use entry::entry;
pub(crate) use sink::Sink;
pub(crate) use stream::ZipSink;

/// A document may be this large once unpacked (interface document: 50 MB per file).
pub const MAX_DOCUMENT: u64 = 50 * 1024 * 1024;
/// The name of a zip entry: letters, digits and a dot, at most this many bytes.
const MAX_NAME: usize = 128;

/// A file as it is kept: a plain zip with its MD5. Encryption happens on the way out and in.
#[derive(Clone, PartialEq, Eq)]
pub struct Packed {
    /// The zip archive.
    pub zip: Vec<u8>,
    /// MD5 of the zip archive.
    pub md5: [u8; 16],
}

impl std::fmt::Debug for Packed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Packed({} bytes, md5 {})", self.zip.len(), self.md5_hex())
    }
}

impl Packed {
    /// Takes zip bytes and computes their hash.
    pub fn from_zip(zip: Vec<u8>) -> Self {
        let md5 = Md5::digest(&zip).into();
        Self { zip, md5 }
    }

    /// The hash as lower-case hexadecimal text, for logs and comparison.
    pub fn md5_hex(&self) -> String {
        hex(&self.md5)
    }
}

/// Lower-case hexadecimal text.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string");
        text
    })
}

/// Why a document cannot be sent.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// It breaks the published schema and would come back with code 5001.
    #[error("the document breaks the schema in {} places", .0.len())]
    Schema(Vec<Violation>),
    /// A character outside GBK; the position counts characters of the whole document.
    #[error(transparent)]
    Unmappable(#[from] Unmappable),
    /// Larger than the authority takes.
    #[error("the document has {0} bytes, {MAX_DOCUMENT} are allowed")]
    TooLarge(u64),
    /// The entry name has other characters than letters, digits and a dot, or is too long.
    #[error("the entry name {0:?} is not allowed")]
    EntryName(String),
    /// The archive could not be written.
    #[error("the archive could not be written: {0}")]
    Archive(String),
}

/// Why a received file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnpackError {
    /// Sent with an algorithm the interface does not define.
    #[error("unknown {what} algorithm {id}")]
    Algorithm {
        /// Which kind: `encryption`, `hash`, `compression`.
        what: &'static str,
        /// The id that came.
        id: i64,
    },
    /// Encrypted, and no key is configured.
    #[error("the file is encrypted and no key is known")]
    NoKey,
    /// Cannot be decrypted.
    #[error(transparent)]
    Decrypt(#[from] Undecryptable),
    /// The content is not what the hash says.
    #[error("the hash does not match the content")]
    Hash,
    /// Not a readable zip archive.
    #[error("not a readable archive: {0}")]
    Archive(String),
    /// Not exactly one entry.
    #[error("the archive has {0} entries instead of one")]
    Entries(usize),
    /// Larger than allowed once unpacked.
    #[error("the document is larger than {MAX_DOCUMENT} bytes")]
    TooLarge,
    /// Not GBK text.
    #[error(transparent)]
    Text(#[from] Undecodable),
    /// Not one of the documents.
    #[error(transparent)]
    Document(#[from] DocumentError),
}

/// How a document is packed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Packing<'t> {
    /// What to do with a character GBK does not have.
    pub rare: Rare,
    /// The codes the authority knows; without them codes are not checked.
    pub tables: Option<&'t CodeTables>,
}

/// Checks a document against schema and rules and packs it as the single entry of an archive.
pub fn pack(document: &UploadDocument, entry_name: &str) -> Result<Packed, PackError> {
    pack_as(document, entry_name, Packing::default())
}

/// The same in another way. The document is written into the archive piece by piece.
pub fn pack_as(
    document: &UploadDocument,
    entry_name: &str,
    packing: Packing<'_>,
) -> Result<Packed, PackError> {
    let violations = match packing.tables {
        Some(tables) => document.violations_with(tables),
        None => document.violations(),
    };
    if !violations.is_empty() {
        return Err(PackError::Schema(violations));
    }
    let mut sink = ZipSink::new(entry_name, packing.rare)?;
    document.write_to(&mut sink);
    match sink.finish() {
        Err(PackError::Unmappable(_)) => Err(PackError::Schema(document.violations_in_gbk())),
        packed => packed,
    }
}

/// Packs any text as the single entry of an archive. The same text gives the same bytes.
pub fn pack_text(text: &str, entry_name: &str) -> Result<Packed, PackError> {
    let mut sink = ZipSink::new(entry_name, Rare::Refused)?;
    sink.text(text);
    sink.finish()
}

/// Takes the text out of an archive, never more than [`MAX_DOCUMENT`] bytes of it.
pub fn unpack_text(zip: &[u8]) -> Result<String, UnpackError> {
    let mut text = String::new();
    match with_text(zip, |reader| reader.read_to_string(&mut text))? {
        Ok(_) => Ok(text),
        Err(error) => Err(UnpackError::from(&error)),
    }
}

/// Takes the bytes of the single entry out of an archive.
pub fn unpack_bytes(zip: &[u8]) -> Result<Vec<u8>, UnpackError> {
    let mut bytes = Vec::new();
    match entry(zip)?.read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(UnpackError::from(&error)),
    }
}

/// Opens a file of the authority: decrypts it and compares the hash. The result is what to keep.
pub fn open(file: &DeliveredFile, key: Option<&FileKey>) -> Result<Packed, UnpackError> {
    let known = |what, id, most| {
        if (0..=most).contains(&id) { Ok(()) } else { Err(UnpackError::Algorithm { what, id }) }
    };
    known("encryption", file.encryption, 1)?;
    known("hash", file.hashing, 0)?;
    known("compression", file.compression, 0)?;
    let zip = match (file.encryption, key) {
        (0, _) => file.body.clone(),
        (_, Some(key)) => key.decrypt(&file.body)?,
        (_, None) => return Err(UnpackError::NoKey),
    };
    let packed = Packed::from_zip(zip);
    if file.hash == packed.md5 { Ok(packed) } else { Err(UnpackError::Hash) }
}

/// Reads the document of an opened file.
pub fn unpack(packed: &Packed) -> Result<(DownloadDocument, Vec<Warning>), UnpackError> {
    read(&packed.zip, |source| DownloadDocument::read_from(source))
}

/// Reads an uploaded file back, as the authority does.
pub fn unpack_upload(packed: &Packed) -> Result<(UploadDocument, Vec<Warning>), UnpackError> {
    read(&packed.zip, |source| UploadDocument::read_from(source))
}

/// Reads a document while it is unpacked. What is wrong with the archive counts more than what follows from it.
fn read<T>(
    zip: &[u8],
    document: impl FnOnce(&mut dyn BufRead) -> Result<T, DocumentError>,
) -> Result<T, UnpackError> {
    let (read, trouble) = with_text(zip, |source| {
        let mut watched = Watched { source, trouble: None };
        (document(&mut watched), watched.trouble)
    })?;
    match trouble {
        Some(trouble) => Err(trouble),
        None => Ok(read?),
    }
}

/// Remembers what went wrong with a source.
struct Watched<'s> {
    source: &'s mut dyn BufRead,
    trouble: Option<UnpackError>,
}

impl BufRead for Watched<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.source.fill_buf().inspect_err(|error| self.trouble = Some(UnpackError::from(error)))
    }

    fn consume(&mut self, amount: usize) {
        self.source.consume(amount);
    }
}

impl io::Read for Watched<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut ready = self.fill_buf()?;
        let amount = ready.read(out)?;
        self.consume(amount);
        Ok(amount)
    }
}

#[cfg(test)]
mod tests;
