//! `cargo xtask fuzz [SECONDS]`: runs every fuzzer of what strangers send, and prints what each has done.

use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::step::{call, step, succeeds};

/// Where the fuzzers live.
const HOME: &str = "crates/authority/fuzz";
/// What is fuzzed.
const TARGETS: &[&str] = &["xml", "zip", "soap", "base64"];
/// Memory a fuzzer may take, in MiB.
const MEMORY: u32 = 256;
/// Seconds one input may take.
const PATIENCE: u32 = 10;

/// Runs each for so many seconds, two at a time. Any crash, hang or excess of memory is a failure.
pub fn run(root: &Path, seconds: u32) -> Result<ExitCode> {
    if !succeeds(Command::new("cargo").args(["fuzz", "--version"])) {
        step("cargo-fuzz", || call(Command::new("cargo").args(["install", "cargo-fuzz", "--locked"])))?;
    }
    step("seeds", || {
        call(Command::new("cargo").current_dir(root.join(HOME)).args(["run", "--quiet", "--bin=seeds"]))
    })?;
    step("fuzzers", || call(&mut fuzz(root, "build")))?;
    println!("{:<8} {:>12} {:>8} {:>10} {:>9}  result", "target", "inputs", "per s", "peak MiB", "longest s");
    let mut sound = true;
    for pair in TARGETS.chunks(2) {
        let running: Vec<_> =
            pair.iter().map(|target| Ok((target, start(root, target, seconds)?))).collect::<Result<_>>()?;
        for (target, child) in running {
            sound &= tell(target, child)?;
        }
    }
    if !sound {
        bail!("a fuzzer found something; the input lies under {HOME}/artifacts");
    }
    Ok(ExitCode::SUCCESS)
}

/// The fuzzers need flags of the nightly compiler, which the stable one takes when told so.
fn fuzz(root: &Path, verb: &str) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root).env("RUSTC_BOOTSTRAP", "1");
    command.args(["fuzz", verb, "--fuzz-dir", HOME, "--sanitizer", "none"]);
    command
}

fn start(root: &Path, target: &str, seconds: u32) -> Result<Child> {
    let mut command = fuzz(root, "run");
    command.args([target, "--"]);
    command.arg(format!("-max_total_time={seconds}")).arg(format!("-rss_limit_mb={MEMORY}"));
    command.arg(format!("-timeout={PATIENCE}")).args(["-max_len=65536", "-print_final_stats=1"]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().with_context(|| format!("starting the fuzzer `{target}`"))
}

/// What became of one fuzzer: a line of the table, and whether it found nothing.
fn tell(target: &str, child: Child) -> Result<bool> {
    let output = child.wait_with_output().context("waiting for a fuzzer")?;
    let said = String::from_utf8_lossy(&output.stderr);
    let stat = |name: &str| {
        let line = said.lines().rev().find(|line| line.starts_with(&format!("stat::{name}:")));
        line.and_then(|line| line.split_whitespace().last()).unwrap_or("?").to_owned()
    };
    let sound = output.status.success();
    println!(
        "{target:<8} {:>12} {:>8} {:>10} {:>9}  {}",
        stat("number_of_executed_units"),
        stat("average_exec_per_sec"),
        stat("peak_rss_mb"),
        stat("slowest_unit_time_sec"),
        if sound { "sound" } else { "BROKEN" },
    );
    if !sound {
        eprintln!("{said}");
    }
    Ok(sound)
}
