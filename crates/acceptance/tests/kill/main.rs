//! The server is killed at random moments of a filing's journey, and nothing may be lost or doubled.
//!
//! The authority survives, as it would. `BEIAN_KILL_RUNS` tells how many journeys per database (6 when unset),
//! `BEIAN_KILL_SEED` the seed of the first.

#![expect(clippy::unwrap_used, reason = "a run that cannot go on says where")]

mod journey;
mod line;
mod machines;
mod place;
mod proof;

use std::time::{Duration, Instant};

use beian_acceptance::Backend;
use beian_app::Chance;
use beian_store::testing::TestDb;

use journey::Journey;
use machines::{Server, start_simulator};
use place::Place;

/// Journeys per database when nobody says how many.
const RUNS: u64 = 6;
/// No journey takes longer, however often it is interrupted.
const PATIENCE: Duration = Duration::from_mins(3);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_on_sqlite_nothing_is_lost_or_doubled() {
    killed_again_and_again(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_on_postgres_nothing_is_lost_or_doubled() {
    killed_again_and_again(Backend::Postgres).await;
}

#[expect(clippy::print_stderr, reason = "a failed run is repeated by its seed")]
async fn killed_again_and_again(backend: Backend) {
    let first = asked("BEIAN_KILL_SEED").unwrap_or(1);
    for seed in first..first + asked("BEIAN_KILL_RUNS").unwrap_or(RUNS) {
        let Some(database) = TestDb::on(backend).await else {
            eprintln!("no BEIAN_TEST_POSTGRES: skipped");
            return;
        };
        let began = Instant::now();
        eprintln!("{backend:?}, seed {seed}");
        let kills = tokio::time::timeout(PATIENCE, killed(&database, seed)).await;
        let kills = kills.unwrap_or_else(|_| panic!("seed {seed} did not end in {PATIENCE:?}"));
        let seconds = began.elapsed().as_secs_f64();
        eprintln!("{backend:?}, seed {seed}: {seconds:.1} s, {} kills: {}", kills.len(), kills.join(", "));
    }
}

/// One journey from sign-up to number under fire; tells where the kills fell.
async fn killed(database: &TestDb, seed: u64) -> Vec<&'static str> {
    let chance = Chance::seeded(seed);
    let directory = tempfile::tempdir().unwrap();
    let simulator = start_simulator(directory.path()).await;
    let place = Place::prepare(directory.path(), &database.settings().url, &simulator.url).await;
    let server = Server::new(&place);
    server.start().await;
    let mut journey = Journey::new(&place, &server, &simulator.url, seed);
    journey.slow_authority(&chance).await;
    let (numbers, kills) = {
        let travelled = journey.travel();
        tokio::pin!(travelled);
        let killed = kill_at_random(&server, &chance);
        tokio::pin!(killed);
        tokio::select! {
            numbers = &mut travelled => (numbers, killed.await),
            kills = &mut killed => (travelled.await, kills),
        }
    };
    server.kill().await;
    server.start().await;
    proof::nothing_lost(&journey, &numbers).await;
    proof::nothing_doubled(&simulator.url, &numbers).await;
    server.kill().await;
    place.verify_journal().await;
    kills
}

/// Kills the server three to six times; now and then again while it is still starting.
async fn kill_at_random(server: &Server, chance: &Chance) -> Vec<&'static str> {
    let mut kills = Vec::new();
    for _ in 0..3 + chance.number() % 4 {
        tokio::time::sleep(up_to(chance, 1_100)).await;
        kills.push(server.used_for());
        server.kill().await;
        if chance.number().is_multiple_of(4) {
            server.start_and_kill_after(up_to(chance, 200)).await;
        }
        server.start().await;
    }
    kills
}

fn up_to(chance: &Chance, milliseconds: u32) -> Duration {
    Duration::from_millis(u64::from(chance.number() % milliseconds))
}

#[expect(clippy::disallowed_methods, reason = "how long to go on is the caller's to say")]
fn asked(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}
