//! `simulator`: the simulated authority alone, with pages for the person who plays it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use beian_app::{Chance, Clock};
use beian_authority::simulator::{
    FileError, Script, Simulator, SimulatorConfig, read_accounts, read_regions,
};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::terminal::say;
use crate::{cli, shutdown, telemetry};

/// How often it looks for what has become due while nobody asks anything.
const TICK: Duration = Duration::from_secs(1);

/// Serves the simulated authority.
pub async fn simulator(arguments: cli::Simulator) -> anyhow::Result<()> {
    telemetry::quiet();
    let token = shutdown::on_signal()?;
    let simulator = open(&arguments.state, config(&arguments)?, &token)?;
    let listener = TcpListener::bind(arguments.listen)
        .await
        .with_context(|| format!("cannot listen on {}", arguments.listen))?;
    // The address comes first and alone on its line: scripts read it.
    let mut banner = format!("http://{}/", listener.local_addr()?);
    if let Some(seed) = simulator.random_seed() {
        banner.push_str(&format!("\n随机故障种子 / seed of random faults: {seed}"));
    }
    say(banner);
    let served = simulator.serve(listener, token.clone().cancelled_owned());
    match shutdown::wait(served, &token, Duration::from_secs(5)).await {
        Some(served) => Ok(served?),
        None => Ok(()),
    }
}

/// Defaults, then the script, then what the command line says.
fn config(arguments: &cli::Simulator) -> anyhow::Result<SimulatorConfig> {
    let clock = Clock::system();
    let chance = u64::from(Chance::system().number());
    let mut config = SimulatorConfig::demo(Arc::new(move || clock.now()), chance);
    config.deliver_codes = true;
    if let Some(file) = &arguments.regions {
        config.regions = read_file(file, read_regions)?;
    }
    if let Some(file) = &arguments.accounts {
        config.accounts = read_file(file, read_accounts)?;
    }
    if let Some(file) = &arguments.script {
        let beside = file.parent().unwrap_or(Path::new("."));
        let script = |text: &str| Script::read(text, |name| std::fs::read_to_string(beside.join(name)));
        config = config.with_script(read_file(file, script)?);
    }
    config.seed = arguments.seed.unwrap_or(config.seed);
    if let Some(seconds) = arguments.approve_after {
        config.settings.approve_after_seconds = seconds;
    }
    Ok(config)
}

fn read_file<T>(file: &Path, read: impl Fn(&str) -> Result<T, FileError>) -> anyhow::Result<T> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    read(&text).with_context(|| format!("{} cannot be used", file.display()))
}

/// Opens a simulator that moves by itself until the token is cancelled.
pub fn open(state: &Path, config: SimulatorConfig, token: &CancellationToken) -> anyhow::Result<Simulator> {
    let clock = config.clock.clone();
    let simulator = Simulator::open(state, config)
        .with_context(|| format!("the state of the simulator in {} cannot be used", state.display()))?;
    let (moving, token) = (simulator.clone(), token.clone());
    tokio::spawn(async move {
        while !token.is_cancelled() {
            let (moving, now) = (moving.clone(), clock());
            let ticked = tokio::task::spawn_blocking(move || moving.tick(now)).await;
            if let Ok(Err(error)) = ticked {
                tracing::error!(%error, "simulator");
            }
            tokio::time::sleep(TICK).await;
        }
    });
    Ok(simulator)
}
