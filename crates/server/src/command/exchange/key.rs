//! The key of the files: from two files, or from an account of the configuration.

use std::path::Path;

use beian_authority::credentials::FileKey;
use beian_authority::packing::Packed;
use beian_authority::reply::DeliveredFile;

use super::{Stop, account, input};
use crate::assemble::configuration;
use crate::config::{Authority, Source};

const REMEDY: &str = "name the right key with --authority NAME or --decrypt KEY_FILE:OFFSET_FILE";

/// What seals and opens files.
pub enum Keys {
    /// Nothing was named.
    None,
    /// Key and offset from two files.
    Files(FileKey),
    /// An account of the configuration.
    Account(Box<Authority>),
}

impl Keys {
    /// The keys that the command line names.
    pub fn named(source: &Source, files: Option<&str>, name: Option<&str>) -> anyhow::Result<Self> {
        if let Some(files) = files {
            return Ok(Self::Files(from_files(files)?));
        }
        let Some(name) = name else { return Ok(Self::None) };
        let config = configuration(source)?;
        Ok(Self::Account(Box::new(account(&config, name)?.clone())))
    }

    /// The bytes of `beianInfo` and `encryptAlgorithm`; `None` when nothing was named.
    pub fn seal(&self, packed: &Packed) -> Option<(Vec<u8>, u8)> {
        match self {
            Self::None => None,
            Self::Files(key) => Some((key.encrypt(&packed.zip), 1)),
            Self::Account(authority) => {
                let sealed = authority.client.seal(packed);
                Some(sealed.map_or_else(|| (packed.zip.clone(), 0), |sealed| (sealed, 1)))
            }
        }
    }

    /// Decrypts bytes of which nothing else is known.
    pub fn decrypt(&self, sealed: &[u8]) -> Result<Vec<u8>, String> {
        let plain = match self {
            Self::None => return Err(format!("the file is encrypted; {REMEDY}")),
            Self::Files(key) => key.decrypt(sealed).map_err(|error| error.to_string()),
            Self::Account(authority) => authority.client.unseal(sealed).map_err(|error| error.to_string()),
        };
        let plain = plain.map_err(|error| format!("{error}; {REMEDY}"))?;
        if plain.starts_with(b"PK") {
            Ok(plain)
        } else {
            Err(format!("not what this key encrypted; {REMEDY}"))
        }
    }

    /// Opens a file: decrypts it and compares its hash, where it has one.
    pub fn open(&self, file: &DeliveredFile) -> Result<Packed, String> {
        let opened = match self {
            Self::None => beian_authority::packing::open(file, None),
            Self::Files(key) => beian_authority::packing::open(file, Some(key)),
            Self::Account(authority) => authority.client.open(file),
        };
        opened.map_err(|error| format!("{error}; {REMEDY}"))
    }
}

fn from_files(files: &str) -> Result<FileKey, Stop> {
    let form = || Stop::Unusable(format!("{files:?} is not of the form KEY_FILE:OFFSET_FILE"));
    let (key, offset) = files.split_once(':').ok_or_else(form)?;
    let read = |file: &str| {
        let file = Path::new(file);
        let text = input::text(file, input::bytes(file)?)?;
        Ok::<_, Stop>(text.trim_end_matches(['\r', '\n']).to_owned())
    };
    FileKey::new(&read(key)?, &read(offset)?).map_err(|error| Stop::Unusable(format!("{files}: {error}")))
}
