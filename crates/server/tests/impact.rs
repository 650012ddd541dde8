//! `beian rulebook impact` over the filings and orders of the demo.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// Has the demo make its filings and orders, and stops it.
fn furnished(directory: &Path) {
    let mut demo = Command::new(env!("CARGO_BIN_EXE_beian"))
        .args(["demo", "--port", "18650", "--simulator-port", "18750", "--dir"])
        .arg(directory)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(demo.stdout.take().unwrap()).lines().map_while(Result::ok);
    let ready = lines.any(|line| line.contains("Console, public query"));
    demo.kill().unwrap();
    demo.wait().unwrap();
    assert!(ready, "the demo came to its end");
}

fn impact(directory: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beian"));
    let output =
        command.args(["rulebook", "impact"]).args(arguments).current_dir(directory).output().unwrap();
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{complaint}");
    assert!(complaint.contains(" / "), "progress is told apart: {complaint}");
    String::from_utf8(output.stdout).unwrap()
}

const SOURCES: &str = "[[source]]\ntag = \"P1\"\nzh = \"管局来函\"\nen = \"Letter of the authority\"\n\
    publisher = \"authority\"\naddress = \"file 12\"\ndate = \"2026-10-01\"\nas-of = 2026-10-01\n";
const OLDER: &str = "province = \"zhejiang\"\n[unit.minimum-age]\nvalue = 90\nseverity = \"warn\"\n\
    sources = [\"P1\"]\nconfidence = \"single\"\nrow = \"unit-persons 浙\"\n";

#[test]
fn a_change_of_rules_is_weighed_against_what_is_filed_and_under_way() {
    let here = tempfile::tempdir().unwrap();
    let demo = here.path().join("demo");
    furnished(&demo);
    fs::create_dir_all(demo.join("ours/provinces")).unwrap();
    fs::write(demo.join("ours/sources.toml"), SOURCES).unwrap();
    fs::write(demo.join("ours/provinces/zhejiang.toml"), OLDER).unwrap();

    let same = impact(&demo, &[]);
    assert!(same.contains("No rule judges otherwise. 没有规则的结论发生变化。"), "{same}");
    let told = impact(&demo, &["--rulebook", "ours"]);
    let mut lines = told.lines();
    let weighed = lines.next().unwrap();
    assert!(weighed.contains(" weighed: 0 newly stopped, 0 set free, "), "a warning stops nobody: {weighed}");
    assert!(lines.next().unwrap().starts_with("共 "), "{told}");
    assert_eq!(lines.next(), Some("rule\tseverity\tprovince\tnewly\tno longer\tstill\tfor example"));
    let changed: Vec<&str> = lines.next().unwrap().split('\t').collect();
    assert_eq!(changed[..3], ["person-under-age", "warn", "zhejiang"]);
    assert!(changed[3].parse::<u32>().unwrap() > 0 && changed[4] == "0", "{told}");
    assert!(changed[6].contains("浙ICP备"), "a filing to look at: {told}");
    assert_eq!(lines.next(), None, "nothing else changed: {told}");
}
