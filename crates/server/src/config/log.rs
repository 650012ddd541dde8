//! `[log]`: what is logged, and in which form.

use super::reader::Reader;
use super::setting::{Section, open};

/// The section.
pub static SECTION: Section = Section {
    name: "log",
    about: &["日志（写到标准错误）Logs, on standard error"],
    settings: &[
        open(
            "format",
            "\"text\"",
            &["text：给人看；json：给日志系统。", "text for people, json for collectors."],
        ),
        open(
            "filter",
            "\"info\"",
            &[
                "级别：error、warn、info、debug、trace；也可按模块：info,beian_app=debug。",
                "The level, for all or by module: info,beian_app=debug",
            ],
        ),
    ],
};

/// The form of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Text,
    /// For collectors.
    Json,
}

/// What is logged, and in which form.
#[derive(Debug)]
pub struct Log {
    /// The form of a line.
    pub format: Format,
    /// Which lines.
    pub filter: String,
}

impl Log {
    pub(super) fn read(reader: &mut Reader) -> Self {
        let format = reader.choice(SECTION.name, "format", &[("text", Format::Text), ("json", Format::Json)]);
        let filter = reader.text(SECTION.name, "filter");
        if tracing_subscriber::EnvFilter::try_new(&filter).is_err() {
            reader.problem(
                SECTION.name,
                "filter",
                format!("{filter:?} is no filter"),
                "write for instance \"info\"",
            );
        }
        Self { format, filter }
    }
}
