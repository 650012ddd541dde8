//! The official schema and `xmllint`, where these are at hand; they are not part of the project.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use beian_authority::gbk;

const SCHEMA: &str = "reference/xsd/upload-data.xsd";

/// Looks in a directory beside the checkout or beside one of its parents.
fn schema() -> Option<PathBuf> {
    let ancestors = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let beside = ancestors.flat_map(|parent| std::fs::read_dir(parent).into_iter().flatten().flatten());
    beside.map(|entry| entry.path().join(SCHEMA)).find(|path| path.exists())
}

/// Which of the texts, by their place, break the official schema, and what `xmllint` says of them. `None`,
/// with a note, when the means are missing. One call for all of them.
pub fn refused(texts: &[String]) -> Option<(BTreeSet<usize>, String)> {
    let means = schema().filter(|_| Command::new("xmllint").arg("--version").output().is_ok());
    let Some(schema) = means else {
        println!("skipped: no official schema or no xmllint here");
        return None;
    };
    let directory = tempfile::tempdir().unwrap();
    let names: Vec<String> = (0..texts.len()).map(|place| place.to_string()).collect();
    for (name, text) in names.iter().zip(texts) {
        std::fs::write(directory.path().join(name), gbk::encode(text).unwrap()).unwrap();
    }
    let output = Command::new("xmllint")
        .current_dir(directory.path())
        .args(["--huge", "--noout", "--schema"])
        .arg(&schema)
        .args(&names)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let ending = |end: &str| -> BTreeSet<usize> {
        told.lines().filter_map(|line| line.strip_suffix(end)?.parse().ok()).collect()
    };
    let (good, bad) = (ending(" validates"), ending(" fails to validate"));
    assert_eq!(good.len() + bad.len(), texts.len(), "{}", told.lines().take(5).collect::<String>());
    Some((bad, told))
}
