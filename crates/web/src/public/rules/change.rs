//! What an example changes in an order: the field by its label, the value in words.

use beian_domain::order::field::{Field, FieldPath};
use beian_domain::order::kind::OrderKind;
use beian_domain::region::Province;
use beian_domain::rulebook::Base;
use serde_json::Value;

use super::telling::Telling;
use super::{field_name, name};
use crate::i18n::Words;
use crate::say;

/// A line per value; what holds several values is told value by value.
pub(super) fn lines(telling: Telling<'_>, path: &str, value: &Value) -> Vec<String> {
    let inside = |key: &str, value: &Value| lines(telling, &format!("{path}.{key}"), value);
    match value {
        Value::Object(object) if !object.is_empty() => {
            object.iter().flat_map(|(key, value)| inside(key, value)).collect()
        }
        Value::Array(list) if list.iter().any(|item| item.is_object() || item.is_array()) => {
            list.iter().enumerate().flat_map(|(number, item)| inside(&number.to_string(), item)).collect()
        }
        Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_) => {
            let said = text(telling, path, value);
            let said = if said.is_empty() { telling.words.t("rules-example-nothing") } else { said };
            vec![format!("{}{}{said}", label(telling.words, path), telling.words.pick("：", ": "))]
        }
    }
}

fn text(telling: Telling<'_>, path: &str, value: &Value) -> String {
    match value {
        Value::Bool(flag) => telling.yes_or_no(*flag),
        Value::Number(number) => number.to_string(),
        Value::String(text) => word(telling.words, path, text),
        Value::Array(list) => {
            telling.list(&list.iter().map(|item| text(telling, path, item)).collect::<Vec<_>>())
        }
        Value::Null | Value::Object(_) => String::new(),
    }
}

/// A code in words, as far as the form knows it.
fn word(words: Words, path: &str, text: &str) -> String {
    if let Some(province) = Province::from_slug(text) {
        return name(words, province).to_owned();
    }
    if let Some(kind) = OrderKind::from_slug(text).filter(|_| path == "kind") {
        return say::order_kind(words, kind);
    }
    field(path).map_or_else(|| text.to_owned(), |field| say::answer(words, field, text))
}

fn field(path: &str) -> Option<Field> {
    FieldPath::parse(path).ok().map(FieldPath::field)
}

/// What a path of the base order is called; pieces of evidence by what they are.
pub(super) fn label_of(words: Words, base: Base, path: &str) -> String {
    let order: Value = serde_json::from_str(base.json()).unwrap_or_default();
    let pointer = format!("/{}/kind", path.replace('.', "/"));
    let kind = order.pointer(&pointer).and_then(Value::as_str);
    let piece = kind.and_then(|kind| field(&format!("evidence.{kind}")));
    piece.map_or_else(|| label(words, path), |field| field_name(words, field))
}

/// What a path is called: by the label of the form for as much of it as the form has, then part by part.
fn label(words: Words, path: &str) -> String {
    let parts: Vec<&str> = path.split('.').collect();
    let known = (1..=parts.len()).rev().find_map(|end| Some((end, field(&parts[..end].join("."))?)));
    let (begin, mut said) = match known {
        Some((end, field)) => (end, vec![field_name(words, field)]),
        None => (0, Vec::new()),
    };
    if let Some(service) = number_of_service(&parts) {
        said.insert(0, words.with("rules-example-service", &[("n", service.into())]));
    }
    said.extend(parts[begin..].iter().filter_map(|part| part_name(words, part)));
    said.join(words.pick("·", " · "))
}

/// The number of the service from the second on.
fn number_of_service(parts: &[&str]) -> Option<usize> {
    let number: usize = parts.get(1)?.parse().ok()?;
    (parts[0] == "services" && number > 0).then_some(number + 1)
}

/// A part of a path; numbers and the names of the great parts are left out.
fn part_name(words: Words, part: &str) -> Option<String> {
    if ["services", "subject", "known"].contains(&part) || part.parse::<usize>().is_ok() {
        return None;
    }
    let key = format!("rules-part-{part}");
    Some(if words.has(&key) { words.t(&key) } else { part.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use beian_domain::rulebook::{EXAMPLES_DAY, Rulebook};

    fn telling(lang: Lang) -> Telling<'static> {
        Telling { words: Words::new(lang), rules: Rulebook::built_in().at(EXAMPLES_DAY) }
    }

    #[test]
    fn changes_are_told_with_the_labels_of_the_form() {
        let said = |path: &str, value: Value| lines(telling(Lang::Zh), path, &value).join("\n");
        assert_eq!(said("subject.province", "beijing".into()), "备案省份：北京");
        assert_eq!(said("services.1.name", "云杉".into()), "第 2 个服务·网站名称：云杉");
        assert_eq!(said("subject.person.name", "".into()), "主体负责人 · 姓名：（空）");
        assert_eq!(said("known.record", serde_json::json!({ "shell": true })), "已备案的记录·空壳主体：是");
        let words = Words::new(Lang::En);
        assert_eq!(label_of(words, Base::Unit, "evidence.6"), "Domain certificate (域名证书)");
    }

    #[test]
    fn every_part_of_every_example_has_a_name() {
        let mut nameless = std::collections::BTreeSet::new();
        for rule in Rulebook::built_in().all_rules().map(|entry| &entry.value) {
            for (path, value) in rule.fails.iter().chain(&rule.passes).flat_map(|example| &example.set) {
                let said = lines(telling(Lang::Zh), path, value);
                let labels = said.iter().filter_map(|line| line.split_once('：')).map(|(label, _)| label);
                let parts = labels.flat_map(|label| label.split('·')).map(str::trim);
                let coded = |part: &&str| part.starts_with(|c: char| c.is_ascii_lowercase());
                nameless.extend(parts.filter(coded).map(|part| format!("{} {part}", rule.code)));
            }
        }
        assert!(nameless.is_empty(), "no words rules-part-… for {nameless:#?}");
    }
}
