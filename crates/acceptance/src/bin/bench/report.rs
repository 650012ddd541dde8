//! The table of figures, with what we aim at beside what was measured.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result};
use beian_app::Clock;

use super::load::{Measured, Pace};
use super::machine;

/// From start to first page, after migration.
const AIM_START: Duration = Duration::from_millis(300);
/// Memory at rest.
const AIM_REST: u64 = 80 * 1024 * 1024;
/// The median page for one reader.
const AIM_MEDIAN: Duration = Duration::from_millis(5);
/// The slowest page in a hundred for one of fifty readers.
const AIM_P99: Duration = Duration::from_millis(25);

/// Starting and resting.
pub struct StartFigures {
    /// Which database.
    pub backend: &'static str,
    /// Orders in it.
    pub orders: usize,
    /// From start to first page, the median of several starts.
    pub start: Duration,
    /// Resident memory after the first page, in bytes.
    pub at_rest: u64,
    /// Resident memory after everything was measured, in bytes.
    pub after: u64,
}

/// One page at every pace.
pub struct PageFigures {
    /// Which database.
    pub backend: &'static str,
    /// Orders in it.
    pub orders: usize,
    /// Which page.
    pub page: &'static str,
    /// As in [`Pace::ALL`].
    pub measured: Vec<Measured>,
}

/// Everything measured.
pub struct Report {
    date: String,
    binary: u64,
    /// Starting and resting.
    pub starts: Vec<StartFigures>,
    /// The pages.
    pub pages: Vec<PageFigures>,
}

impl Report {
    /// An empty report about a program.
    pub fn new(beian: &Path) -> Result<Self> {
        let binary = std::fs::metadata(beian).with_context(|| format!("{}", beian.display()))?.len();
        let date = Clock::system().now().format("%Y-%m-%d").to_string();
        Ok(Self { date, binary, starts: Vec::new(), pages: Vec::new() })
    }

    /// The report as a page of the documentation.
    pub fn to_markdown(&self) -> String {
        let mut page = format!(
            "# Figures\n\nWritten by `cargo xtask bench` on {}. Do not edit.\n\n\
             Machine: {}. The program, the database and the readers share it.\n\n\
             Program: {}, stripped.\n\n",
            self.date,
            machine::describe(),
            megabytes(self.binary),
        );
        self.write_starts(&mut page);
        self.write_pages(&mut page);
        page.push_str(NOTES);
        page
    }

    fn write_starts(&self, page: &mut String) {
        let _ = write!(
            page,
            "## Starting and resting\n\n\
             | database | orders | start to first page (aim < {}) | memory at rest (aim < {}) | memory after the load |\n\
             | --- | ---: | ---: | ---: | ---: |\n",
            milliseconds(AIM_START),
            megabytes(AIM_REST),
        );
        for figures in &self.starts {
            let _ = writeln!(
                page,
                "| {} | {} | {} {} | {} {} | {} |",
                database(figures.backend),
                thousands(figures.orders),
                milliseconds(figures.start),
                mark(figures.start < AIM_START),
                megabytes(figures.at_rest),
                mark(figures.at_rest < AIM_REST),
                megabytes(figures.after),
            );
        }
    }

    fn write_pages(&self, page: &mut String) {
        let _ = write!(
            page,
            "\n## Pages\n\n\
             | database | orders | page | 1 reader: median (aim < {}) | p99 | 50 readers: median | p99 (aim < {}) | \
             50 flat out: median | p99 | pages a second |\n\
             | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
            milliseconds(AIM_MEDIAN),
            milliseconds(AIM_P99),
        );
        for figures in &self.pages {
            let [one, fifty, flat_out] = figures.measured.as_slice() else { continue };
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} {} | {} | {} | {} {} | {} | {} | {:.0} |",
                database(figures.backend),
                thousands(figures.orders),
                figures.page,
                milliseconds(one.median),
                mark(one.median < AIM_MEDIAN),
                milliseconds(one.p99),
                milliseconds(fifty.median),
                milliseconds(fifty.p99),
                mark(fifty.p99 < AIM_P99),
                milliseconds(flat_out.median),
                milliseconds(flat_out.p99),
                flat_out.rate,
            );
        }
    }
}

/// One measurement in a line, for whoever waits.
pub fn line(pace: Pace, measured: Option<&Measured>) -> String {
    measured.map_or_else(String::new, |measured| {
        let (median, p99) = (milliseconds(measured.median), milliseconds(measured.p99));
        format!("{pace:?}: median {median}, p99 {p99}, {:.0} a second", measured.rate)
    })
}

const NOTES: &str = "
- Every page is a whole one: signed in, from the database, compressed, over HTTP on a connection kept open.
- Order page: the customer's page of an order, in turn of twenty orders at all stages. Queue: the first page of
  the desk with its counts. Public query: by domain, in turn of two hundred filed domains.
- 50 readers: each looks at a page for a quarter of a second before asking for the next, 200 pages a second in all.
  The aim for them is held against this. Flat out: nobody looks, fifty requests always wait for the same cores, so
  what is measured is how much the machine can do; no aim is held against it.
- Of a thousand orders 840 are filed, 90 were given up, 70 are under way, 4 of these in review: a provider that has
  taken 130 orders a working day for three years. Each has its submitted content and its whole history in the
  journal. Passwords are hashed before the measurement begins.
";

fn database(backend: &str) -> &str {
    match backend {
        "sqlite" => "SQLite",
        "postgres" => "PostgreSQL",
        other => other,
    }
}

const fn mark(reached: bool) -> &'static str {
    if reached { "✓" } else { "✗" }
}

fn milliseconds(duration: Duration) -> String {
    let milliseconds = duration.as_secs_f64() * 1000.0;
    if milliseconds < 10.0 && !duration.subsec_micros().is_multiple_of(1000) {
        format!("{milliseconds:.1} ms")
    } else {
        format!("{milliseconds:.0} ms")
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{} MB", (bytes + 524_288) / 1_048_576)
}

fn thousands(number: usize) -> String {
    if number >= 1_000 { format!("{},{:03}", number / 1_000, number % 1_000) } else { number.to_string() }
}
