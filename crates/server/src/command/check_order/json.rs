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
    findings: Vec<Told>,
}

#[derive(Serialize)]
struct Told {
    rule: String,
    severity: &'static str,
    field: String,
    label: String,
    title: String,
    what: String,
    found: Option<String>,
    expected: Option<String>,
    why: String,
    remedy: String,
    source: String,
    as_of: Option<String>,
    layer: String,
    province: Option<String>,
    page: String,
}

impl From<FoundWords> for Told {
    fn from(found: FoundWords) -> Self {
        Self {
            rule: found.rule,
            severity: found.severity.slug(),
            field: found.path,
            label: found.field,
            title: found.title,
            what: found.what,
            found: found.found,
            expected: found.expected,
            why: found.why,
            remedy: found.remedy,
            source: found.source,
            as_of: found.as_of.map(|day| day.to_string()),
            layer: found.layer,
            province: found.province,
            page: found.page,
        }
    }
}

pub(super) fn told(words: Words, outcome: &Outcome<'_>) -> serde_json::Result<String> {
    let steps = word(words, &outcome.findings).into_iter().map(|step| OfStep {
        step: step.step.slug(),
        title: step.title,
        findings: step.found.into_iter().map(Told::from).collect(),
    });
    serde_json::to_string_pretty(&Report {
        order: &outcome.name,
        at: outcome.day.to_string(),
        layers: outcome.layers,
        blocked: outcome.findings.iter().any(beian_domain::finding::Finding::blocks),
        steps: steps.collect(),
    })
}
