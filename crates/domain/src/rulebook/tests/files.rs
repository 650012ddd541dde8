use std::fs;
use std::path::Path;

use super::*;

/// Every rule file of the repository is compiled in, and begins with its schema.
#[test]
fn no_rule_file_is_left_out() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebook");
    let mut found = vec!["sources.toml".to_owned(), "words.toml".to_owned()];
    for room in ["calendar", "national", "provinces", "rules", "tables"] {
        for entry in fs::read_dir(root.join(room)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            found.extend(
                path.extension().is_some_and(|kind| kind == "toml").then(|| format!("{room}/{name}")),
            );
        }
    }
    found.sort();
    let mut compiled: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
    compiled.sort_unstable();
    assert_eq!(compiled, found);
}

#[test]
fn every_file_points_at_a_schema_that_is_there() {
    let names: Vec<String> = schemas().into_iter().map(|(name, _)| name).collect();
    for (path, text) in FILES {
        let up = "../".repeat(path.matches('/').count());
        let schema = text.lines().next().unwrap().strip_prefix(&format!("#:schema {up}schema/"));
        assert!(schema.is_some_and(|name| names.iter().any(|known| known == name)), "{path}");
    }
}

/// A schema asks of every object what the reader asks: no key beyond those it names.
#[test]
fn the_schemas_refuse_unknown_keys_everywhere() {
    fn closed(schema: &serde_json::Value, path: &str) {
        if schema.get("properties").is_some_and(serde_json::Value::is_object) && schema.get("type").is_some()
        {
            assert_eq!(schema["additionalProperties"], false, "{path}");
        }
        if let Some(members) = schema.as_object() {
            members.iter().for_each(|(key, inner)| closed(inner, &format!("{path}/{key}")));
        }
    }
    for (name, schema) in schemas() {
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        closed(&schema, &name);
    }
}
