//! The simulator's directory: the state as a base and a log of changes (`state.base`, `state.log`), the bytes of
//! uploads and downloads beside it.

mod log;
#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

pub(super) use log::Log;

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
    /// A row of the state is not what this version writes.
    #[error("{path}: {source}")]
    State {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: serde_json::Error,
    },
    /// The state file is damaged before its end, so that more than an interrupted write is wrong.
    #[error("{path}: damaged at line {line}")]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// The first line of the damaged part.
        line: usize,
    },
    /// The state was written by another version that keeps it differently.
    #[error("{path}: written by another version; begin with an empty directory")]
    Format {
        /// Which file.
        path: PathBuf,
    },
}

pub(super) struct Disk {
    root: PathBuf,
    durable: bool,
}

impl Disk {
    /// Makes what is missing. Without `durable`, what was written survives the process but not a power cut.
    pub fn open(root: &Path, durable: bool) -> Result<Self, DiskError> {
        for directory in [root.to_owned(), root.join("uploads"), root.join("downloads")] {
            fs::create_dir_all(&directory).map_err(|source| DiskError::Io { path: directory, source })?;
        }
        let former = root.join("state.json");
        if former.exists() {
            return Err(DiskError::Format { path: former });
        }
        Ok(Self { root: root.to_owned(), durable })
    }

    pub fn keep_upload(&self, account: i64, sequence: i64, zip: &[u8]) -> Result<(), DiskError> {
        self.write(&self.upload(account, sequence), zip)
    }

    pub fn read_upload(&self, account: i64, sequence: i64) -> Result<Vec<u8>, DiskError> {
        read(&self.upload(account, sequence))
    }

    pub fn keep_download(&self, name: &str, zip: &[u8]) -> Result<(), DiskError> {
        self.write(&self.download(name), zip)
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

    /// Written in place: nobody knows of the file before the change that speaks of it is in the log, and a
    /// half-written file of a change that never was is written over.
    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
        let written = File::create(path).and_then(|mut file| {
            file.write_all(bytes)?;
            if self.durable { file.sync_all() } else { Ok(()) }
        });
        written.map_err(|source| DiskError::Io { path: path.to_owned(), source })?;
        match path.parent() {
            Some(parent) if self.durable => sync_directory(parent),
            Some(_) | None => Ok(()),
        }
    }
}

/// Makes the names in a directory survive a power cut.
fn sync_directory(path: &Path) -> Result<(), DiskError> {
    let synced = File::open(path).and_then(|directory| directory.sync_all());
    synced.map_err(|source| DiskError::Io { path: path.to_owned(), source })
}

fn read(path: &Path) -> Result<Vec<u8>, DiskError> {
    fs::read(path).map_err(|source| DiskError::Io { path: path.to_owned(), source })
}
