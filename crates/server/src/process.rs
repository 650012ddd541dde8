//! The name of this process in leases: kept over restarts, never shared by two processes that live.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use beian_app::Chance;

/// Processes that can share a data directory.
const PLACES: u8 = 64;

/// A name, and the lock that keeps it ours until the process ends, however it ends.
///
/// A process that was killed finds its name again at the next start, and with it what it had leased; another
/// one would have to wait until the lease runs out.
#[derive(Debug)]
pub struct ProcessName {
    text: String,
    _lock: File,
}

impl ProcessName {
    /// Takes the first name in a directory that no living process has.
    pub fn take(directory: &Path) -> anyhow::Result<Self> {
        for place in 1..=PLACES {
            let path = directory.join(format!("process-{place}.lock"));
            let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
            let mut file = file.with_context(|| format!("{} cannot be opened", path.display()))?;
            match file.try_lock() {
                Ok(()) => {
                    let text = format!("{}{place}-{}", host(), tag(&mut file)?);
                    return Ok(Self { text, _lock: file });
                }
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(error)) => {
                    return Err(error).with_context(|| format!("{} cannot be locked", path.display()));
                }
            }
        }
        bail!("{PLACES} processes use {} already", directory.display())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// What tells directories of one host apart: drawn once, kept in the locked file.
fn tag(file: &mut File) -> anyhow::Result<String> {
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    if text.trim().is_empty() {
        text = format!("{:08x}", Chance::system().number());
        file.rewind()?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
    }
    Ok(text.trim().to_owned())
}

fn host() -> String {
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let name: String = name.trim().chars().take(64).collect();
    if name.is_empty() { name } else { name + "-" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_that_live_have_two_names_and_one_that_died_leaves_its_own() {
        let directory = tempfile::tempdir().unwrap();
        let first = ProcessName::take(directory.path()).unwrap();
        let second = ProcessName::take(directory.path()).unwrap();
        assert_ne!(first.as_str(), second.as_str());
        let name = first.as_str().to_owned();
        drop(first);
        assert_eq!(ProcessName::take(directory.path()).unwrap().as_str(), name);
    }
}
