//! The `beian` binary as a library: configuration, telemetry, subcommands, the demo.

mod assemble;
mod cli;
mod command;
mod config;
mod demo;
mod invented;
mod process;
mod rules;
mod serving;
mod shutdown;
mod telemetry;
mod terminal;

use std::process::ExitCode;

use clap::Parser as _;
use cli::{Cli, Command, Journal, Keys};
use config::Source;

/// The whole program: reads the command line, does what it asks for, says what kept it from doing so.
#[tokio::main]
#[expect(clippy::print_stderr, reason = "the last word of a command line")]
pub async fn main() -> ExitCode {
    let cli = Cli::parse();
    if rustls::crypto::aws_lc_rs::default_provider().install_default().is_err() {
        eprintln!("beian: another TLS provider is installed already");
        return ExitCode::FAILURE;
    }
    match run(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("beian: {error:#}");
            error.downcast_ref().map_or(ExitCode::FAILURE, command::Stop::code)
        }
    }
}

async fn run(cli: Cli) -> anyhow::Result<()> {
    let source = Source::new(cli.config.as_deref());
    match cli.command {
        Command::Demo(demo) => Box::pin(demo::run(demo)).await,
        Command::Serve => Box::pin(command::serve(&source)).await,
        Command::Work => command::work(&source).await,
        Command::Simulator(simulator) => command::simulator(simulator).await,
        Command::Migrate => command::migrate(&source).await,
        Command::Openapi => command::openapi(),
        Command::CheckConfig { file } => {
            command::check_config(&file.map_or(source, |file| Source::new(Some(&file))))
        }
        Command::Journal(Journal::Verify) => command::verify_journal(&source).await,
        Command::Staff(staff) => command::staff(&source, staff).await,
        Command::Resources(resources) => command::resources(&source, resources).await,
        Command::Keys(Keys::New) => command::new_keys(&source),
        Command::Keys(Keys::Rotate) => command::rotate_keys(&source),
        Command::Keys(Keys::Reseal) => command::reseal(&source).await,
        Command::Inspect(asked) => command::inspect(&asked),
        Command::Exchange(exchange) => Box::pin(command::exchange(&source, exchange)).await,
        Command::Check(asked) => command::check_order(&asked),
        Command::Rulebook(asked) => command::rulebook(&source, &asked).await,
        Command::Validate(asked) => command::validate(&asked),
    }
}
