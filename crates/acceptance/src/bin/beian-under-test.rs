//! The `beian` binary, built together with the tests that kill it, so that they never kill an old one.

use std::process::ExitCode;

fn main() -> ExitCode {
    beian_server::main()
}
