//! `beian rulebook` as whoever keeps a provider's own rules meets it.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};

/// What the command prints, and what it ends with.
fn beian(directory: &Path, arguments: &[&str]) -> (String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beian"));
    let output = command.arg("rulebook").args(arguments).current_dir(directory).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (told, output.status.code().unwrap())
}

const SOURCES: &str = "[[source]]\ntag = \"P1\"\nzh = \"管局来函\"\nen = \"Letter of the authority\"\n\
    publisher = \"authority\"\naddress = \"file 12\"\ndate = \"2026-10-01\"\nas-of = 2026-10-01\n";

fn zhejiang(age: &str) -> String {
    format!(
        "province = \"zhejiang\"\n[unit.minimum-age]\nvalue = {age}\nseverity = \"warn\"\nsources = [\"P1\"]\n\
         confidence = \"single\"\nrow = \"unit-persons 浙\"\nfrom = 2027-01-01\n"
    )
}

fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

#[test]
fn the_built_in_rules_have_nothing_to_mend() {
    let here = tempfile::tempdir().unwrap();
    let (told, code) = beian(here.path(), &["lint"]);
    assert_eq!(code, 0, "{told}");
    assert!(told.starts_with("1 layers, "), "{told}");
}

#[test]
fn a_directory_of_ones_own_is_laid_over_and_says_so() {
    let here = tempfile::tempdir().unwrap();
    write(here.path(), "ours/provinces/zhejiang.toml", &zhejiang("16"));
    write(here.path(), "ours/sources.toml", SOURCES);
    write(here.path(), "ours/README.md", "Ours.");
    assert_eq!(beian(here.path(), &["lint", "ours"]).1, 0);
    let line = |day: &str| {
        let show = ["show", "浙", "--at", day, "--language", "en", "--rulebook", "ours"];
        let (told, code) = beian(here.path(), &show);
        assert_eq!(code, 0, "{told}");
        told.lines().find(|line| line.contains("[unit.minimum-age]")).unwrap().to_owned()
    };
    assert!(line("2026-12-31").ends_with("18 (warn, single, D, built-in)"));
    assert!(line("2027-01-01").ends_with("16 (warn, single, P1 2026-10-01, ours)"));
}

#[test]
fn every_problem_has_its_file_line_and_key() {
    let here = tempfile::tempdir().unwrap();
    write(here.path(), "ours/provinces/zhejiang.toml", &zhejiang("\"young\""));
    write(here.path(), "ours/provinces/atlantis.toml", "");
    let (told, code) = beian(here.path(), &["lint", "ours"]);
    assert_eq!(code, 1);
    let problem = "ours: provinces/zhejiang.toml:3: unit.minimum-age.value: expected a whole number from 0";
    assert!(told.lines().any(|line| line == problem), "{told}");
    assert!(told.contains("ours: provinces/atlantis.toml:1: no file of this name"), "{told}");
    assert!(told.contains("beian: 2 problems"), "{told}");
    assert_eq!(beian(here.path(), &["show", "zhejiang", "--rulebook", "ours"]).1, 1);
}

#[test]
fn nothing_starts_with_broken_rules() {
    let here = tempfile::tempdir().unwrap();
    write(here.path(), "beian.toml", "[rulebook]\noverlays = [\"ours\"]\n");
    write(here.path(), "ours/provinces/zhejiang.toml", &zhejiang("\"young\""));
    write(here.path(), "ours/tables/atlantis.toml", "");
    for command in ["check-config", "serve", "work"] {
        let mut beian = Command::new(env!("CARGO_BIN_EXE_beian"));
        let output = beian.arg(command).current_dir(here.path()).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{command}: {told}");
        assert!(told.contains("the rules need mending, see rulebook.overlays"), "{told}");
        assert!(told.contains("ours: provinces/zhejiang.toml:3: unit.minimum-age.value: expected"), "{told}");
        assert!(told.contains("ours: tables/atlantis.toml:1: no file of this name"), "{told}");
    }
    assert!(!here.path().join("beian-data").exists(), "nothing was made before");
}

/// `beian serve`, and what it logs.
struct Serving {
    process: Child,
    log: BufReader<ChildStderr>,
}

impl Serving {
    fn start(directory: &Path) -> Self {
        let mut beian = Command::new(env!("CARGO_BIN_EXE_beian"));
        let mut process = beian.arg("serve").current_dir(directory).stderr(Stdio::piped()).spawn().unwrap();
        let log = BufReader::new(process.stderr.take().unwrap());
        Self { process, log }
    }

    fn signal(&self, signal: &str) {
        let process = self.process.id().to_string();
        assert!(Command::new("kill").args([signal, &process]).status().unwrap().success());
    }

    /// The next line of the log that says so.
    fn says(&mut self, text: &str) -> String {
        let line = self.log.by_ref().lines().map(Result::unwrap).find(|line| line.contains(text));
        line.unwrap_or_else(|| panic!("it ended without saying {text}"))
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

#[test]
fn rules_change_while_pages_are_served_and_broken_ones_are_refused() {
    let here = tempfile::tempdir().unwrap();
    let config = "[server]\nlisten = \"127.0.0.1:0\"\n[rulebook]\noverlays = [\"ours\"]\nlook_seconds = 0\n";
    write(here.path(), "beian.toml", config);
    write(here.path(), "ours/sources.toml", SOURCES);
    let mut serving = Serving::start(here.path());
    serving.says("serving");
    for (age, told) in [
        ("16", "the rules have changed and are in force"),
        ("\"young\"", "ours: provinces/zhejiang.toml:3: unit.minimum-age.value: expected a whole number"),
        ("17", "the rules have changed and are in force"),
    ] {
        write(here.path(), "ours/provinces/zhejiang.toml", &zhejiang(age));
        serving.signal("-HUP");
        serving.says(told);
    }
    serving.signal("-TERM");
    serving.says("stopped");
    assert!(serving.process.wait().unwrap().success());
}

#[test]
fn what_cannot_be_read_ends_with_two() {
    let here = tempfile::tempdir().unwrap();
    fs::create_dir(here.path().join("empty")).unwrap();
    write(here.path(), "bytes/sources.toml", "");
    fs::write(here.path().join("bytes/sources.toml"), [0xff, 0xfe]).unwrap();
    for arguments in [&["lint", "nowhere"][..], &["lint", "empty"], &["lint", "bytes"], &["show", "atlantis"]]
    {
        let (told, code) = beian(here.path(), arguments);
        assert_eq!(code, 2, "{arguments:?}: {told}");
    }
}
