//! Rules, result codes and how refusals stand to them, in words.

use beian_app::lessons::{CodeSaid, StoredVerdict};
use beian_domain::finding::Severity;
use beian_domain::rulebook::Rulebook;
use beian_domain::verdict::{About, Standing};
use maud::{Markup, html};

use crate::i18n::{Lang, Words};
use crate::ui::{Meaning, badge, mark};

/// What a rule is called; its code where the rulebook of today has none of it.
pub(crate) fn rule(words: Words, rules: &Rulebook, code: &str) -> String {
    rules
        .rule(code)
        .map_or_else(|| code.to_owned(), |rule| words.pick(&rule.title.zh, &rule.title.en).to_owned())
}

/// What result codes are about.
pub(crate) fn about(words: Words, about: Option<About>) -> String {
    words.t(&format!("lessons-about-{}", about.map_or("nothing", About::slug)))
}

/// What a result code says; nothing for one that is not published.
pub(crate) fn code_said(words: Words, code: CodeSaid) -> Option<&'static str> {
    match words.lang {
        Lang::Zh => code.zh,
        Lang::En => code.en,
    }
}

/// How much a finding weighed, as a mark.
pub(crate) fn severity(words: Words, severity: Severity) -> Markup {
    let meaning = match severity {
        Severity::Block => Meaning::No,
        Severity::Warn => Meaning::Do,
        Severity::Info => Meaning::Note,
    };
    html! { (mark(meaning, &words.t(&format!("lessons-severity-{}", severity.slug())))) }
}

/// How a refusal stands to the rules, as a badge; nothing for other verdicts.
pub(crate) fn standing(words: Words, verdict: &StoredVerdict) -> Markup {
    let Some(standing) = verdict.standing else { return html! {} };
    let (meaning, key) = match standing {
        Standing::Foreseen => (Meaning::Done, "lessons-state-foreseen"),
        Standing::Silent => (Meaning::No, "lessons-state-silent"),
        Standing::Unforeseen if verdict.judged.is_some() => (Meaning::Wait, "lessons-state-no-rule"),
        Standing::Unforeseen => (Meaning::Do, "lessons-state-unforeseen"),
    };
    badge(meaning, &words.t(key))
}
