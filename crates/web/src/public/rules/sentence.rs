//! What people are told when they break a rule: the sentence about its first example, as the check says it.

use beian_domain::finding::Severity;
use beian_domain::rulebook::{Entry, Language, Rule};
use maud::{Markup, html};

use super::field_name;
use super::telling::Telling;
use crate::i18n::Lang;
use crate::ui;

/// The finding as those see it who break the rule. Where none of its examples breaks it any more, since a layer answers
/// otherwise, facts are gaps.
pub(super) fn card(telling: Telling<'_>, rule: &Entry<Rule>) -> Markup {
    let words = telling.words;
    let rulebook = telling.rules.rulebook();
    let finding = rulebook.shown(rule);
    let language = match words.lang {
        Lang::Zh => Language::Chinese,
        Lang::En => Language::English,
    };
    let told = finding.as_ref().map(|finding| rulebook.told(&rule.value, finding, language));
    let gap = |spoken| telling.own(beian_domain::rulebook::Spoken::with_gaps(spoken));
    let why = || rule.value.why.as_ref().map(gap).unwrap_or_default();
    let severity = finding.as_ref().map_or(rule.testimony.severity, |finding| finding.severity);
    let field = finding.as_ref().map(|finding| finding.field.field()).or_else(|| rule.value.field());
    let (what, why, remedy, note) = match told {
        Some(told) => (told.says, told.why, told.remedy, "rules-one-said-of-example"),
        None => (gap(&rule.value.says), why(), gap(&rule.value.remedy), "rules-one-said-with-gaps"),
    };
    let card = ui::Finding {
        words,
        severity: match severity {
            Severity::Block => ui::Severity::Block,
            Severity::Warn | Severity::Info => ui::Severity::Warn,
        },
        title: field.map(|field| field_name(words, field)).unwrap_or_default(),
        answer: String::new(),
        what,
        why,
        remedy,
        source: ui::FindingSource::default(),
        go: (String::new(), String::new()),
        sample: None,
        answered: false,
    };
    html! {
        section .rule-said {
            h2 { (words.t("rules-one-said")) }
            p { small { (words.t(note)) } }
            (card)
        }
    }
}
