//! `cargo xtask links`: what the documents point at is there.
//!
//! Three things are looked at in every `*.md`: relative links, `paths` that begin with a room of the house, and
//! pairs of the form "`name` in `path`".

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::finding::Finding;
use crate::text_files::{self, TextFile};

/// What a code span begins with that names a place in the repository.
const ROOMS: &[&str] =
    &["assets/", "crates/", "docs/", "locales/", "rulebook/", "xtask/", ".cargo/", ".ci/", ".config/"];

/// Checks every document of the house.
pub fn check(root: &Path) -> Result<Vec<Finding>> {
    let documents = text_files::read(root, "", "md")?;
    Ok(documents.iter().flat_map(|document| judge(root, document)).collect())
}

fn judge(root: &Path, document: &TextFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut in_block = false;
    for (number, line) in (1..).zip(document.text.lines()) {
        if line.trim_start().starts_with("```") {
            in_block = !in_block;
        } else if !in_block {
            let mut found = |what: String, mend: &str| {
                let (path, mend) = (document.path.clone(), mend.to_owned());
                findings.push(Finding { path, line: number, what, rule: "links", mend });
            };
            // Code stands between backticks: every second piece.
            let pieces: Vec<&str> = line.split('`').collect();
            for prose in pieces.iter().step_by(2) {
                for target in targets(prose).filter(|target| !is_there(root, &document.path, target)) {
                    found(format!("the link `{target}` leads nowhere"), "mend the link");
                }
            }
            for path in pieces.iter().skip(1).step_by(2).filter(|code| is_place(code)) {
                if !root.join(path).exists() {
                    found(format!("`{path}` is not there"), "name the place where it stands now");
                }
            }
            for pair in pieces.windows(3).skip(1).step_by(2) {
                if let [name, " in ", path] = pair
                    && is_place(path)
                    && !names(&root.join(path), name)
                {
                    found(format!("`{path}` does not know `{name}`"), "name what stands there now");
                }
            }
        }
    }
    findings
}

/// The targets of the links in a piece of prose, without the place on the page.
fn targets(prose: &str) -> impl Iterator<Item = &str> {
    let ends = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let ours = ends.filter(|target| !target.contains("://") && !target.starts_with("mailto:"));
    ours.filter_map(|target| target.split('#').next()).filter(|target| !target.is_empty())
}

fn is_there(root: &Path, document: &str, target: &str) -> bool {
    root.join(document).parent().is_some_and(|directory| directory.join(target).exists())
}

/// Whether a piece of code is a place in the repository; patterns and placeholders are not.
fn is_place(code: &str) -> bool {
    let plain = code.chars().all(|c| c.is_ascii_alphanumeric() || "_-./".contains(c));
    plain && ROOMS.iter().any(|room| code.starts_with(room))
}

/// Whether the file holds the last part of `name`; a directory is not asked.
fn names(path: &Path, name: &str) -> bool {
    let last = name.rsplit("::").next().unwrap_or(name);
    fs::read_to_string(path).map_or(path.is_dir(), |text| text.contains(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let document = TextFile { path: "docs/glossary.md".into(), text: text.into() };
        let findings = judge(&crate::root().unwrap(), &document);
        findings.iter().map(|finding| format!("{}: {}", finding.line, finding.what)).collect()
    }

    #[test]
    fn the_documents_point_at_what_is_there() {
        let findings = check(&crate::root().unwrap()).unwrap();
        assert!(findings.is_empty(), "{findings:#?}");
    }

    #[test]
    fn links_are_followed_from_their_document() {
        let right =
            "[one](../README.md#english), [two](decisions/README.md) and [three](https://example.cn/x.md)";
        assert_eq!(found(right), Vec::<String>::new());
        assert_eq!(found("a\n[x](README.md)"), ["2: the link `README.md` leads nowhere"]);
    }

    #[test]
    fn paths_must_exist_and_know_what_is_said_to_be_there() {
        assert_eq!(found("`judge` in `xtask/src/links.rs`, `crates/`, `crates/*/src`"), Vec::<String>::new());
        assert_eq!(found("`xtask/src/nowhere.rs`"), ["1: `xtask/src/nowhere.rs` is not there"]);
        let wrong = found("see `Order::juggle` in `crates/domain/src/order.rs`");
        assert_eq!(wrong, ["1: `crates/domain/src/order.rs` does not know `Order::juggle`"]);
        assert_eq!(found("```sh\n`xtask/src/nowhere.rs`\n```"), Vec::<String>::new());
    }
}
