//! From what a use case says about fields to the errors a form shows.

use beian_app::FieldProblem;
use beian_domain::finding::{Finding, Severity};
use beian_domain::order::field::Field;

use crate::i18n::Words;
use crate::say;
use crate::ui::FormErrors;

/// The errors of a small form, whose controls have the names of its fields.
pub(crate) fn errors_of(words: Words, problems: &[FieldProblem]) -> FormErrors {
    let said = |problem: &FieldProblem| {
        let empty = format!("invalid-empty-{}", problem.field);
        let message = if is_empty(problem) && words.has(&empty) {
            words.t(&empty)
        } else {
            say::field_problem(words, problem)
        };
        (problem.field.replace('.', "-"), message)
    };
    problems.iter().map(said).collect()
}

/// Nothing was typed. The list of errors then names the field, since the answer cannot.
fn is_empty(problem: &FieldProblem) -> bool {
    matches!(problem.code.as_str(), "text-empty" | "answer-missing")
}

/// The errors of a step: what blocks, each with its remedy. The first one of a field speaks for it.
pub(crate) fn errors_of_findings(words: Words, findings: &[Finding]) -> FormErrors {
    let mut errors = FormErrors::new();
    let mut blocks: Vec<&Finding> =
        findings.iter().filter(|finding| finding.severity == Severity::Block).collect();
    // The list at the top goes down the form.
    blocks.sort_by_key(|finding| finding.field);
    for finding in blocks {
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
        let key = if is_chosen(finding.field.field()) {
            "invalid-answer-missing-chosen"
        } else {
            "invalid-answer-missing-named"
        };
        return words.with(key, &[("field", label.into())]);
    }
    let told = say::finding(words, finding);
    [told.what, told.remedy]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(words.pick("", " "))
}

/// Whether a field is answered by choosing rather than typing.
fn is_chosen(field: Field) -> bool {
    use Field as F;
    matches!(
        field,
        F::SubjectNature
            | F::SubjectCertificateType
            | F::SubjectProvince
            | F::SubjectCertificateExpiry
            | F::SubjectRegion
            | F::SubjectPersonIsLegalRepresentative
            | F::SubjectPersonCertificateType
            | F::SubjectPersonCertificateExpiry
            | F::ServiceContents
            | F::ServiceLanguages
            | F::ServicePreApproval
            | F::ServicePersonCertificateType
            | F::ServicePersonCertificateExpiry
            | F::AccessResource
            | F::AccessMode
            | F::AccessPlace
    )
}
