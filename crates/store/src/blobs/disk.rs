//! Files on disk: whole or not at all.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::seal::HEADER;

/// Writes beside, makes it durable, and moves it into its place.
pub(super) fn write_whole(fresh: &Path, place: &Path, bytes: &[u8]) -> io::Result<()> {
    let directory = place.parent().ok_or(io::ErrorKind::InvalidInput)?;
    if !directory.try_exists()? {
        fs::create_dir_all(directory)?;
        directory.parent().map_or(Ok(()), sync_directory)?;
    }
    let mut file = File::options().write(true).create_new(true).open(fresh)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if let Err(error) = written.and_then(|()| fs::rename(fresh, place)) {
        // The first error tells more than one of tidying up; the sweep takes what stays.
        let _ = fs::remove_file(fresh);
        return Err(error);
    }
    sync_directory(directory)
}

pub(super) fn remove(place: &Path) -> io::Result<()> {
    match fs::remove_file(place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// Removes files of `directory` that were last written more than `age` before `now`.
pub(super) fn sweep(directory: &Path, now: SystemTime, age: Duration) -> io::Result<u64> {
    let mut removed = 0;
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let written = entry.metadata()?.modified()?;
        if now.duration_since(written).is_ok_and(|since| since > age) {
            remove(&entry.path())?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// Every whole file with its name.
pub(super) fn files(root: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for shelf in fs::read_dir(root)? {
        let shelf = shelf?;
        let start = shelf.file_name().to_string_lossy().into_owned();
        if start.len() != 2 || !shelf.file_type()?.is_dir() {
            continue;
        }
        for entry in fs::read_dir(shelf.path())? {
            let entry = entry?;
            files.push((format!("{start}{}", entry.file_name().to_string_lossy()), entry.path()));
        }
    }
    Ok(files)
}

/// The bytes of a file that tell its key.
pub(super) fn head(place: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(HEADER);
    File::open(place)?.take(u64::try_from(HEADER).unwrap_or(0)).read_to_end(&mut head)?;
    Ok(head)
}

fn sync_directory(directory: &Path) -> io::Result<()> {
    File::open(directory)?.sync_all()
}
