//! What a check found, and what could not be read.

use std::collections::BTreeMap;

use beian_domain::finding::Finding;
use serde::Serialize;
use utoipa::ToSchema;

use crate::i18n::Words;
use crate::say;

/// Something a check or a reviewer found (检查结果).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Finding, example = json!({
    "rule": "emergency-phone-same", "severity": "block", "field": "subject.person.emergency-phone",
    "what": "应急联系电话和手机号码相同。", "remedy": "换一个能找到负责人的号码。",
    "source": "provider-practice", "facts": {}
}))]
pub(in crate::api) struct FindingDocument {
    /// The rule's stable name.
    pub rule: String,
    /// `info`, `warn`, or `block`: the order cannot go on until it is mended.
    pub severity: String,
    /// The field it is about.
    pub field: String,
    /// What is the matter, in words.
    pub what: String,
    /// How to put it right, in words.
    pub remedy: String,
    /// Who says so.
    pub source: String,
    /// Facts of the sentence.
    pub facts: BTreeMap<String, String>,
}

/// A field that could not be read.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FieldProblem, example = json!({
    "field": "subject.certificate-number", "code": "uscc-check-digit",
    "message": "最后一位应该是 L，逐位核对一遍。", "facts": {"expected": "L"}
}))]
pub(in crate::api) struct FieldProblemDocument {
    /// The field's path, or the name of a field of a small form.
    pub field: String,
    /// The stable code.
    pub code: String,
    /// How to put it right, in words.
    pub message: String,
    /// Facts of the sentence. Never the refused value.
    pub facts: BTreeMap<String, String>,
}

impl FindingDocument {
    pub(in crate::api) fn new(words: Words, finding: &Finding) -> Self {
        let told = say::finding(words, finding);
        Self {
            rule: finding.rule.clone(),
            severity: finding.severity.slug().to_owned(),
            field: finding.field.to_string(),
            what: told.what,
            remedy: told.remedy,
            source: finding.source.clone(),
            facts: finding.facts.clone(),
        }
    }

    pub(in crate::api) fn all(words: Words, findings: &[Finding]) -> Vec<Self> {
        findings.iter().map(|finding| Self::new(words, finding)).collect()
    }
}
