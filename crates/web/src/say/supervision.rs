//! What the authority sent by itself (监管下发), in words: kinds, fields, values.

use beian_app::supervision::{ShownFact, ShownValue};
use beian_domain::supervision::{ListChange, MatterKind};
use maud::{Markup, html};

use crate::i18n::{Lang, Words};

/// The name of a kind.
pub(crate) fn matter_kind(words: Words, kind: MatterKind) -> String {
    words.t(&format!("supervision-kind-{}", kind.slug()))
}

/// What a kind is about and what to do with it.
pub(crate) fn matter_about(words: Words, kind: MatterKind) -> String {
    words.t(&format!("supervision-about-{}", kind.slug()))
}

/// What happened to an entry of a list.
pub(crate) fn list_change(words: Words, change: ListChange) -> String {
    words.t(&format!("supervision-change-{}", change.slug()))
}

/// The heading of a group of fields.
pub(crate) fn fact_group(words: Words, title: &str, number: Option<usize>) -> String {
    let title = words.t(&format!("supervision-group-{title}"));
    match number {
        Some(number) => {
            words.with("supervision-group-numbered", &[("title", title.into()), ("n", number.into())])
        }
        None => title,
    }
}

/// The label of a field; in English with the interface's Chinese term, by which people find it there.
pub(crate) fn fact_label(words: Words, name: &str) -> String {
    let key = format!("supervision-fact-{name}");
    let label = words.t(&key);
    match words.lang {
        Lang::Zh => label,
        Lang::En => format!("{label} {}", Words::new(Lang::Zh).t(&key)),
    }
}

/// The label of a field where there is little room.
pub(crate) fn fact_short(words: Words, name: &str) -> String {
    words.t(&format!("supervision-fact-{name}"))
}

/// What a field holds.
pub(crate) fn fact_value(words: Words, fact: &ShownFact) -> Markup {
    match &fact.value {
        ShownValue::Text(text) | ShownValue::Name(text) => html! { (text) },
        ShownValue::Number(number) => html! { span .num { (number) } },
        ShownValue::Moment(at) => html! { span .num { (words.moment(*at)) } },
        ShownValue::Day(day) => html! { span .num { (words.date(*day)) } },
        ShownValue::Address(address) => html! { span .num { (address) } },
        ShownValue::Code { id, name: Some(name) } => html! { (name) " " span .aside.num { (id) } },
        ShownValue::Code { id, name: None } => {
            html! { span .num { (id) } " " span .aside { (words.t("supervision-code-unknown")) } }
        }
        ShownValue::Result { code, zh, en } => {
            let said = if words.lang == Lang::Zh { zh } else { en };
            html! {
                span .num { (code) }
                @if let Some((what, remedy)) = said { " " (what) @if !remedy.is_empty() { div .aside { (remedy) } } }
            }
        }
        ShownValue::Choice(list, member) => html! { (choice(words, list, member)) },
    }
}

/// What a list or a title says, in plain words.
pub(crate) fn fact_text(words: Words, value: &ShownValue) -> String {
    match value {
        ShownValue::Text(text) | ShownValue::Name(text) => text.clone(),
        ShownValue::Number(number) => number.to_string(),
        ShownValue::Moment(at) => words.short_moment(*at),
        ShownValue::Day(day) => words.date(*day),
        ShownValue::Address(address) => address.to_string(),
        ShownValue::Code { id, name } => name.clone().unwrap_or_else(|| id.to_string()),
        ShownValue::Result { code, .. } => code.to_string(),
        ShownValue::Choice(list, member) => choice(words, list, member),
    }
}

fn choice(words: Words, list: &str, member: &str) -> String {
    words.t(&format!("supervision-choice-{list}-{member}"))
}
