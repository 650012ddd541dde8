//! Who says something, for which day, how surely, by which layer, and what others say.

use beian_domain::finding::Severity;
use beian_domain::rulebook::{BUILT_IN, Confidence, Entry, Shape, Source, Testimony, Version};
use maud::{Markup, html};

use super::standing::Standing;
use super::telling::Telling;
use crate::i18n::Words;
use crate::ui::{Meaning, mark};

/// What a breach weighs.
pub(super) fn weight(telling: Telling<'_>, severity: Severity) -> Markup {
    let word = weight_word(telling.words, severity);
    match severity {
        Severity::Block => mark(Meaning::Do, &word),
        Severity::Warn => mark(Meaning::Note, &word),
        Severity::Info => html! { small { (word) } },
    }
}

/// What a breach weighs, in a word.
pub(super) fn weight_word(words: Words, severity: Severity) -> String {
    words.t(&format!("rules-weight-{}", severity.slug()))
}

/// The sources of an entry with links, the day they speak for, and how sure that is.
pub(super) fn who_says<T>(telling: Telling<'_>, entry: &Entry<T>) -> Markup {
    let testimony = &entry.testimony;
    html! {
        (sureness(telling, testimony.confidence)) " "
        small .as-of { (as_of(telling, testimony)) }
        ul .sources.small { @for source in telling.sources(&testimony.sources) { li { (name(telling, source)) } } }
        (layer_mark(telling, entry))
    }
}

/// Which layer speaks, if it is not the one built in.
pub(super) fn layer_mark<T>(telling: Telling<'_>, entry: &Entry<T>) -> Markup {
    html! {
        @if let Some(layer) = layer(&entry.place.layer) {
            p { (mark(Meaning::Wait, &telling.words.with("rules-layer", &[("layer", layer.into())]))) }
        }
    }
}

fn sureness(telling: Telling<'_>, confidence: Confidence) -> Markup {
    match confidence {
        Confidence::Conflicting => Standing::Conflicting.mark(telling.words),
        Confidence::Confirmed | Confidence::Single => html! { small { (telling.confidence(confidence)) } },
    }
}

/// `as of 2025-12-31`.
pub(super) fn as_of(telling: Telling<'_>, testimony: &Testimony) -> String {
    let words = telling.words;
    match testimony.as_of {
        Some(day) => words.with("rules-as-of", &[("day", words.date(day).into())]),
        None => words.t("rules-undated"),
    }
}

/// A source by its name, with a link where its address is one.
pub(super) fn name(telling: Telling<'_>, source: &Source) -> Markup {
    let name = telling.pick(&source.name);
    let is_link = ["https://", "http://"].iter().any(|scheme| source.address.starts_with(scheme));
    html! {
        @if is_link { a href=(source.address) rel="noreferrer nofollow" { (name) } }
        @else { (name) }
    }
}

/// The name of a layer laid over the built-in rules, without the way to its directory.
fn layer(layer: &str) -> Option<&str> {
    let name = layer.trim_end_matches(['/', '\\']);
    (layer != BUILT_IN).then(|| name.rsplit(['/', '\\']).next().unwrap_or(name))
}

/// The days on which an entry is in force, if they are limited.
pub(super) fn period<T>(telling: Telling<'_>, entry: &Entry<T>) -> Markup {
    let words = telling.words;
    let said = |key, day| words.with(key, &[("day", words.date(day).into())]);
    let from = entry.from.map(|day| said("rules-from", day));
    let until = entry.until.map(|day| said("rules-until", day));
    let days: Vec<String> = [from, until].into_iter().flatten().collect();
    html! { @if !days.is_empty() { p { small { (telling.list(&days)) } } } }
}

/// Every version with who says it, and why one of them is in use.
pub(super) fn versions(telling: Telling<'_>, testimony: &Testimony, shape: Option<Shape>) -> Markup {
    if testimony.said.is_empty() && testimony.why.is_none() {
        return html! {};
    }
    html! {
        p { small { (telling.words.t("rules-versions")) } }
        ul .versions.small {
            @for version in &testimony.said { li { (version_said(telling, version, shape)) } }
            @if let Some(why) = &testimony.why {
                li { b { (telling.words.t("rules-why")) } (telling.pick(why)) }
            }
        }
    }
}

fn version_said(telling: Telling<'_>, version: &Version, shape: Option<Shape>) -> Markup {
    let value = version.value.as_ref().zip(shape).map(|(value, shape)| telling.value(value, shape));
    let said = value.or_else(|| version.words.as_ref().map(|words| telling.pick(words).to_owned()));
    html! {
        b { (said.unwrap_or_default()) } " — "
        @for (index, source) in telling.sources(&version.by).enumerate() {
            @if index > 0 { (telling.words.pick("；", "; ")) }
            (name(telling, source))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_is_named_without_its_way() {
        assert_eq!(layer(BUILT_IN), None);
        assert_eq!(layer("/etc/beian/our-rules/"), Some("our-rules"));
        assert_eq!(layer("ours"), Some("ours"));
    }
}
