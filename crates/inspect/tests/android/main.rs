//! Android packages as Debian's own tools make them: what we read is what they say, value by value; and packages
//! made to mislead, which are refused.
#![expect(clippy::unwrap_used, reason = "tests")]

mod application;
mod archives;
mod block;
mod bundles;
mod cases;
mod crafted;
mod document;
mod hostile;
mod icons;
mod keys;
mod labels;
mod memory;
mod project;
mod raw;
mod signatures;
mod tables;
mod tools;
