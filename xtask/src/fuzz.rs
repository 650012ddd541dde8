//! `cargo xtask fuzz [SECONDS [AT_ONCE]]`: runs every fuzzer of what strangers send, and prints what each has done.

use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::step::{call, step, succeeds};

/// A directory of fuzzers.
struct Home {
    path: &'static str,
    /// The programs that write what the fuzzers begin with.
    seeds: &'static [&'static str],
    targets: &'static [&'static str],
}

const HOMES: &[Home] = &[
    Home { path: "crates/authority/fuzz", seeds: &["seeds"], targets: &["xml", "zip", "soap", "base64"] },
    Home {
        path: "crates/inspect/fuzz",
        seeds: &["seeds", "certificate-seeds"],
        targets: &[
            "package",
            "zip",
            "axml",
            "arsc",
            "proto",
            "signing_block",
            "plist",
            "cms",
            "certificate",
            "keystore",
            "macho",
            "resources-index",
        ],
    },
];
/// A fuzzer each on a small machine.
pub const AT_ONCE: usize = 2;
/// Memory a fuzzer may take, in MiB.
const MEMORY: u32 = 256;
/// Seconds one input may take.
const PATIENCE: u32 = 10;

/// Runs each for so many seconds, so many at once. Any crash, hang or excess of memory is a failure.
pub fn run(root: &Path, seconds: u32, at_once: usize) -> Result<ExitCode> {
    if !succeeds(Command::new("cargo").args(["fuzz", "--version"])) {
        step("cargo-fuzz", || call(Command::new("cargo").args(["install", "cargo-fuzz", "--locked"])))?;
    }
    for home in HOMES {
        for seeds in home.seeds {
            step(seeds, || {
                let mut program = Command::new("cargo");
                call(program.current_dir(root.join(home.path)).args(["run", "--quiet", "--example", seeds]))
            })?;
        }
        step("fuzzers", || call(&mut fuzz(root, home, "build")))?;
    }
    println!(
        "{:<26} {:>12} {:>8} {:>10} {:>9}  result",
        "fuzzer", "inputs", "per s", "peak MiB", "longest s"
    );
    let all: Vec<_> =
        HOMES.iter().flat_map(|home| home.targets.iter().map(move |target| (home, *target))).collect();
    let mut sound = true;
    for some in all.chunks(at_once.max(1)) {
        let running: Vec<_> = some
            .iter()
            .map(|(home, target)| Ok((home, target, start(root, home, target, seconds)?)))
            .collect::<Result<_>>()?;
        for (home, target, child) in running {
            sound &= tell(home, target, child)?;
        }
    }
    if !sound {
        bail!("a fuzzer found something; the input lies under artifacts/ beside it");
    }
    Ok(ExitCode::SUCCESS)
}

/// The fuzzers need flags of the nightly compiler, which the stable one takes when told so.
fn fuzz(root: &Path, home: &Home, verb: &str) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root).env("RUSTC_BOOTSTRAP", "1");
    command.args(["fuzz", verb, "--fuzz-dir", home.path, "--sanitizer", "none"]);
    command
}

fn start(root: &Path, home: &Home, target: &str, seconds: u32) -> Result<Child> {
    let mut command = fuzz(root, home, "run");
    command.args([target, "--"]);
    command.arg(format!("-max_total_time={seconds}")).arg(format!("-rss_limit_mb={MEMORY}"));
    command.arg(format!("-timeout={PATIENCE}")).args(["-max_len=65536", "-print_final_stats=1"]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().with_context(|| format!("starting the fuzzer `{target}`"))
}

/// What became of one fuzzer: a line of the table, and whether it found nothing.
fn tell(home: &Home, target: &str, child: Child) -> Result<bool> {
    let output = child.wait_with_output().context("waiting for a fuzzer")?;
    let said = String::from_utf8_lossy(&output.stderr);
    let stat = |name: &str| {
        let line = said.lines().rev().find(|line| line.starts_with(&format!("stat::{name}:")));
        line.and_then(|line| line.split_whitespace().last()).unwrap_or("?").to_owned()
    };
    let sound = output.status.success();
    println!(
        "{:<26} {:>12} {:>8} {:>10} {:>9}  {}",
        format!("{} {target}", home.path.trim_start_matches("crates/").trim_end_matches("/fuzz")),
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
