//! A report on one order as one page that needs nothing beside itself.

use beian_domain::finding::{Finding, Severity};
use chrono::NaiveDate;
use maud::{Markup, html};

use super::{FoundWords, verdict, word};
use crate::i18n::Words;
use crate::ui::{self, FindingSource, standalone};

/// The report on the order called `name`, checked for a day by the rules of these layers.
pub fn report(words: Words, name: &str, findings: &[Finding], day: NaiveDate, layers: &[String]) -> String {
    let title = words.t("checking-title");
    let by = [("day", words.date(day).into()), ("layers", layers.join(" + ").into())];
    let content = html! {
        h1 { (title) " " small { (name) } }
        p { (words.with("checking-by", &by)) }
        p { b { (verdict(words, findings)) } }
        @for step in word(words, findings) {
            section {
                h2 { (step.title) }
                @for found in &step.found { (card(words, found)) }
            }
        }
    };
    standalone(words, &title, &content, None)
}

fn card(words: Words, found: &FoundWords) -> Markup {
    let layer = if found.layer.is_empty() || found.layer == "built-in" {
        String::new()
    } else {
        format!(" · {}", words.with("checking-layer", &[("layer", found.layer.as_str().into())]))
    };
    let card = ui::Finding {
        words,
        severity: match found.severity {
            Severity::Block => ui::Severity::Block,
            Severity::Warn | Severity::Info => ui::Severity::Warn,
        },
        title: format!("{} · {}", found.label, found.weight),
        // The sentence holds what was found.
        answer: String::new(),
        what: found.what.clone(),
        why: found.why.clone(),
        remedy: found.remedy.clone(),
        source: FindingSource {
            code: found.rule.clone(),
            text: format!("{}{layer}", found.source),
            href: String::new(),
        },
        go: (String::new(), String::new()),
        sample: None,
        answered: false,
    };
    html! { (card) }
}
