//! Ways into single parts, for the fuzzers only.

use crate::archive::Archive;
use crate::{Asked, Limits, inspect};

pub use crate::android::fuzzing::{manifest, proto, signing_block, table};

/// Bytes of an entry that are read.
const ENTRY_MOST: usize = 1 << 20;

/// A whole file.
pub fn package(bytes: &[u8]) {
    let facts = inspect(&bytes.to_vec(), &Asked::default());
    if let Ok(icon) = facts.map(|facts| facts.app.and_then(|app| app.icon)) {
        assert!(icon.is_none_or(|icon| icon.picture.len() <= 100 * 1024), "an icon as the form wants it");
    }
}

/// An archive, with all its entries.
pub fn archive(bytes: &[u8]) {
    let source = bytes.to_vec();
    let Ok(Some(archive)) = Archive::open(&source, Limits::default()) else { return };
    for entry in archive.entries() {
        let whole = archive.read(&entry, ENTRY_MOST);
        let Ok(beginning) = archive.prefix(&entry, ENTRY_MOST) else { continue };
        if let Ok(whole) = whole {
            assert_eq!(whole.len() as u64, entry.size, "as long as it says");
            assert_eq!(whole, beginning, "the same both ways");
        }
    }
}
