//! The list of regions that an operator supplies: the whole table, or the bureau delivers none.

use crate::codes::{CodeEntry, Details};
use crate::simulator::toml_file::FileError;

/// The longest name of a region, characters.
const LONGEST: usize = 32;

/// Reads a list of regions: a line each, six digits of GB/T 2260, a tab, the name; further columns and a first line
/// with titles are passed over.
pub fn read_regions(text: &str) -> Result<Vec<CodeEntry>, FileError> {
    let mut regions = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let mut columns = line.split('\t').map(str::trim);
        let (code, name) = (columns.next().unwrap_or_default(), columns.next().unwrap_or_default());
        let wrong =
            |key: &str, what: &str| FileError { line: index + 1, key: key.to_owned(), what: what.to_owned() };
        let id: Option<i64> = code.parse().ok().filter(|id| (100_000..1_000_000).contains(id));
        match id {
            _ if line.trim().is_empty() => {}
            None if index == 0 => {}
            None => return Err(wrong("code", "six digits are needed")),
            Some(_) if name.is_empty() || name.chars().count() > LONGEST => {
                return Err(wrong("name", "1 to 32 characters behind a tab are needed"));
            }
            Some(id) => {
                let details = Details::Region { level: Some(level(id)) };
                regions.push(CodeEntry { details, ..CodeEntry::new(id, name) });
            }
        }
    }
    if regions.is_empty() {
        let what = "no region is listed".to_owned();
        return Err(FileError { line: 1, key: "code".to_owned(), what });
    }
    Ok(regions)
}

/// 1 province, 2 city, 3 county.
fn level(id: i64) -> i64 {
    if id % 10_000 == 0 {
        1
    } else if id % 100 == 0 {
        2
    } else {
        3
    }
}
