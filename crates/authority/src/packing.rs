//! How a document becomes a file and a file a document: GBK text, zip with one entry, MD5, caps.

use std::io::{Cursor, Read as _, Write as _};

use md5::{Digest, Md5};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::credentials::{FileKey, Undecryptable};
use crate::gbk::{self, Undecodable, Unmappable};
use crate::message::DocumentError;
use crate::message::download::DownloadDocument;
use crate::message::upload::UploadDocument;
use crate::reply::DeliveredFile;
use crate::{Violation, Warning};

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

/// Checks a document against the schema and packs it as the single entry of an archive.
pub fn pack(document: &UploadDocument, entry_name: &str) -> Result<Packed, PackError> {
    let violations = document.violations();
    if !violations.is_empty() {
        return Err(PackError::Schema(violations));
    }
    match pack_text(&document.to_xml(), entry_name) {
        Err(PackError::Unmappable(_)) => Err(PackError::Schema(document.violations_in_gbk())),
        packed => packed,
    }
}

/// Packs any text as the single entry of an archive. The same text gives the same bytes.
pub fn pack_text(text: &str, entry_name: &str) -> Result<Packed, PackError> {
    let allowed = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '_');
    if entry_name.is_empty() || entry_name.len() > MAX_NAME || !entry_name.chars().all(allowed) {
        return Err(PackError::EntryName(entry_name.to_owned()));
    }
    let bytes = gbk::encode(text)?;
    let size = bytes.len() as u64;
    if size > MAX_DOCUMENT {
        return Err(PackError::TooLarge(size));
    }
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let written = archive
        .start_file(entry_name, options)
        .and_then(|()| archive.write_all(&bytes).map_err(Into::into))
        .and_then(|()| archive.finish());
    match written {
        Ok(zip) => Ok(Packed::from_zip(zip.into_inner())),
        Err(error) => Err(PackError::Archive(error.to_string())),
    }
}

/// Takes the text out of an archive, never more than [`MAX_DOCUMENT`] bytes of it.
pub fn unpack_text(zip: &[u8]) -> Result<String, UnpackError> {
    Ok(gbk::decode(&unpack_bytes(zip)?)?)
}

/// Takes the bytes of the single entry out of an archive.
pub fn unpack_bytes(zip: &[u8]) -> Result<Vec<u8>, UnpackError> {
    let broken = |error: &dyn std::fmt::Display| UnpackError::Archive(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(zip)).map_err(|error| broken(&error))?;
    if archive.len() != 1 {
        return Err(UnpackError::Entries(archive.len()));
    }
    let entry = archive.by_index(0).map_err(|error| broken(&error))?;
    let mut bytes = Vec::new();
    // The size an archive declares is the sender's word; only what really comes out is counted.
    entry.take(MAX_DOCUMENT + 1).read_to_end(&mut bytes).map_err(|error| broken(&error))?;
    if bytes.len() as u64 > MAX_DOCUMENT {
        return Err(UnpackError::TooLarge);
    }
    Ok(bytes)
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
    Ok(DownloadDocument::from_xml(&unpack_text(&packed.zip)?)?)
}

/// Reads an uploaded file back, as the authority does.
pub fn unpack_upload(packed: &Packed) -> Result<(UploadDocument, Vec<Warning>), UnpackError> {
    Ok(UploadDocument::from_xml(&unpack_text(&packed.zip)?)?)
}

#[cfg(test)]
mod tests;
