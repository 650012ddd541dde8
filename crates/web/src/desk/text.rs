//! The value of a field as reviewers read it: the answer in words, numbers in their own type, servers by name.

use beian_app::resources::ResourceLine;
use beian_domain::order::field::Field;
use maud::{Markup, html};

use crate::i18n::Words;
use crate::say;

/// A field's value, in the normal form of a submission.
pub(super) fn value(words: Words, field: Field, text: &str, resources: &[ResourceLine]) -> Markup {
    let lines = match resource(field, text, resources) {
        Some(named) => vec![named],
        None => say::answer_lines(words, field, text),
    };
    let numbers = is_number(field);
    html! {
        @if lines.is_empty() { span .aside { "—" } }
        @else if lines.len() == 1 { span .num[numbers] { (lines[0]) } }
        @else { @for line in &lines { div .num[numbers] { (line) } } }
    }
}

/// One value as plain words, for sentences.
pub(super) fn plain(words: Words, field: Field, text: &str, resources: &[ResourceLine]) -> String {
    resource(field, text, resources).unwrap_or_else(|| say::answer(words, field, text))
}

fn is_number(field: Field) -> bool {
    let last = field.pattern().rsplit('.').next().unwrap_or_default();
    matches!(
        last,
        "certificate-number"
            | "certificate-expiry"
            | "mobile"
            | "emergency-phone"
            | "office-phone"
            | "addresses"
            | "pre-approval-number"
    )
}

fn resource(field: Field, text: &str, resources: &[ResourceLine]) -> Option<String> {
    if field != Field::AccessResource {
        return None;
    }
    let line = resources.iter().find(|line| line.resource.id.to_string() == text)?;
    let resource = &line.resource;
    Some(format!("{} · {} · {}/{}", resource.name, resource.instance, line.used, resource.places))
}
