//! `simulator`: the simulated authority alone, with pages for the person who plays it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use beian_app::{Chance, Clock};
use beian_authority::simulator::{Simulator, SimulatorConfig};
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
    let clock = Clock::system();
    let mut config =
        SimulatorConfig::demo(Arc::new(move || clock.now()), u64::from(Chance::system().number()));
    config.approve_after_seconds = arguments.approve_after;
    let simulator = open(&arguments.state, config, &token)?;
    let listener = TcpListener::bind(arguments.listen)
        .await
        .with_context(|| format!("cannot listen on {}", arguments.listen))?;
    say(format!("http://{}/", listener.local_addr()?));
    let served = simulator.serve(listener, token.clone().cancelled_owned());
    match shutdown::wait(served, &token, Duration::from_secs(5)).await {
        Some(served) => Ok(served?),
        None => Ok(()),
    }
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
