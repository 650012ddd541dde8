//! `[data]`: where files are kept.

use std::path::PathBuf;

use super::reader::Reader;
use super::setting::{Section, open};

/// The section.
pub static SECTION: Section = Section {
    name: "data",
    about: &["数据目录 Files"],
    settings: &[open(
        "directory",
        "\"beian-data\"",
        &[
            "存放材料、SQLite 数据库和文件方式的通知；相对路径从配置文件所在目录算起。",
            "Evidence, the SQLite database and notices written to files; relative to the configuration file.",
        ],
    )],
};

/// Where files are kept.
#[derive(Debug, Clone)]
pub struct Data {
    /// The directory.
    pub directory: PathBuf,
}

impl Data {
    pub(super) fn read(reader: &mut Reader) -> Self {
        if reader.needed(SECTION.name, "directory", "name a directory that this user can write").is_empty() {
            return Self { directory: reader.base().to_owned() };
        }
        Self { directory: reader.path(SECTION.name, "directory") }
    }

    /// The bytes of evidence.
    pub fn evidence(&self) -> PathBuf {
        self.directory.join("evidence")
    }

    /// Mail and SMS that go to files.
    pub fn outbox(&self) -> PathBuf {
        self.directory.join("outbox")
    }
}
