//! `beian demo`: the whole platform with invented data and a simulated authority, on this machine only.
//!
//! Everything lives in one directory. Killed at any moment and started again, it goes on where it was.

mod banner;
mod bureau;
mod inventory;
mod journeys;
mod people;
mod place;
mod stage;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use anyhow::Context as _;
use beian_app::{Chance, Clock, HeldClock};
use beian_authority::simulator::SimulatorConfig;
use chrono::{DateTime, Utc};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::assemble::{Platform, application, configuration, database};
use crate::config::{Config, Source};
use crate::process::ProcessName;
use crate::{cli, command, rules, serving, shutdown, telemetry};
use place::Place;

/// Runs the demo until it is interrupted.
pub async fn run(arguments: cli::Demo) -> anyhow::Result<()> {
    let started = Instant::now();
    let token = shutdown::on_signal()?;
    let console = place::free_port(arguments.port).await?;
    let simulator = place::free_port(arguments.simulator_port).await?;
    let place = Place::prepare(&arguments.dir, arguments.fresh, address(&console)?, address(&simulator)?)?;
    let config = configuration(&Source::new(Some(&place.config_file())))?;
    telemetry::start(&config.log);
    std::fs::create_dir_all(&config.data.directory)?;
    let process = ProcessName::take(&config.data.directory)?;
    let clock = StageClock::new(place.is_furnished());
    serve_bureau(&place, simulator, &clock, &token)?;
    if !place.is_furnished() {
        banner::furnishing();
        tokio::select! {
            furnished = furnish(&place, &config, &clock, &process) => furnished.context("the sample data could not be made")?,
            () = token.cancelled() => return Ok(()),
        }
        clock.go_live();
    }
    let platform = Platform::open_as(config, process).await?;
    tokio::spawn(inventory::sell(platform.app.clone(), platform.store.clone(), token.clone()));
    banner::print(&place, started.elapsed())?;
    platform.watch_rules(&token)?;
    let patience = platform.config.server.shutdown;
    serving::pages_and_jobs(console, platform.web(), Some(platform.app.clone()), &token, patience).await?;
    platform.close().await?;
    Ok(())
}

/// Makes people, servers and orders at all stages, as if they had come in over the last two weeks.
async fn furnish(
    place: &Place,
    config: &Config,
    clock: &StageClock,
    process: &ProcessName,
) -> anyhow::Result<()> {
    let held = clock.held.clone();
    let (store, keyring, _) = database(config).await?;
    store.migrate().await?;
    let (rules, _) = rules::open(&config.rulebook)?;
    let app = application(config, rules, store.clone(), keyring, Clock::held(&held), process).await?;
    let today = held.now();
    held.set(today - journeys::PAST);
    let people = people::enter(&app, &place.password()?).await?;
    stage::Stage::new(app, held, today, people, &place.simulator).play(journeys::ALL).await?;
    store.close().await?;
    place.mark_furnished()
}

/// A clock that stands in the past while sample data is made, and shows the time afterwards.
#[derive(Clone)]
struct StageClock {
    held: HeldClock,
    live: Arc<AtomicBool>,
}

impl StageClock {
    fn new(live: bool) -> Self {
        Self { held: HeldClock::at(Clock::system().now()), live: Arc::new(AtomicBool::new(live)) }
    }

    fn go_live(&self) {
        self.live.store(true, Ordering::SeqCst);
    }

    fn now(&self) -> DateTime<Utc> {
        if self.live.load(Ordering::SeqCst) { Clock::system().now() } else { self.held.now() }
    }
}

/// Serves the simulated authority beside everything else.
fn serve_bureau(
    place: &Place,
    listener: TcpListener,
    clock: &StageClock,
    token: &CancellationToken,
) -> anyhow::Result<()> {
    let clock = clock.clone();
    let seed = u64::from(Chance::system().number());
    let mut config = SimulatorConfig::demo(Arc::new(move || clock.now()), seed);
    config.deliver_codes = true;
    let simulator = command::open_simulator(&place.bureau(), config, token)?;
    let token = token.clone();
    tokio::spawn(async move {
        if let Err(error) = simulator.serve(listener, token.cancelled_owned()).await {
            tracing::error!(%error, "the simulated authority stopped");
        }
    });
    Ok(())
}

fn address(listener: &TcpListener) -> anyhow::Result<String> {
    Ok(format!("http://{}", listener.local_addr()?))
}
