//! Asking for pages: one reader or fifty, each on a connection kept open, and how long every page took.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use reqwest::Client;
use tokio::task::JoinSet;

/// Pages asked for before anything is measured.
const WARM_UP: usize = 50;

/// How many ask, and how eagerly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// One reader who asks for the next page as soon as the last one is there.
    One,
    /// Fifty people who look at each page for a moment: four pages a second each.
    Fifty,
    /// Fifty readers who never look, as fast as the machine goes.
    FiftyFlatOut,
}

/// What was measured at one pace.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    /// Half of the pages took no longer.
    pub median: Duration,
    /// All but one in a hundred took no longer.
    pub p99: Duration,
    /// Pages a second.
    pub rate: f64,
}

impl Pace {
    /// Every pace.
    pub const ALL: [Self; 3] = [Self::One, Self::Fifty, Self::FiftyFlatOut];

    const fn readers(self) -> usize {
        match self {
            Self::One => 1,
            Self::Fifty | Self::FiftyFlatOut => 50,
        }
    }

    /// Pages each reader asks for.
    const fn pages(self) -> usize {
        match self {
            Self::One => 400,
            Self::Fifty => 32,
            Self::FiftyFlatOut => 80,
        }
    }

    const fn look(self) -> Duration {
        match self {
            Self::One | Self::FiftyFlatOut => Duration::ZERO,
            Self::Fifty => Duration::from_millis(250),
        }
    }
}

/// Asks for the pages at `paths` in turn.
pub async fn run(client: &Client, base: &str, paths: &[String], pace: Pace) -> Result<Measured> {
    ensure!(!paths.is_empty(), "nothing to ask for");
    let urls: Arc<[String]> = paths.iter().map(|path| format!("{base}{path}")).collect();
    for url in urls.iter().cycle().take(WARM_UP) {
        ask(client, url).await?;
    }
    let started = Instant::now();
    let mut readers = JoinSet::new();
    for reader in 0..pace.readers() {
        let (client, urls) = (client.clone(), urls.clone());
        readers.spawn(async move { read(&client, &urls, reader, pace).await });
    }
    let mut took = Vec::new();
    while let Some(reader) = readers.join_next().await {
        took.extend(reader??);
    }
    let elapsed = started.elapsed();
    took.sort_unstable();
    let at = |hundredths: usize| took.get((took.len() - 1) * hundredths / 100).copied();
    let rate = f64::from(u32::try_from(took.len())?) / elapsed.as_secs_f64();
    Ok(Measured { median: at(50).context("asked")?, p99: at(99).context("asked")?, rate })
}

async fn read(client: &Client, urls: &[String], reader: usize, pace: Pace) -> Result<Vec<Duration>> {
    let look = pace.look();
    // People do not begin in the same instant.
    let readers = u32::try_from(pace.readers())?;
    tokio::time::sleep(look / readers * u32::try_from(reader)?).await;
    let mut took = Vec::with_capacity(pace.pages());
    for page in 0..pace.pages() {
        let url = &urls[(reader * 7 + page) % urls.len()];
        let began = Instant::now();
        ask(client, url).await?;
        took.push(began.elapsed());
        // Even no sleep at all lasts a millisecond.
        if !look.is_zero() {
            tokio::time::sleep(look).await;
        }
    }
    Ok(took)
}

async fn ask(client: &Client, url: &str) -> Result<()> {
    let answer = client.get(url).send().await.with_context(|| url.to_owned())?;
    ensure!(answer.status().is_success(), "{url}: {}", answer.status());
    answer.bytes().await?;
    Ok(())
}
