//! Files that commands write: never over another one unless that was asked for, never half.

use std::path::{Path, PathBuf};

use super::Stop;

/// Writes a file whole or not at all.
pub fn write(file: &Path, bytes: &[u8], force: bool) -> Result<(), Stop> {
    if !force && file.exists() {
        return Err(Stop::Unusable(format!(
            "{}: is there already and was left alone; --force overwrites it. 文件已存在。",
            file.display()
        )));
    }
    let cannot = |error: std::io::Error| {
        Stop::Unusable(format!("{}: cannot be written: {error}. 文件无法写入。", file.display()))
    };
    if let Some(directory) = file.parent().filter(|directory| !directory.as_os_str().is_empty()) {
        std::fs::create_dir_all(directory).map_err(cannot)?;
    }
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = file.with_file_name(name);
    std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, file)).map_err(cannot)
}

/// The file of this name in `directory`, or beside `origin`.
pub fn place(directory: Option<&Path>, origin: &Path, name: &str) -> PathBuf {
    directory.map_or_else(|| origin.with_file_name(name), |directory| directory.join(name))
}

/// The name of a file without its ending.
pub fn stem(file: &Path) -> String {
    file.file_stem().map_or_else(|| "document".to_owned(), |stem| stem.to_string_lossy().into_owned())
}
