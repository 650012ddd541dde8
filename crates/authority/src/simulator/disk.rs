//! The simulator's directory: one JSON file with the state, the bytes of uploads and downloads beside it.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::state::State;

/// The directory cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DiskError {
    /// Reading or writing failed.
    #[error("{path}: {source}")]
    Io {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The state file is not what this version writes.
    #[error("{path}: {source}")]
    State {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: serde_json::Error,
    },
}

pub(super) struct Disk {
    root: PathBuf,
}

impl Disk {
    pub fn open(root: &Path) -> Result<Self, DiskError> {
        for directory in [root.to_owned(), root.join("uploads"), root.join("downloads")] {
            fs::create_dir_all(&directory).map_err(|source| DiskError::Io { path: directory, source })?;
        }
        Ok(Self { root: root.to_owned() })
    }

    pub fn load(&self) -> Result<Option<State>, DiskError> {
        let path = self.root.join("state.json");
        if !path.exists() {
            return Ok(None);
        }
        let bytes = read(&path)?;
        serde_json::from_slice(&bytes).map(Some).map_err(|source| DiskError::State { path, source })
    }

    pub fn save(&self, state: &State) -> Result<(), DiskError> {
        let path = self.root.join("state.json");
        let bytes = serde_json::to_vec_pretty(state)
            .map_err(|source| DiskError::State { path: path.clone(), source })?;
        write(&path, &bytes)
    }

    pub fn keep_upload(&self, account: i64, sequence: i64, zip: &[u8]) -> Result<(), DiskError> {
        write(&self.upload(account, sequence), zip)
    }

    pub fn read_upload(&self, account: i64, sequence: i64) -> Result<Vec<u8>, DiskError> {
        read(&self.upload(account, sequence))
    }

    pub fn keep_download(&self, name: &str, zip: &[u8]) -> Result<(), DiskError> {
        write(&self.download(name), zip)
    }

    pub fn read_download(&self, name: &str) -> Result<Vec<u8>, DiskError> {
        read(&self.download(name))
    }

    fn upload(&self, account: i64, sequence: i64) -> PathBuf {
        self.root.join("uploads").join(format!("{account}-{sequence}.zip"))
    }

    /// `name` is always one the simulator made itself.
    fn download(&self, name: &str) -> PathBuf {
        self.root.join("downloads").join(format!("{name}.zip"))
    }
}

fn read(path: &Path) -> Result<Vec<u8>, DiskError> {
    fs::read(path).map_err(|source| DiskError::Io { path: path.to_owned(), source })
}

/// Whole or not at all, and there after a power cut: written aside, synced, renamed, directory synced.
fn write(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let aside = path.with_extension("tmp");
    let written = File::create(&aside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&aside, path)?;
        match path.parent() {
            Some(parent) => File::open(parent)?.sync_all(),
            None => Ok(()),
        }
    });
    written.map_err(|source| DiskError::Io { path: path.to_owned(), source })
}
