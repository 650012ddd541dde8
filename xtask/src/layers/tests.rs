//! The layer check can fail: each rule is broken once here, and kept once.

use std::collections::BTreeMap;

use super::{manifests, sources};

fn rules_of_manifest(name: &str, tables: &str) -> Vec<String> {
    let text = format!("[package]\nname = \"{name}\"\n[lints]\nworkspace = true\n{tables}");
    let renames = BTreeMap::from([("orm".to_owned(), "sea-orm".to_owned())]);
    let findings = manifests::check("Cargo.toml", &text, &renames).unwrap();
    findings.iter().map(|finding| format!("{}:{}", finding.line, finding.rule)).collect()
}

fn rules_of_source(path: &str, text: &str) -> Vec<String> {
    let findings = sources::check(path, text).unwrap();
    findings.iter().map(|finding| format!("{}:{}", finding.line, finding.rule)).collect()
}

#[test]
fn this_workspace_keeps_its_layers() {
    let findings = super::check(&crate::root().unwrap()).unwrap();
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
fn an_arrow_the_wrong_way_is_found_at_its_line() {
    let tables = "[dependencies]\nserde.workspace = true\nbeian-store.workspace = true\n";
    assert_eq!(rules_of_manifest("beian-domain", tables), ["7:arrow"]);
    assert_eq!(rules_of_manifest("beian-web", tables), ["7:arrow"]);
    assert!(rules_of_manifest("beian-app", tables).is_empty());
}

#[test]
fn build_and_platform_tables_are_read_and_tests_may_reach_further() {
    let build = "[build-dependencies]\nbeian-web = { path = \"../web\" }\n";
    assert_eq!(rules_of_manifest("beian-app", build), ["6:arrow"]);
    let platform = "[target.'cfg(unix)'.dependencies.beian-web]\npath = \"../web\"\n";
    assert_eq!(rules_of_manifest("beian-app", platform), ["5:arrow"]);
    let tests = "[dev-dependencies]\nbeian-store.workspace = true\n";
    assert!(rules_of_manifest("beian-web", tests).is_empty());
}

#[test]
fn a_reserved_library_is_found_under_any_name() {
    let plain = "[dependencies]\nsqlx = \"0.9\"\n";
    assert_eq!(rules_of_manifest("beian-app", plain), ["6:reserved-library"]);
    assert!(rules_of_manifest("beian-store", plain).is_empty());
    let renamed = "[dependencies]\ndb = { package = \"sqlx\", version = \"0.9\" }\n";
    assert_eq!(rules_of_manifest("beian-web", renamed), ["6:reserved-library"]);
    let renamed_in_workspace = "[dev-dependencies]\norm.workspace = true\n";
    assert_eq!(rules_of_manifest("beian-acceptance", renamed_in_workspace), ["6:reserved-library"]);
}

#[test]
fn the_simulator_may_have_axum_only_behind_its_feature() {
    let always = "[dependencies]\naxum.workspace = true\n";
    let optional = "[dependencies]\naxum = { workspace = true, optional = true }\n";
    assert_eq!(rules_of_manifest("beian-authority", always), ["6:reserved-library"]);
    assert!(rules_of_manifest("beian-authority", optional).is_empty());
    assert_eq!(rules_of_manifest("beian-store", optional), ["6:reserved-library"]);
}

#[test]
fn an_unknown_crate_and_missing_lints_are_found() {
    assert_eq!(rules_of_manifest("beian-shed", ""), ["1:room"]);
    let findings = manifests::check("x", "[package]\nname = \"beian-web\"\n", &BTreeMap::new()).unwrap();
    assert_eq!(findings[0].rule, "lints");
}

#[test]
fn the_world_is_found_inside_the_law() {
    let path = "crates/domain/src/order.rs";
    assert_eq!(rules_of_source(path, "use std::fs;\n"), ["1:pure-domain"]);
    assert_eq!(rules_of_source(path, "use std::{\n  io,\n  env::{self, VarError},\n};\n").len(), 2);
    assert_eq!(rules_of_source(path, "fn f() {\n  let _ = std::env::args();\n}"), ["2:pure-domain"]);
    assert_eq!(rules_of_source(path, "fn f() {\n\n  g!(std::fs::read(\"a\"));\n}"), ["3:pure-domain"]);
    assert!(rules_of_source(path, "use std::net::IpAddr;\n// std::fs\n/// std::env\nfn f() {}").is_empty());
    assert!(rules_of_source("crates/store/src/evidence.rs", "use std::fs;").is_empty());
}

#[test]
fn a_second_clock_is_found() {
    let text = "fn now() {\n  chrono::Utc::now();\n}";
    assert_eq!(rules_of_source("crates/web/src/lib.rs", text), ["2:one-clock"]);
    assert!(rules_of_source("crates/app/src/clock.rs", text).is_empty());
    assert_eq!(rules_of_source("crates/app/src/x.rs", "fn f() { g(Utc::now); }"), ["1:one-clock"]);
}

#[test]
fn tests_may_touch_the_world() {
    let inside = "#[cfg(test)]\nmod tests {\n  fn f() { std::fs::read(\"x\"); }\n}";
    assert!(rules_of_source("crates/domain/src/order.rs", inside).is_empty());
    let after = format!("{inside}\nfn g() {{ std::fs::read(\"x\"); }}");
    assert_eq!(rules_of_source("crates/domain/src/order.rs", &after), ["5:pure-domain"]);
    assert!(rules_of_source("crates/domain/src/order/tests.rs", "use std::fs;").is_empty());
}

#[test]
fn sql_is_found_outside_the_store_also_in_tests_and_macros() {
    let path = "crates/app/src/tests.rs";
    let query = "fn f() {\n  q(\"SELECT id FROM orders\");\n}";
    assert_eq!(rules_of_source(path, query), ["2:sql-in-store"]);
    assert_eq!(rules_of_source(path, "fn f() { format!(\"DELETE FROM {t}\"); }"), ["1:sql-in-store"]);
    assert_eq!(rules_of_source(path, "const Q: &str = \"select * from orders\";"), ["1:sql-in-store"]);
    assert!(rules_of_source("crates/store/src/order.rs", query).is_empty());
}

#[test]
fn prose_is_not_sql() {
    for text in ["Select a file from the list", "update the order, set it aside", "insert into the slot"] {
        let source = format!("const T: &str = {text:?};");
        assert!(rules_of_source("crates/web/src/lib.rs", &source).is_empty(), "{text}");
    }
}
