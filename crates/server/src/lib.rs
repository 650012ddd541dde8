//! The `beian` binary as a library: configuration, telemetry, subcommands, the demo.

mod assemble;
pub mod cli;
mod command;
mod config;
mod demo;
pub mod invented;
mod process;
mod serving;
mod shutdown;
mod telemetry;
mod terminal;

use cli::{Cli, Command, Journal, Keys};
use config::Source;

/// Does what the command line asks for.
///
/// # Errors
/// Whatever kept it from doing so, for the person at the terminal.
pub async fn run(cli: Cli) -> anyhow::Result<()> {
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
    }
}
