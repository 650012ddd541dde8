//! Orders (备案订单): one file per operation.

mod abandon;
mod add_evidence;
mod list;
mod open;
mod remove_evidence;
mod save_answers;
mod submit;
mod view;
mod withdraw;

pub(super) use abandon::*;
pub(super) use add_evidence::*;
pub(super) use list::*;
pub(super) use open::*;
pub(super) use remove_evidence::*;
pub(super) use save_answers::*;
pub(super) use submit::*;
pub(super) use view::*;
pub(super) use withdraw::*;
