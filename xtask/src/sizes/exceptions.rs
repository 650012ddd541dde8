//! The written exceptions: `path[#function] lines reason`, one per line, `#` begins a comment line.

use std::collections::BTreeMap;

use super::Measure;
use crate::finding::Finding;

/// A size that is tolerated for now.
pub struct Exception {
    /// As large as it was when it was written down.
    pub lines: usize,
    /// Where it is written.
    pub at: usize,
}

/// Reads the list; a line that says too little is itself a finding.
pub fn read(path: &str, text: &str) -> (BTreeMap<String, Exception>, Vec<Finding>) {
    let mut exceptions = BTreeMap::new();
    let mut findings = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let at = index + 1;
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let mut words = line.split_whitespace();
        let name = words.next().unwrap_or_default().to_owned();
        let lines = words.next().and_then(|word| word.parse().ok());
        match (lines, words.next()) {
            (Some(lines), Some(_reason)) => {
                exceptions.insert(name, Exception { lines, at });
            }
            _ => findings.push(finding(path, at, "not an exception", "write `path[#function] lines reason`")),
        }
    }
    (exceptions, findings)
}

/// Is the exception larger than what it excuses? Then the list has to shrink with the code.
pub fn outlived(path: &str, name: &str, exception: &Exception, measure: Option<&Measure>) -> Option<Finding> {
    let Some(measure) = measure else {
        return Some(finding(path, exception.at, &format!("`{name}` is gone"), "remove this line"));
    };
    let now = measure.lines;
    if now <= measure.limit {
        return Some(finding(path, exception.at, &format!("`{name}` fits now"), "remove this line"));
    }
    (now < exception.lines).then(|| {
        let what = format!("`{name}` has shrunk to {now} lines");
        finding(path, exception.at, &what, &format!("write {now} instead of {}", exception.lines))
    })
}

fn finding(path: &str, line: usize, what: &str, mend: &str) -> Finding {
    Finding {
        path: path.to_owned(),
        line,
        what: what.to_owned(),
        rule: "size-exception",
        mend: mend.to_owned(),
    }
}
