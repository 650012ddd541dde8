//! The size check can fail, and its exceptions cannot grow old.

use super::judge;
use crate::text_files::TextFile;

fn file(lines: usize) -> TextFile {
    TextFile { path: "crates/a/src/long.rs".into(), text: "//\n".repeat(lines) }
}

fn function(lines: usize) -> TextFile {
    let body = "    f();\n".repeat(lines - 2);
    TextFile {
        path: "crates/a/src/lib.rs".into(),
        text: format!("/// Doc.\n#[test]\npub fn long() {{\n{body}}}\nfn f() {{}}\n"),
    }
}

fn said(files: &[TextFile], exceptions: &str) -> Vec<String> {
    judge(files, exceptions).unwrap().iter().map(ToString::to_string).collect()
}

#[test]
fn a_file_may_have_400_lines_and_not_401() {
    assert!(said(&[file(400)], "").is_empty());
    let findings = said(&[file(401)], "");
    assert_eq!(findings.len(), 1);
    assert!(findings[0].starts_with("crates/a/src/long.rs:1: "), "{findings:?}");
}

#[test]
fn a_function_may_have_60_lines_and_not_61_without_its_attributes() {
    assert!(said(&[function(60)], "").is_empty());
    let findings = said(&[function(61)], "");
    assert_eq!(findings.len(), 1);
    assert!(
        findings[0].starts_with("crates/a/src/lib.rs:3: `crates/a/src/lib.rs#long` has 61"),
        "{findings:?}"
    );
}

#[test]
fn methods_and_trait_defaults_are_measured() {
    let body = "f();\n".repeat(70);
    for around in ["impl A", "trait A"] {
        let text = format!("{around} {{ fn m() {{\n{body}}} }}");
        assert_eq!(said(&[TextFile { path: "x.rs".into(), text }], "").len(), 1, "{around}");
    }
}

#[test]
fn an_exception_holds_exactly_as_long_as_it_is_needed() {
    let exception = "# why\ncrates/a/src/long.rs 450 a table that is read as one\n";
    assert!(said(&[file(450)], exception).is_empty());
    assert!(said(&[file(451)], exception)[0].contains("450 are allowed"));
    assert!(said(&[file(440)], exception)[0].contains("write 440 instead of 450"));
    assert!(said(&[file(400)], exception)[0].contains("fits now"));
    assert!(said(&[], exception)[0].contains("is gone"));
}

#[test]
fn an_exception_for_a_function_names_it() {
    let exception = "crates/a/src/lib.rs#long 75 one match over all stages\n";
    assert!(said(&[function(75)], exception).is_empty());
    assert_eq!(said(&[function(76)], exception).len(), 1);
}

#[test]
fn an_exception_needs_a_number_and_a_reason() {
    assert!(
        said(&[file(450)], "crates/a/src/long.rs 450\n").iter().any(|line| line.contains("size-exception"))
    );
    assert!(said(&[], "crates/a/src/long.rs\n")[0].contains("write `path[#function] lines reason`"));
}
