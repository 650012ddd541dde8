//! The schema of `rules/*.toml`.

use serde_json::{Value as Json, json};

use super::{date, document, object, one_of, some_of, spoken, text, texts, with_testimony};
use crate::order::field::Field;
use crate::rulebook::choices::Choice;
use crate::rulebook::example::Base;
use crate::rulebook::parameter::Parameter;
use crate::rulebook::rule;

pub(super) fn of_rules() -> Json {
    let parameters: Vec<&str> = Parameter::ALL.iter().map(|parameter| parameter.key()).collect();
    let fields = Field::ALL.iter().chain(Field::BESIDES).filter(|field| crate::dossier::can_be_seen(**field));
    let fields: Vec<&str> = fields.map(|field| field.pattern()).collect();
    let examples = json!({ "type": "array", "items": example(), "minItems": 1 });
    let mut own = json!({
        "code": text(),
        "title": spoken(),
        "says": spoken(),
        "why": spoken(),
        "remedy": spoken(),
        "asks": some_of(&parameters),
        "field": one_of(&fields),
        "fields": some_of(&fields),
        "number": { "type": "integer", "minimum": 0 },
        "words": texts(),
        "lists": texts(),
        "document": text(),
        "remark": text(),
        "day": date(),
        "fails": examples,
        "passes": examples,
    });
    for (key, slugs) in rule::lists() {
        own[key] = if matches!(key, "of" | "check") { one_of(&slugs) } else { some_of(&slugs) };
    }
    let mut keys = with_testimony(&own, None);
    if let Some(keys) = keys.as_object_mut() {
        keys.remove("row");
    }
    let needed = ["code", "check", "title", "says", "remedy", "fails", "passes"];
    document(&json!({ "rule": { "type": "array", "items": object(&keys, &needed) } }), &[])
}

fn example() -> Json {
    let keys = json!({
        "on": one_of(Base::OPTIONS.slugs),
        "at": date(),
        "set": { "type": "object" },
        "without": texts(),
        "finds": text(),
    });
    object(&keys, &["on"])
}
