//! `[packages]`: how packages of Apps are read for anybody who comes.

use beian_web::Packages;

use super::Data;
use super::reader::Reader;
use super::setting::{Section, open};

/// The section.
pub static SECTION: Section = Section {
    name: "packages",
    about: &["App 安装包读取（/tools/app） Packages of Apps read for anybody (/tools/app)"],
    settings: &[
        open(
            "directory",
            "\"\"",
            &[
                "读取时临时存放的目录，空则用数据目录下的 packages；空间要够同时读取的个数乘以最大大小，可以放在单独的磁盘上。",
                "Where packages lie while they are read; empty: packages below the data directory. Needs room for at_once times megabytes; a disk of its own is a good place.",
            ],
        ),
        open("at_once", "2", &["同时读取几个。", "How many at the same time."]),
        open("megabytes", "4096", &["一个安装包最大多少 MB。", "Megabytes of the largest package."]),
    ],
};

/// Reads the section.
pub fn read(reader: &mut Reader, data: &Data) -> Packages {
    let name = SECTION.name;
    let own = reader.text(name, "directory");
    let directory =
        if own.is_empty() { data.directory.join("packages") } else { reader.path(name, "directory") };
    Packages {
        directory,
        at_once: reader.number::<i64>(name, "at_once", 1..=64).try_into().unwrap_or(1),
        most_bytes: reader.number::<u64>(name, "megabytes", 1..=4096) << 20,
    }
}
