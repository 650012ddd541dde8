//! `[keys]`: the file with the keys that seal personal data, and how it is written.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use beian_app::Chance;
use beian_store::{Cipher, Keyring, KeyringError};
use config::{Config as Layers, File, FileFormat};

use super::reader::Reader;
use super::setting::{Section, open};

/// The section.
pub static SECTION: Section = Section {
    name: "keys",
    about: &["密钥：个人信息加密存放 Keys: personal data is sealed at rest"],
    settings: &[
        open(
            "file",
            "\"beian-keys.toml\"",
            &[
                "密钥文件，由 beian keys new 生成；请与数据库分开备份，丢失后数据无法读出。",
                "Made by `beian keys new`. Back it up apart from the database: without it the data is gone.",
            ],
        ),
        open(
            "cipher",
            "\"aes-256-gcm\"",
            &[
                "新数据的加密算法：aes-256-gcm 或 sm4-gcm（商用密码）。",
                "How new values are sealed: aes-256-gcm or sm4-gcm.",
            ],
        ),
    ],
};

const HEAD: &str = "\
# Beian 密钥。请与数据库分开备份；丢失后数据无法读出，泄露等于数据泄露。
# Keys of Beian. Back this up apart from the database. Lost: the data is gone. Seen: the data is seen.
";

/// Where the keys are, and how new values are sealed.
#[derive(Debug, Clone)]
pub struct Keys {
    /// The key file.
    pub file: PathBuf,
    /// How new values are sealed.
    pub cipher: Cipher,
}

/// Why the key file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// There is none.
    #[error("{0} does not exist; make it with `beian keys new`, or bring it back from the backup")]
    Absent(PathBuf),
    /// There is one already, and it must not be overwritten.
    #[error("{0} exists already; `beian keys rotate` adds a key to it")]
    Present(PathBuf),
    /// It cannot be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    /// It does not say what it should.
    #[error("{0} is not a key file: {1}; bring it back from the backup")]
    Content(PathBuf, String),
    /// Its keys do not fit together.
    #[error(transparent)]
    Keyring(#[from] KeyringError),
}

/// What a key file says.
struct Content {
    current: u32,
    index: [u8; 32],
    links: [u8; 32],
    keys: BTreeMap<u32, [u8; 32]>,
}

impl Keys {
    pub(super) fn read(reader: &mut Reader) -> Self {
        let name = SECTION.name;
        reader.needed(name, "file", "name the key file");
        let ciphers = [("aes-256-gcm", Cipher::Aes256Gcm), ("sm4-gcm", Cipher::Sm4Gcm)];
        Self { file: reader.path(name, "file"), cipher: reader.choice(name, "cipher", &ciphers) }
    }

    /// The keys that seal, and the one that signs links.
    pub fn open(&self) -> Result<(Keyring, [u8; 32]), KeyFileError> {
        let content = self.content()?;
        Ok((Keyring::new(content.current, content.keys, content.index, self.cipher)?, content.links))
    }

    /// Makes the key file with a first key. Never overwrites one.
    pub fn create(&self, chance: &Chance) -> Result<(), KeyFileError> {
        if self.file.exists() {
            return Err(KeyFileError::Present(self.file.clone()));
        }
        let keys = BTreeMap::from([(1, chance.bytes())]);
        self.write(&Content { current: 1, index: chance.bytes(), links: chance.bytes(), keys })
    }

    /// Adds a key that seals from now on; older ones still open. Tells its number.
    pub fn rotate(&self, chance: &Chance) -> Result<u32, KeyFileError> {
        let mut content = self.content()?;
        content.current = content.keys.keys().max().map_or(1, |last| last + 1);
        content.keys.insert(content.current, chance.bytes());
        self.write(&content)?;
        Ok(content.current)
    }

