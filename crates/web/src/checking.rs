//! What the automatic check found in an order, in words and by step: for the command line and a saved report.

mod report;

use beian_domain::finding::{Finding, Severity};
use beian_domain::order::field::Step;
use chrono::NaiveDate;
use serde::Serialize;

use crate::i18n::Words;
use crate::say;

pub use report::report;

/// The findings of one step of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepWords {
    /// The step.
    pub step: Step,
    /// What it is called.
    pub title: String,
    /// What was found, in the order of the form, the gravest first in each field.
    pub found: Vec<FoundWords>,
}

/// One finding in words; to programs it is told as it stands here. Texts may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundWords {
    /// The code of the rule.
    pub rule: String,
    /// How much it weighs.
    pub severity: Severity,
    /// How much it weighs, in a word for people.
    #[serde(skip)]
    pub weight: String,
    /// The path of the field.
    pub field: String,
    /// What the field is called.
    pub label: String,
    /// The name of the rule.
    pub title: String,
    /// What is the matter.
    pub what: String,
    /// What was found, where the check tells it.
    pub found: Option<String>,
    /// What is expected, where the check tells it.
    pub expected: Option<String>,
    /// Why it is asked.
    pub why: String,
    /// How to put it right.
    pub remedy: String,
    /// Who says so, with the day for which they say it.
    pub source: String,
    /// The day for which the sources say it.
    pub as_of: Option<NaiveDate>,
    /// The layer of the rulebook that spoke.
    pub layer: String,
    /// The province that asks it itself; none where it holds nationally.
    pub province: Option<String>,
    /// The page of the rule on a site of this platform.
    pub page: String,
}

/// Words findings, by step; steps without findings are left out.
pub fn word(words: Words, findings: &[Finding]) -> Vec<StepWords> {
    let of = |step: Step| {
        let here = findings.iter().filter(|finding| finding.field.field().step() == step);
        let found: Vec<FoundWords> = here.map(|finding| one(words, finding)).collect();
        (!found.is_empty()).then(|| StepWords { step, title: say::step(words, step), found })
    };
    Step::ALL.into_iter().filter_map(of).collect()
}

fn one(words: Words, finding: &Finding) -> FoundWords {
    let told = say::finding(words, finding);
    FoundWords {
        severity: finding.severity,
        weight: words.t(&format!("checking-weight-{}", finding.severity.slug())),
        field: finding.field.to_string(),
        label: say::field(words, finding.field.field()),
        rule: finding.rule.clone(),
        title: told.title,
        what: told.what,
        found: told.found,
        expected: told.expected,
        why: told.why,
        remedy: told.remedy,
        source: told.source,
        as_of: finding.as_of,
        layer: finding.layer.clone(),
        province: finding.province.map(|province| province.slug().to_owned()),
        page: say::rule_href(finding),
    }
}

/// One line on the whole: nothing to mend, or how much.
pub fn verdict(words: Words, findings: &[Finding]) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (blocks, warns, infos) = (count(Severity::Block), count(Severity::Warn), count(Severity::Info));
    let key = if blocks == 0 { "checking-clean" } else { "checking-blocked" };
    words.with(key, &[("blocks", blocks.into()), ("warns", warns.into()), ("infos", infos.into())])
}
