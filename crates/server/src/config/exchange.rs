//! `[exchange]`: what is kept of the files exchanged with authorities.

use std::time::Duration;

use beian_app::settings::Exchange;

use super::reader::Reader;
use super::setting::{Section, open};

/// Days for which an authority may ask for an uploaded file again: three months, of at most 92 days
/// (企业系统接口规范 V3.0).
const LEAST_DAYS: i64 = 92;

/// The section.
pub static SECTION: Section = Section {
    name: "exchange",
    about: &["与管局交换的文件 Files exchanged with authorities"],
    settings: &[open(
        "keep_days",
        "400",
        &[
            "报送和下载的文件内容保留多少天，不得少于 92 天；序号、摘要和所含订单一直保留。",
            "Days for which the bytes of files are kept, at least 92; number, digest and members stay for ever.",
        ],
    )],
};

/// Reads the section.
pub fn read(reader: &mut Reader) -> Exchange {
    let days: i64 = reader.number(SECTION.name, "keep_days", 1..=36_500);
    if (1..LEAST_DAYS).contains(&days) {
        reader.problem(
            SECTION.name,
            "keep_days",
            format!("{days} days are too few: the authority may ask for a file again for three months"),
            format!("write {LEAST_DAYS} or more"),
        );
    }
    Exchange { keep_files: Duration::from_hours(24 * days.max(LEAST_DAYS).unsigned_abs()) }
}
