//! Many filings through an authority at which every fifth call goes wrong, by processes that are killed.
//!
//! `BEIAN_STORM_FILINGS` tells how many (150 when unset), `BEIAN_STORM_KILLS` how often a process is killed (5),
//! `BEIAN_STORM_SEED` the seed of faults and kills (1). Seed and order of calls decide the faults; the order of
//! calls is the machine's, so that a seed repeats the weather and not every drop.

#![expect(clippy::unwrap_used, reason = "a run that cannot go on says where")]

mod bureau;
mod fill;
mod machines;
mod proof;
mod tally;

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use beian_acceptance::Backend;
use beian_app::Chance;
use beian_domain::order::event::JobKind;
use beian_store::testing::TestDb;
use beian_store::{Page, Store};

use bureau::Bureau;
use machines::Machines;
use tally::Tally;

/// The name of the authority account.
const LINK: &str = "simulator";
/// The largest run that is made on PostgreSQL too.
const SMALL: usize = 2_000;
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(300);
/// A run in which nothing moves for so long stands still.
const STANDSTILL: Duration = Duration::from_mins(3);
/// Looks in a row at which nothing may be due before the work counts as done.
const QUIET: u32 = 4;

/// What a run is told.
#[derive(Debug, Clone, Copy)]
struct Orders {
    filings: usize,
    kills: usize,
    seed: u64,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_the_storm_on_sqlite() {
    storm(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_the_storm_on_postgres() {
    storm(Backend::Postgres).await;
}

#[expect(clippy::print_stderr, reason = "a failed run is repeated by its seed, a good one is a table")]
async fn storm(backend: Backend) {
    let asked = |name, usually| number(name).unwrap_or(usually);
    let orders = Orders {
        filings: usize::try_from(asked("BEIAN_STORM_FILINGS", 150)).unwrap(),
        kills: usize::try_from(asked("BEIAN_STORM_KILLS", 5)).unwrap(),
        seed: asked("BEIAN_STORM_SEED", 1),
    };
    if backend == Backend::Postgres && orders.filings > SMALL {
        eprintln!("more than {SMALL} filings: on SQLite alone");
        return;
    }
    let Some(database) = TestDb::on(backend).await else {
        eprintln!("no BEIAN_TEST_POSTGRES: skipped");
        return;
    };
    eprintln!("{backend:?}: {orders:?}");
    let filled = fill::fill(&database, orders.filings).await;
    eprintln!("filled");
    let bureau = Bureau::open(&database.directory().join("bureau"), orders.seed).await;
    // Some two dozen files at least.
    let records = (orders.filings / 25).clamp(1, 25);
    let machines = Machines::prepare(&database, &bureau.url, records);
    let mut tally = Tally::new(orders);
    let began = Instant::now();
    weather(&database.store, &bureau, &machines, &mut tally).await;
    tally.seconds = began.elapsed().as_secs();
    tally.faults(&bureau.faults().await);
    eprintln!("{tally}");
    proof::everything_once(&database.store, &bureau, &filled, &tally).await;
    proof::every_kind_of_fault(&tally);
    eprintln!("{backend:?}: every filing once, every file once, every number once");
}

/// From the first start to the last job done.
async fn weather(store: &Store, bureau: &Bureau, machines: &Machines, tally: &mut Tally) {
    let (chance, by_hand) = (Chance::seeded(tally.orders.seed), AtomicU64::new(0));
    tokio::select! {
        () = machines.killed_at_random(&chance, tally.orders.kills) => {}
        () = person_on_duty(store, &by_hand) => {}
    }
    tally.kills = machines.kills();
    let before = left(store).await;
    assert!(before > 0, "the work was done before the last kill: ask for more filings or fewer kills");
    machines.start().await;
    tokio::select! {
        () = all_filed(store, machines, tally.orders) => {}
        () = person_on_duty(store, &by_hand) => {}
    }
    bureau.calm().await;
    tokio::select! {
        () = all_quiet(store, bureau, machines) => {}
        () = person_on_duty(store, &by_hand) => {}
    }
    tally.restarts_by_hand = by_hand.into_inner();
    machines.stop().await;
}

/// Starts again what has called for a person, as a person would after a look: polls go on by themselves.
async fn person_on_duty(store: &Store, by_hand: &AtomicU64) {
    loop {
        for job in store.stuck_jobs(Page::first(500)).await.unwrap().rows {
            if job.kind == JobKind::PollAuthority {
                continue;
            }
            let tx = store.begin().await.unwrap();
            tx.restart_job(job.id, beian_app::Clock::system().now()).await.unwrap();
            tx.commit().await.unwrap();
            by_hand.fetch_add(1, Ordering::Relaxed);
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Orders that have not ended.
async fn left(store: &Store) -> u64 {
    store.count_under_way().await.unwrap().values().sum()
}

async fn all_filed(store: &Store, machines: &Machines, orders: Orders) {
    let (mut least, mut moved) = (u64::MAX, Instant::now());
    loop {
        let under_way = store.count_under_way().await.unwrap();
        let now = under_way.values().sum();
        if now == 0 {
            return;
        }
        if now < least {
            (least, moved) = (now, Instant::now());
        }
        let standing = moved.elapsed();
        assert!(
            standing < STANDSTILL,
            "{orders:?}: nothing moves, {under_way:?}, {:?}\n{}",
            store.stuck_jobs(Page::first(20)).await.unwrap().rows,
            machines.last_words()
        );
        tokio::time::sleep(PAUSE).await;
    }
}

/// Waits until nothing is due and both sides have finished with every file.
async fn all_quiet(store: &Store, bureau: &Bureau, machines: &Machines) {
    let (mut quiet, began) = (0, Instant::now());
    while quiet < QUIET {
        let due = store.next_due().await.unwrap().is_some_and(|due| due <= beian_app::Clock::system().now());
        let backlog = store.download_backlog(LINK).await.unwrap();
        let open = backlog.unapplied > 0 || backlog.oldest_unacknowledged.is_some();
        let idle = !due && !open && bureau.state().await["accounts"][0]["downloads_waiting"] == 0;
        quiet = if idle { quiet + 1 } else { 0 };
        let words = || format!("never quiet: {backlog:?}\n{}", machines.last_words());
        assert!(began.elapsed() < STANDSTILL * 3, "{}", words());
        tokio::time::sleep(PAUSE).await;
    }
}

#[expect(clippy::disallowed_methods, reason = "how long to go on is the caller's to say")]
fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}
