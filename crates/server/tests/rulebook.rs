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
fn a_rule_that_asks_the_provinces_names_no_source_of_its_own() {
    let here = tempfile::tempdir().unwrap();
    let (asks, _) = beian(here.path(), &["show", "person-under-age", "--language", "en"]);
    assert!(asks.contains("asks unit.minimum-age: Least age of persons in charge"), "{asks}");
    assert!(asks.contains("severity at most block") && !asks.contains("source "), "{asks}");
    let (says, _) = beian(here.path(), &["show", "certificate-expired", "--language", "en"]);
    assert!(says.contains("severity block, confidence confirmed") && says.contains("  source T: "), "{says}");
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

/// A rule of one's own about names, which finds fault with `示例云杉` alone.
fn own_rule(code: &str, check: &str, severity: &str, source: &str) -> String {
    format!(
        "[[rule]]\ncode = \"{code}\"\n{check}\nseverity = \"{severity}\"\nsources = [\"{source}\"]\n\
         confidence = \"single\"\ntitle = {{ zh = \"名称够长\", en = \"Names are long\" }}\n\
         says = {{ zh = \"名称只有 {{found}} 个字。\", en = \"The name has {{found}} characters.\" }}\n\
         remedy = {{ zh = \"写长些。\", en = \"Use more.\" }}\n\
         fails = [{{ on = \"unit\", set = {{ \"services.0.name\" = \"示例云杉\" }}, finds = \"services.0.name\" }}]\n\
         passes = [{{ on = \"unit\" }}]\n"
    )
}

const LONG: &str = "check = \"length-least\"\nfield = \"services.*.name\"\nnumber = 5";

/// A directory with one rule file of one's own.
fn with_names(rules: &str) -> tempfile::TempDir {
    let here = tempfile::tempdir().unwrap();
    write(here.path(), "ours/sources.toml", SOURCES);
    write(here.path(), "ours/rules/names.toml", rules);
    here
}

#[test]
fn a_rule_of_ones_own_is_linted_listed_shown_and_compared() {
    let here = with_names(&own_rule("own-name", LONG, "warn", "P1"));
    let (told, code) = beian(here.path(), &["lint", "ours"]);
    assert_eq!(code, 0, "{told}");
    assert!(told.starts_with("2 layers, ") && told.contains(": nothing to mend."), "{told}");
    let (told, _) = beian(here.path(), &["list", "--rulebook", "ours"]);
    assert!(told.lines().any(|line| line == "own-name\twarn\tP1\tours\t名称够长"), "{told}");
    let (told, _) = beian(here.path(), &["show", "own-name", "--rulebook", "ours", "--language", "en"]);
    for line in [
        "own-name — Names are long",
        "  The name has {found} characters.",
        "  severity warn, confidence single, layer ours",
        "  source P1: Letter of the authority (2026-10-01) file 12",
        "  check length-least, written at ours: rules/names.toml:1",
    ] {
        assert!(told.lines().any(|told| told == line), "{line}: {told}");
    }
    let (told, code) = beian(here.path(), &["diff", "built-in", "ours"]);
    assert_eq!(code, 0);
    assert_eq!(told, "+ rule [own-name]: — → 名称够长 (warn, ours)\n1 differences. 1 处不同。\n");
    assert_eq!(beian(here.path(), &["diff", "built-in", "built-in"]).0, "0 differences. 0 处不同。\n");
}

#[test]
fn lint_refuses_what_is_wrong_with_a_rule_and_says_where() {
    let twice = own_rule("own-name", LONG, "warn", "P1").repeat(2);
    let colour = own_rule("own-name", &LONG.replace("name", "colour"), "warn", "P1");
    let dowsing = own_rule("own-name", "check = \"dowsing\"", "warn", "P1");
    let short = own_rule("own-name", &LONG.replace('5', "4"), "warn", "P1");
    let alone = own_rule("own-name", LONG, "block", "H");
    for (rules, told) in [
        ("x = [".to_owned(), ":1: no TOML: unclosed array"),
        (twice, ":14: rule: stands already at ours: rules/names.toml:1"),
        (colour, ":4: rule.field: `services.*.colour` is no field of an order that can stand here"),
        (dowsing, ":3: rule.check: `dowsing` is none of: answered, "),
        (short, ":12: own-name.fails: the example should break the rule; found instead: nothing"),
        (alone, ":1: rule: `single` does not fit: to block it needs two publishers"),
    ] {
        let here = with_names(&rules);
        let (all, code) = beian(here.path(), &["lint", "ours"]);
        assert_eq!(code, 1, "{told}");
        let told = format!("ours: rules/names.toml{told}");
        assert!(all.lines().any(|line| line.starts_with(&told)), "{told} in {all}");
    }
}

#[test]
fn days_of_one_rulebook_are_compared() {
    let here = tempfile::tempdir().unwrap();
    let (told, code) = beian(here.path(), &["diff", "built-in@2023-01-01", "built-in", "--language", "en"]);
    assert_eq!(code, 0);
    let line =
        "+ rule [domain-of-government]: — → Organs of the state use .gov.cn or .政务 (block, built-in)";
    assert!(told.lines().any(|told| told == line), "{told}");
    assert!(told.contains("+ rule [app-listed-unfiled]: — → "), "{told}");
    assert_eq!(beian(here.path(), &["diff", "built-in@yesterday", "built-in"]).1, 2);
}

#[test]
fn rules_are_listed_and_shown_and_those_of_a_province_alone() {
    let here = tempfile::tempdir().unwrap();
    let count = |arguments: &[&str]| {
        let (told, code) = beian(here.path(), arguments);
        assert_eq!(code, 0, "{told}");
        let (rules, last) = (told.lines().count() - 1, told.lines().last().unwrap().to_owned());
        assert!(last.starts_with(&format!("{rules} rules. ")), "{last}");
        rules
    };
    let (all, tianjin, zhejiang) = (
        count(&["list"]),
        count(&["list", "--province", "天津"]),
        count(&["list", "--province", "zhejiang"]),
    );
    assert!(all > tianjin && tianjin > zhejiang, "{all} {tianjin} {zhejiang}");
    let (told, code) = beian(here.path(), &["show", "person-under-age"]);
    assert_eq!(code, 0);
    assert!(told.contains("  asks unit.minimum-age: 负责人最低年龄"), "{told}");
    assert!(told.contains("  of both"), "{told}");
}

#[test]
fn nothing_starts_with_a_rule_that_does_not_behave() {
    let here = with_names(&own_rule("own-name", &LONG.replace('5', "4"), "warn", "P1"));
    write(here.path(), "beian.toml", "[rulebook]\noverlays = [\"ours\"]\n");
    for command in ["check-config", "serve"] {
        let mut beian = Command::new(env!("CARGO_BIN_EXE_beian"));
        let output = beian.arg(command).current_dir(here.path()).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{command}: {told}");
        assert!(
            told.contains("ours: rules/names.toml:12: own-name.fails: the example should break"),
            "{told}"
        );
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
