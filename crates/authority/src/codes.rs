//! The code tables of the interface: reply codes of the methods, result codes of the data, base codes.

pub mod base;
pub mod reply_code;
pub mod result;

pub use reply_code::{MsgCode, Retry};
pub use result::{RESULT_CODES, ResultCode};
