//! The sample orders of `examples/orders/`: what the rules of one day find in each, as clerks would read it.

#![expect(clippy::unwrap_used, reason = "tests")]

mod table;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use beian_domain::check::Checker;
use beian_domain::dossier::Dossier;
use beian_domain::finding::Finding;
use beian_domain::rulebook::{EXAMPLES_DAY, Rulebook};

/// Set to anything to have the files written anew.
const WRITE: &str = "BEIAN_WRITE_DOCS";

const ORDERS: &str = "examples/orders";

/// A sample order and what is found in it, in words.
struct Sample {
    /// `01-zhejiang-enterprise-clean`.
    name: String,
    order: Dossier,
    found: Vec<Finding>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The names in a directory with this ending, without it, sorted.
fn names(directory: &str, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(directory)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> =
        names.filter_map(|name| name.strip_suffix(ending).map(str::to_owned)).collect();
    names.sort();
    names
}

/// All samples, checked by the built-in rules of the day of the examples.
fn samples() -> Vec<Sample> {
    let rulebook = Rulebook::built_in();
    let checker = Checker::new(rulebook, EXAMPLES_DAY);
    let sample = |name: String| {
        let text = fs::read_to_string(root().join(ORDERS).join(format!("{name}.json"))).unwrap();
        let order = Dossier::from_json(&text).unwrap_or_else(|amiss| panic!("{name}: {amiss:?}"));
        let mut found = checker.check(&order);
        rulebook.word(&mut found);
        Sample { name, order, found }
    };
    names(ORDERS, ".json").into_iter().map(sample).collect()
}

#[expect(clippy::disallowed_methods, reason = "whoever changes the rules asks for the files here")]
fn asked_to_write() -> bool {
    std::env::var_os(WRITE).is_some()
}

/// The file says what is found today, or is written anew on demand.
fn is_fresh(path: &str, expected: &str) {
    let file = root().join(path);
    if asked_to_write() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, expected).unwrap();
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    let mut lines = (1..).zip(written.lines().zip(expected.lines()));
    let first = lines.find(|(_, (old, new))| old != new);
    assert!(written == expected, "{path} is stale, first at {first:?}; run this test with {WRITE}=1");
}

/// A finding on a line, with tabs: weight, rule, field, sentence, sources, layer.
fn line(found: &Finding) -> String {
    let says = found.wording.as_ref().map_or("", |wording| wording.zh.says.as_str());
    let (weight, field) = (found.severity.slug(), found.field.to_string());
    format!("{weight}\t{}\t{field}\t{says}\t{}\t{}\n", found.rule, found.source, found.layer)
}

#[test]
fn every_sample_order_is_judged_as_written_down() {
    let samples = samples();
    for sample in &samples {
        let lines: String = sample.found.iter().map(line).collect();
        let lines = if lines.is_empty() { "没有发现问题。\n".to_owned() } else { lines };
        is_fresh(&format!("{ORDERS}/expected/{}.txt", sample.name), &lines);
    }
    let judged: Vec<String> = samples.into_iter().map(|sample| sample.name).collect();
    assert_eq!(names(&format!("{ORDERS}/expected"), ".txt"), judged, "an order for every judgement");
}
