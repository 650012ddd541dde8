//! `GET /api/docs`: the OpenAPI document as a page of our own.

mod problems;

use axum::extract::State;
use maud::{Markup, PreEscaped, html};
use serde_json::Value;

use super::{about, openapi};
use crate::frame;
use crate::i18n::Words;
use crate::session::Door;
use crate::state::Web;
use crate::ui::{Accent, Heading, Look, Page, card, fold, link_button};
use crate::visit::Visitor;

pub(super) async fn show(State(web): State<Web>, Visitor(visit): Visitor) -> Markup {
    let words = visit.words;
    let document = serde_json::to_value(openapi()).unwrap_or_default();
    let frame = frame::of_door(&web, &visit, Door::Customer);
    let json = link_button(Look::Quiet, "/api/openapi.json", &words.t("api-document"));
    let body = html! {
        (Heading::new(words.t("api-title")).lead(words.t("api-lead")).beside(json))
        div .columns {
            div {
                (card(Accent::None, &words.t("api-start"), &prose(&about(words))))
                @for operation in operations(&document) { (operation_card(words, &operation)) }
                div #problems { (card(Accent::None, &words.t("api-problems"), &problems::table(words))) }
                h2 #schemas { (words.t("api-schemas")) }
                @for (name, schema) in members(&document["components"]["schemas"]) { (schema_card(words, name, schema)) }
            }
            aside { (contents(words, &document)) }
        }
    };
    Page::new(&frame, words.t("api-title")).show(&body)
}

/// One operation as it stands in the document.
struct Operation<'a> {
    method: String,
    path: &'a str,
    about: &'a Value,
}

impl Operation<'_> {
    fn anchor(&self) -> &str {
        text(&self.about["operationId"])
    }

    /// What it does, in the reader's language.
    fn title(&self, words: Words) -> String {
        let key = format!("api-operation-{}", self.anchor());
        if words.has(&key) { words.t(&key) } else { text(&self.about["summary"]).to_owned() }
    }
}

/// Every operation, tag by tag in the order of the document.
fn operations(document: &Value) -> Vec<Operation<'_>> {
    let tags = document["tags"].as_array().into_iter().flatten().map(|tag| text(&tag["name"]));
    let all = || {
        members(&document["paths"]).flat_map(|(path, item)| {
            members(item).map(move |(method, about)| Operation { method: method.to_uppercase(), path, about })
        })
    };
    tags.flat_map(|tag| all().filter(move |operation| text(&operation.about["tags"][0]) == tag)).collect()
}

fn contents(words: Words, document: &Value) -> Markup {
    card(
        Accent::None,
        &words.t("api-contents"),
        &html! {
            ul .links {
                @for operation in operations(document) {
                    li { a href={ "#" (operation.anchor()) } { (operation.title(words)) } }
                }
                li { a href="#problems" { (words.t("api-problems")) } }
            li { a href="#schemas" { (words.t("api-schemas")) } }
            }
        },
    )
}

fn operation_card(words: Words, operation: &Operation<'_>) -> Markup {
    let about = operation.about;
    let parameters = about["parameters"].as_array().cloned().unwrap_or_default();
    let body = html! {
        p { code { b { (operation.method) } " " (operation.path) } }
        (prose(text(&about["description"])))
        @if !parameters.is_empty() { (parameter_table(words, &parameters)) }
        @for (media, content) in members(&about["requestBody"]["content"]) {
            p { b { (words.t("api-body")) } " " code { (media) } " " (type_of(&content["schema"])) }
        }
        @let (good, bad): (Vec<_>, Vec<_>) = members(&about["responses"]).partition(|(status, _)| status.starts_with('2'));
        (answer_table(words, &good))
        (fold(&words.t("api-failures"), &answer_table(words, &bad)))
    };
    html! { div id=(operation.anchor()) { (card(Accent::None, &operation.title(words), &body)) } }
}

fn parameter_table(words: Words, parameters: &[Value]) -> Markup {
    html! {
        table {
            thead { tr { th .num { (words.t("api-parameters")) } th { (words.t("api-columns-in")) } th { (words.t("api-columns-type")) } th { (words.t("api-columns-about")) } } }
            tbody {
                @for parameter in parameters {
                    tr {
                        th .num scope="row" { code { (text(&parameter["name"])) } }
                        td .num { (text(&parameter["in"])) @if parameter["required"] == true { ", " (words.t("api-required")) } }
                        td .num { (type_of(&parameter["schema"])) }
                        td {
                            (inline(text(&parameter["description"])))
                            @if let Some(example) = example(parameter) { " " code { (example) } }
                        }
                    }
                }
            }
        }
    }
}

