//! What the sources say and Cargo cannot see: the world inside the law, a second clock, SQL outside the store.

use anyhow::{Result, anyhow};
use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

use crate::finding::Finding;

/// A path in the code that some files may not use.
struct Forbidden {
    /// Last or first segments, as written: `std::fs`, `Utc::now`.
    path: &'static [&'static str],
    rule: &'static str,
    mend: &'static str,
    applies_to: fn(&str) -> bool,
}

const PURE: &str = "pass what is needed as an argument; beian-domain is pure";
const CLOCK: &str = "take the time as an argument; only crates/app/src/clock.rs reads it";

const FORBIDDEN: &[Forbidden] = &[
    Forbidden { path: &["std", "fs"], rule: "pure-domain", mend: PURE, applies_to: in_domain },
    Forbidden { path: &["std", "env"], rule: "pure-domain", mend: PURE, applies_to: in_domain },
    Forbidden { path: &["std", "process"], rule: "pure-domain", mend: PURE, applies_to: in_domain },
    Forbidden { path: &["std", "thread"], rule: "pure-domain", mend: PURE, applies_to: in_domain },
    Forbidden { path: &["std", "time", "Instant"], rule: "pure-domain", mend: PURE, applies_to: in_domain },
    Forbidden { path: &["TcpStream"], rule: "pure-domain", mend: PURE, applies_to: in_domain },
    Forbidden { path: &["TcpListener"], rule: "pure-domain", mend: PURE, applies_to: in_domain },
    Forbidden { path: &["UdpSocket"], rule: "pure-domain", mend: PURE, applies_to: in_domain },
    Forbidden { path: &["ToSocketAddrs"], rule: "pure-domain", mend: PURE, applies_to: in_domain },
    Forbidden { path: &["Utc", "now"], rule: "one-clock", mend: CLOCK, applies_to: away_from_clock },
    Forbidden { path: &["Local", "now"], rule: "one-clock", mend: CLOCK, applies_to: away_from_clock },
    Forbidden { path: &["SystemTime", "now"], rule: "one-clock", mend: CLOCK, applies_to: away_from_clock },
];

fn in_domain(path: &str) -> bool {
    path.starts_with("crates/domain/")
}

fn away_from_clock(path: &str) -> bool {
    path != "crates/app/src/clock.rs"
}

fn in_store(path: &str) -> bool {
    path.starts_with("crates/store/")
}

/// Tests, examples and benches may touch the world; clippy still asks them for a reason.
fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs")
        || path.ends_with("_tests.rs")
        || ["/tests/", "/examples/", "/benches/"].iter().any(|part| path.contains(part))
}

/// Checks one source file; `path` is from the workspace.
pub fn check(path: &str, text: &str) -> Result<Vec<Finding>> {
    let file = syn::parse_file(text)
        .map_err(|error| anyhow!("{path}:{}: not Rust: {error}", error.span().start().line))?;
    let mut reader = Reader { path, in_tests: is_test_file(path), findings: Vec::new() };
    reader.visit_file(&file);
    reader.findings.dedup();
    Ok(reader.findings)
}

