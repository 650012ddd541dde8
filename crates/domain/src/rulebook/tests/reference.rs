//! Writes `docs/reference/provinces/`, `docs/reference/rules/`, `docs/reference/rulebook.md` and `rulebook/schema/`; fails when one is stale.

mod coverage;
mod province_page;
mod rule_page;
mod rulebook_page;
mod say;
mod side_by_side;
mod topics;

use std::fs;
use std::path::{Path, PathBuf};

use super::{rules, schemas};
use crate::region::Province;

/// Set to anything to have the files written anew.
const WRITE: &str = "BEIAN_WRITE_DOCS";

/// What every page says of itself.
const MADE: &str = "由测试根据 `rulebook/` 生成，不要手改。Made from `rulebook/` by the tests of \
`crates/domain/src/rulebook/tests/reference.rs` with `BEIAN_WRITE_DOCS=1`; do not edit.\n\n";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[expect(clippy::disallowed_methods, reason = "whoever changes the rules asks for the files here")]
fn asked_to_write() -> bool {
    std::env::var_os(WRITE).is_some()
}

/// The file says what the rules say, or is written anew on demand.
fn is_fresh(path: &str, expected: &str) {
    let file = root().join(path);
    if asked_to_write() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, expected).unwrap();
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    let first = (1..).zip(written.lines().zip(expected.lines())).find(|(_, (old, new))| old != new);
    assert!(written == expected, "{path} is stale, first at {first:?}; run this test with {WRITE}=1");
}

/// A directory holds these files and no others, so that a page of what is gone does not stay.
fn holds_only(directory: &str, names: &[String]) {
    let entries = fs::read_dir(root().join(directory)).unwrap();
    let found = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let strays: Vec<String> = found.filter(|name| !names.contains(name)).collect();
    assert!(strays.is_empty(), "{directory} also holds {strays:?}");
}

#[test]
fn every_province_has_a_page_that_says_what_its_file_says() {
    for &province in Province::ALL {
        let path = format!("docs/reference/provinces/{}.md", province.slug());
        is_fresh(&path, &province_page::page(rules().province(province)));
    }
    is_fresh("docs/reference/provinces/README.md", &side_by_side::page(rules()));
    let pages = Province::ALL.iter().map(|province| format!("{}.md", province.slug()));
    holds_only("docs/reference/provinces", &pages.chain(["README.md".to_owned()]).collect::<Vec<_>>());
}

#[test]
fn every_rule_has_a_page_that_says_what_its_file_says() {
    let mut names = vec!["README.md".to_owned()];
    for entry in rules().rules() {
        let name = rule_page::file_name(&entry.value);
        is_fresh(&format!("docs/reference/rules/{name}"), &rule_page::page(rules(), entry));
        names.push(name);
    }
    is_fresh("docs/reference/rules/README.md", &topics::page(rules()));
    holds_only("docs/reference/rules", &names);
}

#[test]
fn the_page_of_the_rulebook_says_what_the_files_say() {
    is_fresh("docs/reference/rulebook.md", &rulebook_page::page(rules()));
}

#[test]
fn the_schemas_are_those_of_the_types() {
    let mut names = Vec::new();
    for (name, schema) in schemas() {
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        is_fresh(&format!("rulebook/schema/{name}"), &text);
        names.push(name);
    }
    holds_only("rulebook/schema", &names);
}
