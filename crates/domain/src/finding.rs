//! Findings (检查结果): what a check or a reviewer found, where, by which rule, and how to mend it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::account::slugs;
use crate::order::field::FieldPath;
use crate::region::Province;

slugs! {
    /// How much a finding weighs.
    Severity {
        /// Worth knowing.
        Info = "info",
        /// Likely to cause trouble; does not stop the order.
        Warn = "warn",
        /// Stops the order until mended.
        Block = "block",
    }
}

/// One thing found. Carries codes and facts; sentences are made at the edge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's stable name, such as `domain-expiry`; also the translation key of what, why and remedy.
    pub rule: String,
    /// How much it weighs.
    pub severity: Severity,
    /// Where in the form.
    pub field: FieldPath,
    /// Facts for the sentence: what was found, what is expected. Never a certificate number or a name.
    pub facts: BTreeMap<String, String>,
    /// Who says so: tags of the rulebook's sources, separated by blanks; in older findings a short citation.
    pub source: String,
    /// The day for which the sources say it; none if they are undated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<NaiveDate>,
    /// The layer of the rulebook that spoke; empty in older findings.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub layer: String,
    /// The parameter of the province that the rule asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// The province that says it itself; none where it holds nationally.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub province: Option<Province>,
    /// What people were told, in both languages: it stays as it was when the rules are worded anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<Box<Wording>>,
}

/// A finding in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// 中文.
    pub zh: Told,
    /// English.
    pub en: Told,
}

/// A finding in words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The name of the rule.
    pub title: String,
    /// What is the matter.
    pub says: String,
    /// Why it is asked; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// How to mend it.
    pub remedy: String,
    /// What was found, if the check tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// What is expected, if the check tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// Who says so, with the day for which they say it.
    pub source: String,
}

impl Finding {
    /// A finding without facts.
    pub fn new(rule: &str, severity: Severity, field: FieldPath, source: &str) -> Self {
        Self {
            rule: rule.into(),
            severity,
            field,
            facts: BTreeMap::new(),
            source: source.into(),
            as_of: None,
            layer: String::new(),
            parameter: None,
            province: None,
            wording: None,
        }
    }

    /// Adds a fact for the sentence.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<String>) -> Self {
        self.facts.insert(key.into(), value.into());
        self
    }

    /// Whether the order may not go on.
    pub fn blocks(&self) -> bool {
        self.severity == Severity::Block
    }
}

/// What a reviewer says about one field when returning an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldOpinion {
    /// The field to be mended.
    pub field: FieldPath,
    /// A reason from the list (translation key `reason-…`), or empty when only words were written.
    pub reason: String,
    /// The reviewer's own words, shown to the customer as they are.
    pub words: String,
}
