//! The document of the API: reviewed as a whole, complete in every operation.

use serde_json::Value;

use super::openapi;

fn document() -> Value {
    serde_json::to_value(openapi()).unwrap()
}

fn operations(document: &Value) -> Vec<(String, Value)> {
    let paths = document["paths"].as_object().unwrap();
    let of_path = |(path, item): (&String, &Value)| {
        let operations = item.as_object().unwrap().iter();
        operations
            .map(|(method, operation)| (format!("{method} {path}"), operation.clone()))
            .collect::<Vec<_>>()
    };
    paths.iter().flat_map(of_path).collect()
}

#[test]
fn the_document() {
    let text = serde_json::to_string_pretty(&openapi()).unwrap();
    insta::assert_snapshot!("openapi", text);
}

#[test]
fn every_operation_says_what_it_does_and_how_it_can_fail() {
    let document = document();
    let operations = operations(&document);
    assert_eq!(operations.len(), 12);
    for (name, operation) in operations {
        assert!(operation["operationId"].is_string(), "{name} has no name");
        assert!(operation["summary"].is_string(), "{name} has no summary");
        let answers = operation["responses"].as_object().unwrap();
        assert!(answers.keys().any(|status| status.starts_with('2')), "{name} never succeeds");
        assert!(answers.keys().any(|status| status.starts_with('4')), "{name} never fails");
        let writes = !name.starts_with("get ");
        let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
        let token = parameters.iter().any(|parameter| parameter["name"] == "X-CSRF-Token");
        assert_eq!(writes, token, "{name}: writes carry the token, reads do not");
    }
}

#[test]
fn every_schema_named_is_there() {
    let document = document();
    let text = document.to_string();
    for name in text.split("#/components/schemas/").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(document["components"]["schemas"][name].is_object(), "{name}");
    }
}

#[test]
fn everything_sent_and_received_has_an_example() {
    let document = document();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for (name, operation) in operations(&document) {
        let mut contents: Vec<&Value> = operation["responses"].as_object().unwrap().values().collect();
        contents.push(&operation["requestBody"]);
        for content in contents {
            for (media, body) in content["content"].as_object().into_iter().flatten() {
                if media.starts_with("image/") {
                    continue;
                }
                let reference = body["schema"]["$ref"].as_str().unwrap_or_else(|| panic!("{name}: {body}"));
                let schema = &schemas[reference.rsplit('/').next().unwrap()];
                let example = schema.get("example").or_else(|| schema.get("examples"));
                assert!(example.is_some(), "{name}: {reference} has no example");
            }
        }
    }
}
