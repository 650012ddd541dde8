//! Resources (备案资源): the inventory of servers that may carry filings.

mod file;
mod import;
mod list;

pub use file::{Format, RawResource, read_file};
pub use import::{import, import_as_operator};
pub use list::{ResourceLine, list_of, list_own};
