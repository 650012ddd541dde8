//! The code tables of the interface: reply codes of the methods, result codes of the data, base codes.

pub mod base;
mod entry;
pub mod fixed;
#[cfg(test)]
mod reference;
pub mod reply_code;
pub mod result;
mod table;
mod tables;

pub use entry::{BureauDetails, CodeEntry, Details, UnitDetails};
pub use reply_code::{MsgCode, Retry};
pub use result::ResultCode;
pub use table::Table;
pub use tables::{CodeTables, EmptyTable, Known};
