//! The subcommands, except for the demo: one function each.

mod check;
mod check_order;
mod exchange;
mod inspect;
mod keys;
mod resources;
mod rulebook;
mod run;
mod simulator;
mod staff;
mod validate;

pub use check::{check_config, openapi, verify_journal};
pub use check_order::check_order;
pub use exchange::{Stop, exchange};
pub use inspect::inspect;
pub use keys::{new_keys, reseal, rotate_keys};
pub use resources::resources;
pub use rulebook::rulebook;
pub use run::{migrate, serve, work};
pub use simulator::{open as open_simulator, simulator};
pub use staff::{make_password, staff};
pub use validate::validate;
