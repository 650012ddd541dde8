//! Findings for a terminal: by step, each with how to mend it and who says so.

use beian_web::checking::{FoundWords, verdict, word};
use beian_web::i18n::Words;

use super::Outcome;

pub(super) fn told(words: Words, outcome: &Outcome<'_>) -> String {
    let by = [("day", outcome.day.to_string().into()), ("layers", outcome.layers.join(" + ").into())];
    let mut parts = vec![
        format!("{}: {}", outcome.name, verdict(words, &outcome.findings)),
        words.with("checking-by", &by),
    ];
    for step in word(words, &outcome.findings) {
        parts.push(format!("\n{}", step.title));
        parts.extend(step.found.iter().map(|found| one(words, found)));
    }
    parts.join("\n")
}

fn one(words: Words, found: &FoundWords) -> String {
    let colon = words.pick("：", ": ");
    let mut lines = vec![
        format!("  [{}] {} ({})", found.weight, found.label, found.field),
        format!("      {}", found.what),
    ];
    let mut add = |key: &str, text: &str| {
        if !text.is_empty() {
            lines.push(format!("      {}{colon}{text}", words.t(key)));
        }
    };
    add("checking-found", found.found.as_deref().unwrap_or_default());
    add("checking-expected", found.expected.as_deref().unwrap_or_default());
    add("checking-why", &found.why);
    add("checking-remedy", &found.remedy);
    let layer = if found.layer == "built-in" { String::new() } else { format!(" · {}", found.layer) };
    add("checking-source", &format!("{} [{}]{layer}", found.source, found.rule));
    lines.join("\n")
}
