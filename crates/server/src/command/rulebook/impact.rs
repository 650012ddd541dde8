//! `rulebook impact`: which filed services and open orders would be judged otherwise by other rules.

use std::collections::BTreeMap;
use std::io::{IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use beian_domain::check::Checker;
use beian_domain::check::impact::{Change, Tally};
use beian_domain::dossier::{dossier_of, dossier_of_filing};
use beian_domain::region::Province;
use beian_domain::rulebook::Rulebook;
use beian_store::Store;
use chrono::NaiveDate;

use super::{refused, today, with_built_in};
use crate::assemble::{configuration, database};
use crate::cli::Impact;
use crate::config::Source;
use crate::terminal::say;

/// Subjects and orders that are held in memory at a time.
const PAGE: u64 = 2_000;
/// How often the progress is told.
const OFTEN: Duration = Duration::from_millis(500);

pub(super) async fn run(source: &Source, asked: &Impact) -> anyhow::Result<()> {
    let mut config = configuration(source)?;
    if let Some(url) = &asked.store {
        config.database.url.clone_from(url);
    }
    let load = |directories: &[std::path::PathBuf]| -> anyhow::Result<Rulebook> {
        let layers = with_built_in(directories)?;
        Ok(Rulebook::prove(&layers).map_err(|problems| refused(&problems))?)
    };
    let before = load(&config.rulebook.directories)?;
    let after = load(&asked.rulebook)?;
    let (from, until) = (asked.before.unwrap_or_else(today), asked.at.unwrap_or_else(today));
    let (store, _, _) = database(&config).await?;
    let weighing =
        Weighing { before: Checker::new(&before, from), after: Checker::new(&after, until), day: until };
    let tally = weighing.all(&store).await?;
    store.close().await?;
    summary(&tally);
    Ok(())
}

struct Weighing<'r> {
    before: Checker<'r>,
    after: Checker<'r>,
    day: NaiveDate,
}

impl Weighing<'_> {
    /// While a page is weighed, the next is read.
    async fn all(&self, store: &Store) -> anyhow::Result<Tally> {
        let (subjects, orders) = (store.count_filed_subjects().await?, store.count_orders_under_way().await?);
        let mut progress = Progress::new(subjects + orders);
        let mut tally = Tally::default();
        let mut page = store.filings_after(0, PAGE).await?;
        while let Some((last, _)) = page.last() {
            let after = last.subject.id.as_i64();
            let ahead = {
                let store = store.clone();
                tokio::spawn(async move { store.filings_after(after, PAGE).await })
            };
            tokio::task::block_in_place(|| {
                for (subject, services) in &page {
                    let dossier =
                        dossier_of_filing(&subject.subject, services.iter().map(|filed| &filed.service));
                    tally.weigh(&self.before, &self.after, &dossier, &|| subject.number.to_string());
                }
            });
            progress.add(page.len());
            page = ahead.await??;
        }
        let mut last = 0;
        loop {
            let page = store.orders_under_way_after(last, PAGE).await?;
            let Some(order) = page.last() else { break };
            last = order.id.as_i64();
            for order in &page {
                let dossier = dossier_of(order.kind, &order.answers, None, self.day);
                tally.weigh(&self.before, &self.after, &dossier, &|| order.id.to_string());
            }
            progress.add(page.len());
        }
        progress.end();
        Ok(tally)
    }
}

/// Told on standard error, so that the summary can be kept apart; on one line where somebody looks.
struct Progress {
    all: u64,
    done: u64,
    began: Instant,
    told: Instant,
    looked_at: bool,
}

impl Progress {
    fn new(all: u64) -> Self {
        let now = Instant::now();
        Self { all, done: 0, began: now, told: now, looked_at: std::io::stderr().is_terminal() }
    }

    fn add(&mut self, count: usize) {
        self.done += count as u64;
        if self.told.elapsed() >= OFTEN {
            self.told = Instant::now();
            let end = if self.looked_at { "\r" } else { "\n" };
            let _ = write!(std::io::stderr(), "{} / {}{end}", self.done, self.all);
        }
    }

    fn end(&self) {
        let seconds = self.began.elapsed().as_secs_f64();
        let _ = writeln!(std::io::stderr(), "{} / {} in {seconds:.1} s", self.done, self.all);
    }
}

fn summary(tally: &Tally) {
    say(format!(
        "{} weighed: {} newly stopped, {} set free, {} still stopped.",
        tally.weighed, tally.newly_stopped, tally.set_free, tally.still_stopped
    ));
    say(format!(
        "共 {} 份：新增被拦 {}，不再被拦 {}，仍被拦 {}。",
        tally.weighed, tally.newly_stopped, tally.set_free, tally.still_stopped
    ));
    let mut rules: BTreeMap<&str, Vec<(Option<Province>, &Change)>> = BTreeMap::new();
    for ((rule, province), change) in &tally.rules {
        if change.newly > 0 || change.no_longer > 0 {
            rules.entry(rule).or_default().push((*province, change));
        }
    }
    if rules.is_empty() {
        say("No rule judges otherwise. 没有规则的结论发生变化。");
        return;
    }
    say("rule\tseverity\tprovince\tnewly\tno longer\tstill\tfor example");
    for (rule, changes) in rules {
        for (province, change) in changes {
            let province = province.map_or("—", |province| province.slug());
            say(format!(
                "{rule}\t{}\t{province}\t{}\t{}\t{}\t{}",
                change.severity.slug(),
                change.newly,
                change.no_longer,
                change.still,
                change.examples.join(" ")
            ));
        }
    }
}
