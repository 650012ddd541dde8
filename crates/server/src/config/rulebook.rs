//! `[rulebook]`: rules of one's own over those compiled in.

use std::path::PathBuf;
use std::time::Duration;

use super::reader::Reader;
use super::setting::{Section, open};

/// The section.
pub static SECTION: Section = Section {
    name: "rulebook",
    about: &["规则库 The rulebook"],
    settings: &[
        open(
            "overlays",
            "[]",
            &[
                "叠加在内置规则之上的规则目录，后面的优先；启动时有一处读不懂就不启动。",
                "Directories of rules laid over those built in, later wins; a start refuses what it cannot read.",
            ],
        ),
        open(
            "look_seconds",
            "10",
            &[
                "每隔几秒查看这些目录有无变化；0 为只在收到 SIGHUP 时查看。读不懂的新规则不采用，沿用上一次的。",
                "How often they are looked at for changes; 0: on SIGHUP only. What cannot be read is refused, the last good rules stay.",
            ],
        ),
    ],
};

/// The directories, and when they are looked at.
#[derive(Debug, Clone, Default)]
pub struct Overlays {
    /// The directories, the lowest first.
    pub directories: Vec<PathBuf>,
    /// How often they are looked at; without it only when the process is told to (SIGHUP).
    pub every: Option<Duration>,
}

impl Overlays {
    /// Reads the section.
    pub fn read(reader: &mut Reader) -> Self {
        let name = SECTION.name;
        let overlays = reader.list(name, "overlays");
        let directories = overlays.iter().map(|directory| reader.base().join(directory)).collect();
        let every = reader.seconds(name, "look_seconds", 0..=86_400);
        Self { directories, every: (!every.is_zero()).then_some(every) }
    }
}
