//! Why a file was not read, as facts; the words for it are the page's.

use thiserror::Error;

/// What a file looks like that is none of those we read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// No bytes at all.
    Empty,
    /// A ZIP archive without anything that would make it a package.
    Archive,
    /// RAR, 7z, tar, gzip: another kind of archive.
    OtherArchive,
    /// A picture: a screenshot of the values, usually.
    Picture,
    /// A document: PDF, Word, Excel.
    Document,
    /// An installer or program of a desktop system.
    Program,
    /// A disk image (DMG, ISO).
    DiskImage,
    /// A web page, usually the error or login page that was saved in place of the package.
    WebPage,
    /// Other text.
    Text,
    /// A bare private key, which nobody should hand around.
    PrivateKey,
    /// A request for a certificate (CSR), not yet a certificate.
    CertificateRequest,
    /// Nothing known.
    Unknown,
}

/// Something only a made-up file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trick {
    /// Two entries of one name: which one counts depends on the reader.
    DuplicateName,
    /// Two entries claim the same bytes.
    Overlap,
    /// A name that leads out of the archive (`../`, absolute).
    Escape,
    /// An entry unpacks to more than it says.
    Bomb,
    /// Lengths or offsets beyond the file.
    Length,
    /// Values nested deeper than anything real.
    Depth,
    /// The name of an entry differs between directory and entry.
    NameMismatch,
}

/// Why there are no facts.
#[derive(Debug, Clone, PartialEq, Eq, Error, serde::Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Refusal {
    /// None of the kinds we read.
    #[error("not a package: {looks_like:?}")]
    NotAPackage {
        /// What it is instead.
        looks_like: Likeness,
    },
    /// The part cannot be read without a key that only a device or a store has.
    #[error("encrypted: {part}")]
    Encrypted {
        /// Name of the part.
        part: String,
    },
    /// It ends before it should.
    #[error("cut off in {part}")]
    Truncated {
        /// The part that was being read.
        part: String,
    },
    /// A part does not follow its own format.
    #[error("damaged: {part}: {what}")]
    Damaged {
        /// The part that was being read.
        part: String,
        /// What is wrong with it, for engineers.
        what: String,
    },
    /// It has what a package of its kind must have, except this.
    #[error("without {part}")]
    Incomplete {
        /// The part that is missing.
        part: String,
    },
    /// Made to mislead or to exhaust a reader.
    #[error("hostile: {trick:?} in {part}")]
    Hostile {
        /// How.
        trick: Trick,
        /// Where.
        part: String,
    },
    /// More than [`Limits`](crate::Limits) allows.
    #[error("too much: {part}, more than {most}")]
    TooMuch {
        /// Of what.
        part: String,
        /// The limit, in the part's own unit (bytes or pieces).
        most: u64,
    },
    /// Signed in a way we do not know.
    #[error("unknown signing scheme {id:#x}")]
    UnknownScheme {
        /// The number of the block or format.
        id: u32,
    },
    /// A keystore, and no password was given.
    #[error("a password is needed")]
    PasswordNeeded,
    /// A keystore, and the password does not open it.
    #[error("the password is wrong")]
    PasswordWrong,
    /// The reader of the file failed.
    #[error("reading: {what}")]
    Unreadable {
        /// What the system said.
        what: String,
    },
}