    fn content(&self) -> Result<Content, KeyFileError> {
        let file = &self.file;
        if !file.exists() {
            return Err(KeyFileError::Absent(file.clone()));
        }
        let text = std::fs::read_to_string(file).map_err(|error| KeyFileError::File(file.clone(), error))?;
        parse(&text).map_err(|why| KeyFileError::Content(self.file.clone(), why))
    }

    /// Writes beside and renames, so that a crash leaves either the old file or the new one.
    fn write(&self, content: &Content) -> Result<(), KeyFileError> {
        let (index, links) = (BASE64.encode(content.index), BASE64.encode(content.links));
        let current = content.current;
        let mut text =
            format!("{HEAD}current = {current}\nindex = \"{index}\"\nlinks = \"{links}\"\n\n[keys]\n");
        for (number, key) in &content.keys {
            text.push_str(&format!("{number} = \"{}\"\n", BASE64.encode(key)));
        }
        write_private(&self.file, &text).map_err(|error| KeyFileError::File(self.file.clone(), error))
    }
}

/// Only for our own eyes from its first byte, and there for good when this returns: data sealed under keys that a
/// power cut took away is lost.
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(directory)?;
    let beside = path.with_extension("new");
    // One that an earlier attempt left may be open to others.
    if let Err(error) = std::fs::remove_file(&beside)
        && error.kind() != std::io::ErrorKind::NotFound
    {
        return Err(error);
    }
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    std::fs::rename(beside, path)?;
    std::fs::File::open(directory)?.sync_all()
}

fn parse(text: &str) -> Result<Content, String> {
    let layers = Layers::builder().add_source(File::from_str(text, FileFormat::Toml)).build();
    let layers = layers.map_err(|error| error.to_string())?;
    let current = layers.get_int("current").map_err(|error| error.to_string())?;
    let named = |name: &str| {
        let text = layers.get_string(name).map_err(|error| error.to_string())?;
        key(&text).ok_or(format!("{name} is not 32 bytes in base64"))
    };
    let (index, links) = (named("index")?, named("links")?);
    let mut keys = BTreeMap::new();
    for (number, value) in layers.get_table("keys").map_err(|error| error.to_string())? {
        let parsed = number.parse().map_err(|_| format!("{number:?} is not the number of a key"))?;
        let text = value.into_string().map_err(|error| error.to_string())?;
        keys.insert(parsed, key(&text).ok_or(format!("key {number} is not 32 bytes in base64"))?);
    }
    Ok(Content { current: u32::try_from(current).map_err(|error| error.to_string())?, index, links, keys })
}

fn key(text: &str) -> Option<[u8; 32]> {
    BASE64.decode(text).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rotated_file_seals_with_the_new_key_and_keeps_the_old_one() {
        let directory = tempfile::tempdir().unwrap();
        let keys = Keys { file: directory.path().join("keys.toml"), cipher: Cipher::Aes256Gcm };
        assert!(matches!(keys.open(), Err(KeyFileError::Absent(_))));
        let chance = Chance::seeded(1);
        keys.create(&chance).unwrap();
        assert!(matches!(keys.create(&chance), Err(KeyFileError::Present(_))));
        // What a crash left behind, readable by all, does not lend its openness.
        std::fs::write(directory.path().join("keys.new"), "half").unwrap();
        assert_eq!(keys.rotate(&chance).unwrap(), 2);
        let mode = std::os::unix::fs::PermissionsExt::mode(&keys.file.metadata().unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(keys.open().unwrap().0.current(), 2);
        assert_eq!(keys.content().unwrap().keys.len(), 2);
    }

    #[test]
    fn a_damaged_file_is_named_and_left_alone() {
        let directory = tempfile::tempdir().unwrap();
        let keys = Keys { file: directory.path().join("keys.toml"), cipher: Cipher::Sm4Gcm };
        std::fs::write(&keys.file, "current = 1\nindex = \"short\"\n[keys]\n1 = \"short\"\n").unwrap();
        assert!(keys.open().unwrap_err().to_string().contains("not 32 bytes"));
        assert!(keys.rotate(&Chance::seeded(1)).is_err());
    }
}
