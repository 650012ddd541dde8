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
    "why": "应急电话是在负责人手机打不通时用的。", "title": "应急联系电话与手机不同",
    "found": null, "expected": null, "source": "青云文档；华为云帮助中心摘要（2025-12-31）",
    "as_of": "2025-12-31", "layer": "built-in", "province": null,
    "rule_page": "/rules/rule/emergency-phone-same", "facts": {}
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
    /// Why it is asked, in words; empty where that is plain.
    pub why: String,
    /// The name of the rule, in words.
    pub title: String,
    /// What was found, where the check tells it. Never a name or a number of a certificate.
    pub found: Option<String>,
    /// What is expected, where the check tells it.
    pub expected: Option<String>,
    /// Who says so, in words, with the day for which they say it.
    pub source: String,
    /// The day for which the sources say it.
    pub as_of: Option<String>,
    /// The layer of the rulebook that spoke: `built-in`, or one of the provider.
    pub layer: String,
    /// The province that asks it itself, by its slug; none where it holds nationally.
    pub province: Option<String>,
    /// The page that explains the rule.
    pub rule_page: Option<String>,
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
            why: told.why,
            title: told.title,
            found: told.found,
            expected: told.expected,
            source: told.source,
            as_of: finding.as_of.map(|day| day.to_string()),
            layer: finding.layer.clone(),
            province: finding.province.map(|province| province.slug().to_owned()),
            rule_page: Some(say::rule_href(finding)).filter(|href| !href.is_empty()),
            facts: finding.facts.clone(),
        }
    }

    pub(in crate::api) fn all(words: Words, findings: &[Finding]) -> Vec<Self> {
        findings.iter().map(|finding| Self::new(words, finding)).collect()
    }
}
