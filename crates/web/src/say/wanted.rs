//! What an order needs to bring, in words.

use beian_app::orders::Wanted;
use beian_domain::rulebook::Spoken;

use super::{evidence_kind, field_hint};
use crate::i18n::Words;

/// What a document that is wanted is called.
pub(crate) fn wanted(words: Words, wanted: &Wanted) -> String {
    match &wanted.name {
        Some(name) => spoken(words, name).to_owned(),
        None => evidence_kind(words, wanted.kind),
    }
}

/// What is said below it: how it looks, what may stand in its place, who asks for it.
pub(crate) fn wanted_hint(words: Words, wanted: &Wanted) -> Option<String> {
    let named = wanted.document.is_some();
    let look = if named { None } else { field_hint(words, wanted.kind.field()) };
    let note = wanted.note.as_ref().map(|note| spoken(words, note).to_owned());
    let instead = wanted
        .instead
        .as_ref()
        .map(|other| words.with("form-evidence-instead", &[("document", spoken(words, other).into())]));
    let source = spoken(words, &wanted.source);
    let source = (named && !source.is_empty())
        .then(|| words.with("form-evidence-asked-by", &[("source", source.into())]));
    let parts: Vec<String> = [look, note, instead, source].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(words.pick("", " ")))
}

fn spoken(words: Words, spoken: &Spoken) -> &str {
    match words.lang {
        crate::i18n::Lang::Zh => &spoken.zh,
        crate::i18n::Lang::En => &spoken.en,
    }
}
