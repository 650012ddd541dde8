//! From what a use case says about fields to the errors a form shows.

use beian_app::FieldProblem;
use beian_domain::finding::{Finding, Severity};

use crate::i18n::Words;
use crate::say;
use crate::ui::FormErrors;

/// The errors of a small form, whose controls have the names of its fields.
pub(crate) fn errors_of(words: Words, problems: &[FieldProblem]) -> FormErrors {
    let said = |problem: &FieldProblem| (problem.field.replace('.', "-"), say::field_problem(words, problem));
    problems.iter().map(said).collect()
}

/// The errors of a step: what blocks, each with its remedy. The first one of a field speaks for it.
pub(crate) fn errors_of_findings(words: Words, findings: &[Finding]) -> FormErrors {
    let mut errors = FormErrors::new();
    for finding in findings.iter().filter(|finding| finding.severity == Severity::Block) {
        let control = say::control(finding.field);
        if errors.of(&control).is_none() {
            errors.push(control, sentence(words, finding));
        }
    }
    errors
}

/// What is wrong and how to put it right, in one go. A missing answer is named by its field, since in the list
/// at the top nothing else tells which one.
fn sentence(words: Words, finding: &Finding) -> String {
    if finding.facts.get("code").is_some_and(|code| code == "answer-missing") {
        let label = say::field(words, finding.field.field());
        return words.with("invalid-answer-missing-named", &[("field", label.into())]);
    }
    let told = say::finding(words, finding);
    [told.what, told.remedy]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(words.pick("", " "))
}
