//! The texts of the house: every file of one kind below a directory, in a stable order.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// One text file.
pub struct TextFile {
    /// Path from the workspace, with `/`.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

/// Reads all files with `extension` below `root/below`; build output, npm packages and hidden directories are
/// not ours.
pub fn read(root: &Path, below: &str, extension: &str) -> Result<Vec<TextFile>> {
    let mut files = Vec::new();
    walk(root, &root.join(below), extension, &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn walk(root: &Path, directory: &Path, extension: &str, files: &mut Vec<TextFile>) -> Result<()> {
    for entry in fs::read_dir(directory).with_context(|| format!("reading {}", directory.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            if !name.starts_with('.') && name != "target" && name != "node_modules" {
                walk(root, &path, extension, files)?;
            }
        } else if path.extension().is_some_and(|found| found == extension) {
            let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            let path = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push(TextFile { path, text });
        }
    }
    Ok(())
}
