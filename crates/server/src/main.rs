//! The `beian` binary.

use std::process::ExitCode;

use beian_server::cli::Cli;
use clap::Parser as _;

#[tokio::main]
#[expect(clippy::print_stderr, reason = "the last word of a command line")]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    if rustls::crypto::aws_lc_rs::default_provider().install_default().is_err() {
        eprintln!("beian: another TLS provider is installed already");
        return ExitCode::FAILURE;
    }
    match beian_server::run(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("beian: {error:#}");
            ExitCode::FAILURE
        }
    }
}
