//! Findings for programs.

use beian_web::checking::{FoundWords, word};
use beian_web::i18n::Words;
use serde::Serialize;

use super::Outcome;

#[derive(Serialize)]
struct Report<'o> {
    order: &'o str,
    at: String,
    layers: &'o [String],
    blocked: bool,
    steps: Vec<OfStep>,
}

#[derive(Serialize)]
struct OfStep {
    step: &'static str,
    title: String,
    findings: Vec<FoundWords>,
}

pub(super) fn told(words: Words, outcome: &Outcome<'_>) -> serde_json::Result<String> {
    let steps = word(words, &outcome.findings).into_iter().map(|step| OfStep {
        step: step.step.slug(),
        title: step.title,
        findings: step.found,
    });
    serde_json::to_string_pretty(&Report {
        order: &outcome.name,
        at: outcome.day.to_string(),
        layers: outcome.layers,
        blocked: outcome.findings.iter().any(beian_domain::finding::Finding::blocks),
        steps: steps.collect(),
    })
}
