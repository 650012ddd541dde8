//! Checks of the house, run as `cargo xtask <task>`.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line program talks to its terminal"
)]

mod bench;
mod finding;
mod fuzz;
mod kits;
mod layers;
mod links;
mod postgres;
mod sizes;
mod step;
mod suite;
mod text_files;
mod tools;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::finding::Finding;

const USAGE: &str = "\
cargo xtask test [--only CRATE]   everything CI runs; CRATE is `store` or `beian-store`
cargo xtask layers                who may name whom
cargo xtask sizes                 no file over 400 lines, no function over 60
cargo xtask links                 what the documents point at is there
cargo xtask fuzz [SECONDS [N]]    the fuzzers of what strangers send, 600 seconds each, N at once (2)
cargo xtask bench                 measure, and write docs/reference/figures.md";

fn main() -> ExitCode {
    match run(&arguments()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place of xtask that reads its arguments")]
fn arguments() -> Vec<String> {
    std::env::args().skip(1).collect()
}

fn run(arguments: &[String]) -> Result<ExitCode> {
    let root = root()?;
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["test"] => suite::run(&root, None),
        ["test", "--only", name] => suite::run(&root, Some(name)),
        ["layers"] => Ok(tell(&layers::check(&root)?)),
        ["sizes"] => Ok(tell(&sizes::check(&root)?)),
        ["links"] => Ok(tell(&links::check(&root)?)),
        ["fuzz"] => fuzz::run(&root, 600, fuzz::AT_ONCE),
        ["fuzz", seconds] => fuzz::run(&root, seconds.parse().context("SECONDS is a number")?, fuzz::AT_ONCE),
        ["fuzz", seconds, at_once] => fuzz::run(
            &root,
            seconds.parse().context("SECONDS is a number")?,
            at_once.parse().context("AT_ONCE is a number")?,
        ),
        ["bench"] => bench::run(&root),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        _ => bail!("not a task of this house: `{}`\n\n{USAGE}", words.join(" ")),
    }
}

/// The workspace's own directory, wherever the command was given.
fn root() -> Result<PathBuf> {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map(Path::to_path_buf)
        .context("xtask stands directly below the workspace")
}

/// The directory this program itself was built into, so that a moved target directory is found.
fn target() -> Result<PathBuf> {
    let own = std::env::current_exe().context("asking where xtask is")?;
    let target = own.parent().and_then(Path::parent).context("xtask runs out of a target directory")?;
    Ok(target.to_owned())
}

/// Prints the findings; any finding is a failure.
fn tell(findings: &[Finding]) -> ExitCode {
    for finding in findings {
        println!("{finding}");
    }
    if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
