//! Invented companies, people and pictures for the demo.
//!
//! Every number has the right check digits and belongs to nobody.

mod canvas;
mod company;
pub mod pictures;

pub use company::{Company, company};
