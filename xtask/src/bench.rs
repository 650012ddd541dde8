//! `cargo xtask bench`: builds as shipped, measures on both databases, writes the table of figures.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::postgres::{Cluster, Durability};
use crate::step::{call, step};

/// The table this task writes.
const FIGURES: &str = "docs/reference/figures.md";

/// Builds, starts a database that flushes as a provider's would, and lets the `bench` program measure.
pub fn run(root: &Path) -> Result<ExitCode> {
    step("release build", || {
        let mut build = Command::new("cargo");
        build.current_dir(root).args(["build", "--release", "--package=beian-server"]);
        call(build.args(["--package=beian-acceptance", "--bin=beian", "--bin=bench"]))
    })?;
    let release = crate::target()?.join("release");
    let figures = root.join(FIGURES);
    if let Some(directory) = figures.parent() {
        std::fs::create_dir_all(directory).context("making the directory of the figures")?;
    }
    let cluster = step("postgresql", || Cluster::start(Durability::On))?;
    step("measuring", || {
        let mut bench = Command::new(release.join("bench"));
        bench.current_dir(root).args(["--postgres", &cluster.url()]).arg("--beian");
        call(bench.arg(release.join("beian")).arg("--out").arg(&figures))
    })?;
    eprintln!("written: {FIGURES}");
    Ok(ExitCode::SUCCESS)
}
