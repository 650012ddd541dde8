//! Evidence (材料): what is taken in, what people may see of it, and the small picture for the authority.

mod intake;
mod show;
pub mod wire;

pub(crate) use intake::inspect;
pub use show::{Shown, show};
