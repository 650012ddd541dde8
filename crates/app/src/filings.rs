//! Filings (备案): what stands in our register, for its owner and for the public.

mod mine;
mod public_query;

pub use mine::{Filing, mine};
pub use public_query::public_query;
