//! `[database]`: where the database is.

use super::data;
use super::reader::Reader;
use super::setting::{Section, Setting, open};

/// The section.
pub static SECTION: Section = Section {
    name: "database",
    about: &["数据库 The database"],
    settings: &[
        Setting {
            name: "url",
            default: "\"\"",
            secret: true,
            about: &[
                "空：数据目录里的 SQLite 文件。多台机器时用 postgres://用户:密码@主机/库名。",
                "Empty: an SQLite file in the data directory. With more machines: postgres://user:password@host/name",
            ],
        },
        open("url_file", "\"\"", &["从文件读取上面的地址。", "A file to read the address from."]),
        open("max_connections", "16", &["最多连接数。", "The most connections."]),
        open(
            "migrate_at_start",
            "true",
            &[
                "启动时自动升级数据库结构；为 false 时先运行 beian migrate。",
                "Bring the schema up to date at start; when false, run `beian migrate` first.",
            ],
        ),
    ],
};

/// Where the database is.
#[derive(Clone)]
pub struct Database {
    /// Its address, perhaps with a password.
    pub url: String,
    /// The most connections.
    pub max_connections: u32,
    /// Whether to migrate at start.
    pub migrate_at_start: bool,
}

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Database").field("max_connections", &self.max_connections).finish_non_exhaustive()
    }
}

impl Database {
    pub(super) fn read(reader: &mut Reader) -> Self {
        let name = SECTION.name;
        let mut url = reader.secret(name, "url");
        if url.is_empty() {
            let file = reader.path(data::SECTION.name, "directory").join("beian.db");
            url = format!("sqlite://{}", file.display());
        }
        if !["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| url.starts_with(scheme)) {
            let remedy = "write sqlite://path or postgres://user:password@host/name, or leave it empty";
            reader.problem(name, "url", "is not the address of a database we know", remedy);
        }
        Self {
            url,
            max_connections: reader.number(name, "max_connections", 1..=1000),
            migrate_at_start: reader.flag(name, "migrate_at_start"),
        }
    }
}