fn answer_table(words: Words, answers: &[(&str, &Value)]) -> Markup {
    html! {
        table {
            thead { tr { th { (words.t("api-columns-status")) } th { (words.t("api-answers")) } th { (words.t("api-columns-type")) } } }
            tbody {
                @for (status, answer) in answers {
                    tr {
                        th scope="row" .num { (status) }
                        td { (inline(text(&answer["description"]))) }
                        td { @for (_, content) in members(&answer["content"]) { (type_of(&content["schema"])) } }
                    }
                }
            }
        }
    }
}

fn schema_card(words: Words, name: &str, schema: &Value) -> Markup {
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().map(text).collect();
    let body = html! {
        (prose(text(&schema["description"])))
        @if schema["properties"].is_object() {
            table {
                thead { tr { th { (words.t("api-columns-name")) } th { (words.t("api-columns-type")) } th { (words.t("api-columns-about")) } } }
                tbody {
                    @for (property, about) in members(&schema["properties"]) {
                        tr {
                            th .num scope="row" { code { (property) } @if required.contains(&property) { " " small { (words.t("api-required")) } } }
                            td .num { (type_of(about)) }
                            td { (inline(text(&about["description"]))) }
                        }
                    }
                }
            }
        }
        @if let Some(example) = schema.get("example") {
            (fold(&words.t("api-example"), &html! { pre { code { (pretty(example)) } } }))
        }
    };
    html! { div id={ "schema-" (name) } { (fold(name, &body)) } }
}

/// The type of a value, with links to the schemas it is made of.
fn type_of(schema: &Value) -> Markup {
    if let Some(name) = schema["$ref"].as_str().and_then(|reference| reference.rsplit('/').next()) {
        return html! { a href={ "#schema-" (name) } { (name) } };
    }
    let one_of = schema["oneOf"].as_array().into_iter().flatten();
    let several: Vec<&Value> = one_of.filter(|one| one["type"] != "null").collect();
    if !several.is_empty() {
        return html! { @for (index, one) in several.iter().enumerate() { @if index > 0 { " | " } (type_of(one)) } };
    }
    if schema["items"].is_object() {
        return html! { (type_of(&schema["items"])) "[]" };
    }
    let kind = match &schema["type"] {
        Value::String(kind) => kind.clone(),
        Value::Array(kinds) => {
            kinds.iter().map(text).filter(|kind| *kind != "null").collect::<Vec<_>>().join(" | ")
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => String::new(),
    };
    html! { (kind) @if let Some(format) = schema["format"].as_str() { " (" (format) ")" } }
}

fn example(of: &Value) -> Option<String> {
    let found = of.get("example").or_else(|| of["schema"].get("example"))?;
    Some(found.as_str().map_or_else(|| found.to_string(), ToOwned::to_owned))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn members(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(name, member)| (name.as_str(), member))
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// Paragraphs of our own documentation.
fn prose(text: &str) -> Markup {
    html! { @for paragraph in text.split("\n\n").filter(|text| !text.trim().is_empty()) { p { (inline(paragraph)) } } }
}

/// The two marks our documentation uses within a line: code and bold.
fn inline(text: &str) -> Markup {
    let mut out = String::new();
    for (index, piece) in text.split('`').enumerate() {
        if index % 2 == 1 {
            out.push_str(&html! { code { (piece) } }.into_string());
            continue;
        }
        for (index, piece) in piece.split("**").enumerate() {
            let part = if index % 2 == 1 {
                html! { b { (piece) } }
            } else {
                html! { (piece) }
            };
            out.push_str(&part.into_string());
        }
    }
    PreEscaped(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn marks_become_elements_and_the_rest_is_escaped() {
        let shown = inline("**Writing.** send `<If-Match>` & wait").into_string();
        assert_eq!(shown, "<b>Writing.</b> send <code>&lt;If-Match&gt;</code> &amp; wait");
    }

    #[test]
    fn every_operation_is_on_the_page_in_both_languages() {
        let document = serde_json::to_value(openapi()).unwrap();
        let operations = operations(&document);
        assert_eq!(operations.len(), 12);
        for operation in operations {
            for lang in Lang::ALL {
                let key = format!("api-operation-{}", operation.anchor());
                assert!(Words::new(lang).has(&key), "{key}");
            }
        }
    }
}
