//! The Rust sources of the house: every `*.rs` below a directory, in a stable order.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// One source file.
pub struct RustFile {
    /// Path from the workspace, with `/`.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

/// Reads all Rust files below `root/below`; build output and npm packages are not ours.
pub fn read(root: &Path, below: &str) -> Result<Vec<RustFile>> {
    let mut files = Vec::new();
    walk(root, &root.join(below), &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn walk(root: &Path, directory: &Path, files: &mut Vec<RustFile>) -> Result<()> {
    for entry in fs::read_dir(directory).with_context(|| format!("reading {}", directory.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            if !path.ends_with("target") && !path.ends_with("node_modules") {
                walk(root, &path, files)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            let path = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push(RustFile { path, text });
        }
    }
    Ok(())
}
