//! The `beian` binary.
fn main() {}