struct Reader<'a> {
    path: &'a str,
    in_tests: bool,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn path_named(&mut self, segments: &[String], line: usize) {
        if self.in_tests {
            return;
        }
        for forbidden in FORBIDDEN {
            if (forbidden.applies_to)(self.path) && contains(segments, forbidden.path) {
                let what = format!("uses `{}`", segments.join("::"));
                self.found(line, what, forbidden.rule, forbidden.mend);
            }
        }
    }

    fn string_written(&mut self, text: &str, line: usize) {
        if !in_store(self.path) && is_sql(text) {
            let beginning: String = text.trim().chars().take(30).collect();
            let mend = "put the query into a function of beian-store that is named for what it answers";
            self.found(line, format!("SQL `{beginning}…`"), "sql-in-store", mend);
        }
    }

    fn found(&mut self, line: usize, what: String, rule: &'static str, mend: &str) {
        self.findings.push(Finding { path: self.path.to_owned(), line, what, rule, mend: mend.to_owned() });
    }

    /// Paths of a `use`, one per leaf: `use std::{fs, io};` names `std::fs` and `std::io`.
    fn use_tree(&mut self, before: &mut Vec<String>, tree: &syn::UseTree) {
        match tree {
            syn::UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.use_tree(before, &path.tree);
                before.pop();
            }
            syn::UseTree::Name(name) => self.use_leaf(before, &name.ident),
            syn::UseTree::Rename(rename) => self.use_leaf(before, &rename.ident),
            syn::UseTree::Group(group) => {
                for item in &group.items {
                    self.use_tree(before, item);
                }
            }
            syn::UseTree::Glob(_) => {}
        }
    }

    fn use_leaf(&mut self, before: &[String], leaf: &syn::Ident) {
        let mut segments = before.to_vec();
        if leaf != "self" {
            segments.push(leaf.to_string());
        }
        self.path_named(&segments, leaf.span().start().line);
    }

    /// Inside a macro there is no syntax tree, only tokens: read paths and strings off them.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut segments: Vec<String> = Vec::new();
        let mut line = 0;
        let mut after_colons = false;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if !after_colons {
                        self.path_named(&segments, line);
                        segments.clear();
                        line = ident.span().start().line;
                    }
                    segments.push(ident.to_string());
                    after_colons = false;
                }
                TokenTree::Punct(punct) => after_colons = punct.as_char() == ':',
                TokenTree::Literal(literal) => {
                    after_colons = false;
                    let at = literal.span().start().line;
                    if let Ok(syn::Lit::Str(text)) = syn::parse_str::<syn::Lit>(&literal.to_string()) {
                        self.string_written(&text.value(), at);
                    }
                }
                TokenTree::Group(group) => {
                    after_colons = false;
                    self.tokens(group.stream());
                }
            }
        }
        self.path_named(&segments, line);
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let line = path.segments.first().map_or(0, |segment| segment.ident.span().start().line);
        self.path_named(&segments, line);
        visit::visit_path(self, path);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.use_tree(&mut Vec::new(), &item.tree);
    }

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.string_written(&text.value(), text.span().start().line);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.tokens(call.tokens.clone());
    }

    /// Attributes hold documentation and lint reasons, not code.
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let before = self.in_tests;
        self.in_tests |= marks_tests(&module.attrs);
        visit::visit_item_mod(self, module);
        self.in_tests = before;
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        let before = self.in_tests;
        self.in_tests |= marks_tests(&function.attrs);
        visit::visit_item_fn(self, function);
        self.in_tests = before;
    }
}

/// `#[test]`, `#[tokio::test]`, `#[cfg(test)]`.
fn marks_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let last = attribute.path().segments.last().map(|segment| segment.ident.to_string());
        match last.as_deref() {
            Some("test") => true,
            Some("cfg") => {
                attribute.parse_args::<syn::Path>().is_ok_and(|condition| condition.is_ident("test"))
            }
            _ => false,
        }
    })
}

fn contains(segments: &[String], wanted: &[&str]) -> bool {
    segments.windows(wanted.len()).any(|window| window.iter().zip(wanted).all(|(have, want)| have == want))
}

/// Statements as people write them: in capitals, or small with the signs that prose does not have.
fn is_sql(text: &str) -> bool {
    const SHAPES: &[(&str, &str)] = &[
        ("SELECT ", " FROM "),
        ("INSERT INTO ", " "),
        ("UPDATE ", " SET "),
        ("DELETE FROM ", ""),
        ("CREATE TABLE ", ""),
        ("CREATE INDEX ", ""),
        ("CREATE UNIQUE INDEX ", ""),
        ("CREATE DATABASE ", ""),
        ("DROP DATABASE ", ""),
        ("DROP TABLE ", ""),
        ("ALTER TABLE ", ""),
        ("PRAGMA ", ""),
        ("WITH ", " AS ("),
    ];
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = |text: &str| {
        SHAPES.iter().any(|(verb, then)| text.strip_prefix(verb).is_some_and(|rest| rest.contains(then)))
    };
    let has_signs = || line.contains(['=', '*', '(', '$', '?']);
    fits(&line) || (line == line.to_lowercase() && has_signs() && fits(&line.to_uppercase()))
}
