//! The law: types, filings, the life of an order, access rights, calendar and entitlements.
//!
//! Nothing in this crate reads a clock, draws a number or touches the world: time, chance and ids are
//! arguments, so every decision can be repeated years later with the same result.

pub mod calendar;
pub mod contact;
pub mod filing_number;
pub mod identity;
pub mod invalid;
pub mod network;
pub mod region;
pub mod tables;
pub mod text;

pub use invalid::Invalid;
