//! The `beian` binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    beian_server::main()
}
