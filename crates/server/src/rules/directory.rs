//! Reads a directory of rules from the disk.

use std::path::{Path, PathBuf};
use std::{fs, io};

use beian_domain::rulebook::Layer;

/// No rule file comes near this; what is larger is something else.
const LARGEST: u64 = 4 * 1024 * 1024;

/// A file or directory that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(String);

/// Every `.toml` of the directory and of the directories in it; other files are none of the rules' business,
/// nor is what is hidden: what editors and mounts keep beside them.
pub fn read(dir: &Path) -> Result<Layer, Unreadable> {
    let mut files = Vec::new();
    for path in entries(dir)? {
        if path.is_dir() {
            let room = name(&path);
            let inner = entries(&path)?.into_iter().filter(|inner| is_toml(inner));
            for inner in inner {
                files.push((format!("{room}/{}", name(&inner)), text(&inner)?));
            }
        } else if is_toml(&path) {
            files.push((name(&path), text(&path)?));
        }
    }
    if files.is_empty() {
        return Err(Unreadable(format!("{}: holds no rule files (*.toml). 没有规则文件。", dir.display())));
    }
    Ok(Layer::overlay(&dir.display().to_string(), files))
}

fn entries(dir: &Path) -> Result<Vec<PathBuf>, Unreadable> {
    let read = || fs::read_dir(dir)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>();
    let mut entries = read().map_err(|error| unreadable(dir, &error))?;
    entries.retain(|entry| !name(entry).starts_with('.'));
    Ok(entries)
}

fn text(path: &Path) -> Result<String, Unreadable> {
    let size = fs::metadata(path).map_err(|error| unreadable(path, &error))?.len();
    if size > LARGEST {
        return Err(Unreadable(format!("{}: {size} bytes are no rule file. 文件过大。", path.display())));
    }
    fs::read_to_string(path).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &io::Error) -> Unreadable {
    Unreadable(format!("{}: {error}", path.display()))
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|kind| kind == "toml")
}
