//! The law: types, filings, the life of an order, access rights, calendar and entitlements.
//!
//! Nothing in this crate reads a clock, draws a number or touches the world: time, chance and ids are
//! arguments, so every decision can be repeated years later with the same result.

pub mod access;
pub mod account;
pub mod calendar;
pub mod check;
pub mod contact;
pub mod dossier;
pub mod evidence;
pub mod filing;
pub mod filing_number;
pub mod finding;
pub mod id;
pub mod identity;
pub mod invalid;
pub mod network;
pub mod order;
pub mod region;
pub mod resource;
pub mod rulebook;
#[cfg(any(test, feature = "samples"))]
pub mod sample;
pub mod supervision;
pub mod tables;
pub mod text;
pub mod verdict;

pub use invalid::Invalid;
