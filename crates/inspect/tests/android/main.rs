//! Android packages as Debian's own tools make them: what we read is what they say, value by value; and packages
//! made to mislead, which are refused.

mod application;
mod block;
mod bundles;
mod cases;
mod icons;
mod keys;
mod labels;
mod project;
mod signatures;
mod tables;
mod tools;
