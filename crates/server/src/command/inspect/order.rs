//! The part of an order that files are held against, as JSON.

use std::path::Path;

use beian_inspect::Expected;

use crate::command::Stop;

/// Its JSON schema.
pub const SCHEMA: &str = include_str!("order.schema.json");

/// Reads it, or says at which place it cannot be read.
pub fn read(file: &Path) -> Result<Expected, Stop> {
    let not = |why: String| {
        Stop::Unusable(format!(
            "{}: {why}; `beian inspect --schema` prints what can stand there. 对照文件无法读取。",
            file.display()
        ))
    };
    let text = std::fs::read_to_string(file).map_err(|error| not(format!("cannot be read: {error}")))?;
    of_text(&text).map_err(not)
}

fn of_text(text: &str) -> Result<Expected, String> {
    let mut json = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let (path, why) = (error.path().to_string(), error.into_inner());
        if path == "." { why.to_string() } else { format!("{path}: {why}") }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of everything.
    const WHOLE: &str = r#"{"name": "示例茶铺", "platforms": [{"platform": "android",
        "package_name": "cn.example.tea", "public_key": "30", "certificate_fingerprint": "ab"}]}"#;

    #[test]
    fn what_cannot_be_read_is_named_by_its_place() {
        assert!(of_text(WHOLE).is_ok());
        let slip = WHOLE.replace("package_name", "package");
        assert!(of_text(&slip).unwrap_err().starts_with("platforms[0].package: unknown field `package`"));
        let slip = WHOLE.replace("android", "symbian");
        assert!(of_text(&slip).unwrap_err().starts_with("platforms[0].platform: "), "{:?}", of_text(&slip));
    }

    #[test]
    fn the_schema_names_what_can_be_read_and_nothing_else() {
        let schema: serde_json::Value = serde_json::from_str(SCHEMA).unwrap();
        let whole: serde_json::Value = serde_json::from_str(WHOLE).unwrap();
        let names = |value: &serde_json::Value| {
            let mut names: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
            names.sort();
            names
        };
        assert_eq!(names(&schema["properties"]), names(&whole));
        let entry = &schema["properties"]["platforms"]["items"];
        assert_eq!(names(&entry["properties"]), names(&whole["platforms"][0]));
        for object in [&schema, entry] {
            assert_eq!(object["additionalProperties"], false);
        }
    }
}
