//! What the command says of a file of numbers, and what python-stdnum says of the same file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::numbers::Number;

/// A word per number from each: `ok`, or what is wrong.
pub struct Verdicts {
    pub ours: Vec<String>,
    pub theirs: Vec<String>,
}

/// Asks both; without python-stdnum the test says so and ends, unless whoever runs it has promised it.
#[expect(clippy::disallowed_methods, reason = "whoever runs the tests says what must be there")]
pub fn verdicts(kind: &str, numbers: &[Number]) -> Option<Verdicts> {
    let python = target().join("peers/python/bin/python");
    let mut them = Command::new(&python);
    let there = them.args(["-c", "import stdnum"]).output().is_ok_and(|output| output.status.success());
    assert!(there || std::env::var("BEIAN_TEST_PEERS").is_err(), "python-stdnum is not installed");
    if !there {
        eprintln!("python-stdnum is not installed: {kind} skipped; `cargo xtask test` installs it");
        return None;
    }
    let here = tempfile::tempdir().unwrap();
    let file = here.path().join("numbers.txt");
    let lines: Vec<&str> = numbers.iter().map(|number| number.text.as_str()).collect();
    fs::write(&file, lines.join("\n") + "\n").unwrap();
    let ours = words(Command::new(env!("CARGO_BIN_EXE_beian")).args(["validate", kind]).arg(&file), &[0, 1]);
    let theirs = words(Command::new(python).arg(script()).arg(kind).arg(&file), &[0]);
    assert_eq!((ours.len(), theirs.len()), (numbers.len(), numbers.len()));
    Some(Verdicts { ours, theirs })
}

/// The seed of this run.
#[expect(clippy::disallowed_methods, reason = "whoever runs the tests may draw other numbers")]
pub fn seed() -> u64 {
    std::env::var("BEIAN_NUMBERS_SEED").map_or(1, |seed| seed.parse().expect("a number"))
}

/// The word that counts of each line: our code behind `bad`, or the only one.
fn words(command: &mut Command, ends: &[i32]) -> Vec<String> {
    let output = command.output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code().is_some_and(|code| ends.contains(&code)), "{complaint}");
    let told = String::from_utf8(output.stdout).unwrap();
    told.lines().map(|line| line.split('\t').take(2).last().unwrap_or_default().to_owned()).collect()
}

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../acceptance/peers/certificate_numbers.py")
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().to_owned()
}
