//! `cargo xtask sizes`: files and functions stay small enough to read; exceptions may only shrink.

mod exceptions;
mod functions;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::finding::Finding;
use crate::text_files::{self, TextFile};

/// Lines of a file, tests included.
const FILE_LIMIT: usize = 400;
/// Lines of a function, from `fn` to its closing brace.
const FUNCTION_LIMIT: usize = 60;

/// Where the exceptions are written down, each with its reason.
const EXCEPTIONS: &str = "xtask/sizes-exceptions.txt";

/// A file or a function with its measured size.
struct Measure {
    /// `path` for a file, `path#function` for a function.
    name: String,
    path: String,
    line: usize,
    lines: usize,
    limit: usize,
}

/// Checks every Rust file of the house.
pub fn check(root: &Path) -> Result<Vec<Finding>> {
    let mut files = text_files::read(root, "crates", "rs")?;
    files.extend(text_files::read(root, "xtask", "rs")?);
    let written = fs::read_to_string(root.join(EXCEPTIONS)).context("reading the exceptions")?;
    judge(&files, &written)
}

fn judge(files: &[TextFile], written: &str) -> Result<Vec<Finding>> {
    let (excepted, mut findings) = exceptions::read(EXCEPTIONS, written);
    let mut measures = Vec::new();
    for file in files {
        measures.push(Measure {
            name: file.path.clone(),
            path: file.path.clone(),
            line: 1,
            lines: file.text.lines().count(),
            limit: FILE_LIMIT,
        });
        measures.extend(functions::measure(file, FUNCTION_LIMIT)?);
    }
    let mut sizes: BTreeMap<&str, &Measure> = BTreeMap::new();
    for measure in &measures {
        let largest = sizes.entry(&measure.name).or_insert(measure);
        if measure.lines > largest.lines {
            *largest = measure;
        }
        let allowed = excepted.get(&measure.name).map_or(measure.limit, |exception| exception.lines);
        if measure.lines > allowed.max(measure.limit) {
            findings.push(too_long(measure, allowed.max(measure.limit)));
        }
    }
    for (name, exception) in &excepted {
        findings.extend(exceptions::outlived(EXCEPTIONS, name, exception, sizes.get(name.as_str()).copied()));
    }
    findings.sort();
    Ok(findings)
}

fn too_long(measure: &Measure, allowed: usize) -> Finding {
    let what = format!("`{}` has {} lines, {allowed} are allowed", measure.name, measure.lines);
    let mend = "split it along a real seam; move long tests beside it".to_owned();
    Finding { path: measure.path.clone(), line: measure.line, what, rule: "size", mend }
}
