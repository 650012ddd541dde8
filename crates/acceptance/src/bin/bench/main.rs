//! `cargo xtask bench`: fills databases with orders, measures the shipped program on them, writes the table.

mod fill;
mod load;
mod machine;
mod platform;
mod report;

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use beian_acceptance::Backend;
use beian_acceptance::pages::{Applicant, Browser};
use beian_store::testing::TestDb;
use clap::Parser;

use fill::Filling;
use load::Pace;
use platform::Platform;
use report::{PageFigures, Report, StartFigures};

/// How many orders are in the store at each measurement.
const SIZES: [usize; 2] = [1_000, 100_000];
/// How often the program is started to see how long it takes.
const STARTS: usize = 5;
/// Whose orders are looked at.
const CUSTOMER: &str = "bench@example.cn";
/// Who looks at the queue.
const REVIEWER: &str = "reviewer@example.cn";

/// Measures `beian serve` with 1,000 and with 100,000 orders on both databases.
#[derive(Debug, Parser)]
struct Arguments {
    /// A PostgreSQL server that lets us create databases; without it only SQLite is measured.
    #[arg(long)]
    postgres: Option<String>,
    /// The program to measure.
    #[arg(long)]
    beian: PathBuf,
    /// Where the table is written.
    #[arg(long)]
    out: PathBuf,
    /// Other numbers of orders, for a quick look.
    #[arg(long, value_delimiter = ',', default_values_t = SIZES)]
    sizes: Vec<usize>,
}

#[tokio::main]
#[expect(clippy::print_stdout, reason = "the table is what the program is for")]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut report = Report::new(&arguments.beian)?;
    measure(&arguments, TestDb::on(Backend::Sqlite).await.context("a directory")?, &mut report).await?;
    if let Some(server) = &arguments.postgres {
        measure(&arguments, TestDb::at(server).await, &mut report).await?;
    }
    let table = report.to_markdown();
    std::fs::write(&arguments.out, &table).with_context(|| format!("writing {}", arguments.out.display()))?;
    println!("{table}");
    Ok(())
}

/// One database, filled up to one size after the other.
async fn measure(arguments: &Arguments, db: TestDb, report: &mut Report) -> Result<()> {
    let platform = Platform::prepare(&arguments.beian, &db)?;
    platform.add_reviewer(REVIEWER)?;
    let server = platform.start().await?;
    Applicant::signs_up(Browser::new(&server.base), CUSTOMER, beian_acceptance::PASSWORD, "测量用账号").await;
    server.stop().await?;
    let mut filling = Filling::begin(&db, CUSTOMER).await?;
    for size in &arguments.sizes {
        say(&format!("{}: filling up to {size} orders", db.backend));
        let took = filling.up_to(&db, *size).await?;
        say(&format!("{}: filled in {} s", db.backend, took.as_secs()));
        figures(&platform, &db, *size, &filling, report).await?;
    }
    Ok(())
}

async fn figures(
    platform: &Platform,
    db: &TestDb,
    size: usize,
    filling: &Filling,
    report: &mut Report,
) -> Result<()> {
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let server = platform.start().await?;
        starts.push(server.first_page);
        server.stop().await?;
    }
    starts.sort_unstable();
    let server = platform.start().await?;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    let at_rest = server.resident_bytes()?;
    for (page, client, paths) in pages(&server.base, filling).await {
        let mut measured = Vec::new();
        for pace in Pace::ALL {
            measured.push(load::run(&client, &server.base, &paths, pace).await?);
            say(&format!("{}, {size} orders, {page}, {}", db.backend, report::line(pace, measured.last())));
        }
        report.pages.push(PageFigures { backend: db.backend, orders: size, page, measured });
    }
    let after = server.resident_bytes()?;
    let start = starts[STARTS / 2];
    report.starts.push(StartFigures { backend: db.backend, orders: size, start, at_rest, after });
    server.stop().await
}

/// The pages that are measured, each with who looks at it and the addresses taken in turn.
async fn pages(base: &str, filling: &Filling) -> Vec<(&'static str, reqwest::Client, Vec<String>)> {
    let customer = Applicant::signs_in(Browser::new(base), CUSTOMER, beian_acceptance::PASSWORD).await;
    let desk = Browser::new(base);
    let page = desk.opens("/desk/sign-in").await;
    let form = page.form("/desk/sign-in").fill("email", REVIEWER);
    form.fill("password", beian_acceptance::PASSWORD).send().await;
    let orders = filling.own_orders().iter().map(|order| format!("/console/orders/{order}"));
    let queries = filling.filed_domains().iter().map(|domain| format!("/query?q={domain}"));
    vec![
        ("order page", customer.browser.client().clone(), orders.collect()),
        ("queue", desk.client().clone(), vec!["/desk".to_owned()]),
        ("public query", Browser::new(base).client().clone(), queries.collect()),
    ]
}

#[expect(clippy::print_stderr, reason = "measuring takes minutes; whoever waits sees how far it is")]
fn say(text: &str) {
    eprintln!("{text}");
}
