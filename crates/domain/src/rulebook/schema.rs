//! JSON Schemas of the rule files, made from the parameters, the tables and the lists, for editors.

mod of_rules;

use serde_json::{Map, Value as Json, json};

use super::choices::{Because, Choice, Confidence};
use super::clause::{LISTS, ORDERS};
use super::parameter::Parameter;
use super::shape::Shape;
use super::table::TableKind;
use super::words::lists_with_words;
use crate::region::Province;

/// Every schema, by the name of its file in `rulebook/schema/`.
pub fn schemas() -> Vec<(String, Json)> {
    let tables = TableKind::ALL.iter().map(|table| (format!("{}.json", table.slug()), of_table(*table)));
    [
        ("province.json".to_owned(), province()),
        ("national.json".to_owned(), held(&Map::new(), &[], |_| true)),
        ("sources.json".to_owned(), sources()),
        ("words.json".to_owned(), words()),
        ("calendar.json".to_owned(), calendar()),
        ("rules.json".to_owned(), of_rules::of_rules()),
    ]
    .into_iter()
    .chain(tables)
    .collect()
}

fn document(properties: &Json, required: &[&str]) -> Json {
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn object(properties: &Json, required: &[&str]) -> Json {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn text() -> Json {
    json!({ "type": "string", "minLength": 1 })
}

fn texts() -> Json {
    json!({ "type": "array", "items": text(), "uniqueItems": true })
}

fn one_of(slugs: &[&str]) -> Json {
    json!({ "enum": slugs })
}

fn some_of(slugs: &[&str]) -> Json {
    json!({ "type": "array", "items": one_of(slugs) })
}

fn date() -> Json {
    json!({ "type": "string", "format": "date" })
}

fn spoken() -> Json {
    object(&json!({ "zh": text(), "en": text() }), &["zh", "en"])
}

fn of_shape(shape: Shape) -> Json {
    match shape {
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::Text | Shape::Row(_) => text(),
        Shape::Words | Shape::Rows(_) => texts(),
        Shape::Choice(options) => one_of(options.slugs),
        Shape::Choices(options) => some_of(options.slugs),
    }
}

/// The keys of whatever carries its sources, beside its own.
fn with_testimony(own: &Json, value: Option<&Json>) -> Json {
    let mut version = json!({ "by": texts(), "zh": text(), "en": text() });
    let mut keys = json!({
        "sources": texts(),
        "as-of": date(),
        "confidence": one_of(Confidence::OPTIONS.slugs),
        "severity": one_of(&["info", "warn", "block"]),
        "row": text(),
        "why": spoken(),
        "note": spoken(),
        "from": date(),
        "until": date(),
    });
    if let Some(value) = value {
        version["value"] = value.clone();
        keys["value"] = value.clone();
    }
    keys["said"] = json!({ "type": "array", "items": object(&version, &["by"]) });
    for (key, schema) in own.as_object().into_iter().flatten() {
        keys[key] = schema.clone();
    }
    keys
}

/// The name of the definition of a setting whose value has this shape.
fn name_of(shape: Shape) -> String {
    match shape {
        Shape::Flag => "flag".to_owned(),
        Shape::Number => "number".to_owned(),
        Shape::Text => "text".to_owned(),
        Shape::Words => "words".to_owned(),
        Shape::Choice(options) => options.name.to_owned(),
        Shape::Choices(options) => format!("some-{}", options.name),
        Shape::Row(table) => format!("row-of-{}", table.slug()),
        Shape::Rows(table) => format!("rows-of-{}", table.slug()),
    }
}

fn reference(definition: &str) -> Json {
    json!({ "$ref": format!("#/definitions/{definition}") })
}

/// A setting of a shape: one table, or a list of them for several periods.
fn define_setting(definitions: &mut Map<String, Json>, shape: Shape) -> Json {
    let (name, one) = (name_of(shape), format!("one-{}", name_of(shape)));
    if !definitions.contains_key(&name) {
        let keys = with_testimony(&json!({}), Some(&of_shape(shape)));
        let needed = ["value", "sources", "confidence", "severity", "row"];
        let list = json!({ "type": "array", "items": reference(&one) });
        definitions.insert(name.clone(), json!({ "anyOf": [reference(&one), list] }));
        definitions.insert(one, object(&keys, &needed));
    }
    reference(&name)
}

fn clause() -> Json {
    let (filers, asks, places) = LISTS;
    let when = json!({
        "words": texts(),
        "keywords": texts(),
        "places": some_of(places),
        "natures": texts(),
        "contents": texts(),
        "orders": some_of(ORDERS),
    });
    let when = object(&when, &[]);
    let own = json!({
        "code": text(),
        "of": one_of(filers),
        "asks": one_of(asks),
        "when": { "anyOf": [when, { "type": "array", "items": when }] },
        "documents": texts(),
        "remark": text(),
        "pre-approval": text(),
        "zh": text(),
        "en": text(),
    });
    let needed = ["code", "of", "asks", "zh", "en", "sources", "confidence", "severity", "row"];
    json!({ "type": "array", "items": object(&with_testimony(&own, None), &needed) })
}

fn held(own: &Map<String, Json>, required: &[&str], takes: fn(Parameter) -> bool) -> Json {
    let mut properties = own.clone();
    properties.insert("clause".to_owned(), clause());
    let keys: Vec<&str> =
        Parameter::ALL.iter().filter(|open| open.of_provinces()).map(|open| open.key()).collect();
    let mut definitions = Map::from_iter([("parameters".to_owned(), some_of(&keys))]);
    let gaps = Because::OPTIONS.slugs.iter();
    let gaps: Map<String, Json> =
        gaps.map(|because| ((*because).to_owned(), reference("parameters"))).collect();
    properties.insert("unknown".to_owned(), object(&Json::Object(gaps), &[]));
    for parameter in Parameter::ALL.iter().copied().filter(|parameter| takes(*parameter)) {
        let section = properties.entry(parameter.section()).or_insert_with(|| object(&json!({}), &[]));
        section["properties"][parameter.name()] = define_setting(&mut definitions, parameter.shape());
    }
    let mut schema = document(&Json::Object(properties), required);
    schema["definitions"] = Json::Object(definitions);
    schema
}

fn province() -> Json {
    let slugs: Vec<&str> = Province::ALL.iter().map(|province| province.slug()).collect();
    let own = [
        ("province", one_of(&slugs)),
        ("code", json!({ "type": "integer" })),
        ("prefix", text()),
        ("authority", text()),
    ];
    let own: Map<String, Json> = own.into_iter().map(|(key, schema)| (key.to_owned(), schema)).collect();
    held(&own, &["province"], Parameter::of_provinces)
}

fn sources() -> Json {
    let source = json!({
        "tag": text(),
        "zh": text(),
        "en": text(),
        "publisher": text(),
        "address": text(),
        "date": text(),
        "as-of": date(),
        "authoritative": { "type": "boolean" },
    });
    let source = object(&source, &["tag", "zh", "en", "publisher", "address", "date"]);
    document(&json!({ "source": { "type": "array", "items": source } }), &[])
}

/// The shape that `Calendar` reads.
fn calendar() -> Json {
    let off = object(&json!({ "name": text(), "from": date(), "to": date() }), &["name", "from", "to"]);
    let worked = json!({ "type": "array", "items": date() });
    let keys = json!({
        "year": { "type": "integer" },
        "title": text(),
        "source": text(),
        "worked": worked,
        "off": { "type": "array", "items": off },
    });
    document(&keys, &["year", "title", "source", "worked", "off"])
}

fn words() -> Json {
    let names = |keys: Vec<&str>| {
        let keys: Map<String, Json> =
            keys.into_iter().map(|key| (key.to_owned(), reference("spoken"))).collect();
        object(&Json::Object(keys), &[])
    };
    let lists = lists_with_words();
    let lists: Map<String, Json> =
        lists.into_iter().map(|list| (list.name.to_owned(), names(list.slugs.to_vec()))).collect();
    let parameters = names(Parameter::ALL.iter().map(|parameter| parameter.key()).collect());
    let keys = json!({ "parameter": parameters, "choice": object(&Json::Object(lists), &[]) });
    let mut schema = document(&keys, &[]);
    schema["definitions"] = json!({ "spoken": spoken() });
    schema
}

fn of_table(table: TableKind) -> Json {
    let mut own = json!({ "code": text(), "zh": text(), "en": text() });
    let mut needed = vec!["code", "zh", "en"];
    for column in table.columns() {
        own[column.key] = of_shape(column.shape);
        needed.extend(column.needed.then_some(column.key));
    }
    let mut keys = with_testimony(&own, None);
    if let Some(keys) = keys.as_object_mut() {
        keys.remove("row");
    }
    let row = object(&keys, &needed);
    let document_keys = json!({
        "sources": texts(),
        "as-of": date(),
        "confidence": one_of(Confidence::OPTIONS.slugs),
        "row": { "type": "array", "items": row },
    });
    document(&document_keys, &[])
}
