//! Reads a directory of rules from the disk.

use std::fs;
use std::path::Path;

use beian_domain::rulebook::Layer;

use crate::command::Stop;

/// No rule file comes near this; what is larger is something else.
const LARGEST: u64 = 4 * 1024 * 1024;

/// Every `.toml` of the directory and of the directories in it; other files are none of the rules' business.
pub(super) fn read(dir: &Path) -> Result<Layer, Stop> {
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
        return Err(Stop::Unusable(format!(
            "{}: holds no rule files (*.toml). 没有规则文件。",
            dir.display()
        )));
    }
    Ok(Layer::overlay(&dir.display().to_string(), files))
}

fn entries(dir: &Path) -> Result<Vec<std::path::PathBuf>, Stop> {
    let read = || fs::read_dir(dir)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>();
    read().map_err(|error| unusable(dir, &error))
}

fn text(path: &Path) -> Result<String, Stop> {
    let size = fs::metadata(path).map_err(|error| unusable(path, &error))?.len();
    if size > LARGEST {
        return Err(Stop::Unusable(format!("{}: {size} bytes are no rule file. 文件过大。", path.display())));
    }
    fs::read_to_string(path).map_err(|error| unusable(path, &error))
}

fn unusable(path: &Path, error: &std::io::Error) -> Stop {
    Stop::Unusable(format!("{}: {error}", path.display()))
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|kind| kind == "toml")
}
