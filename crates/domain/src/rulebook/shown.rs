//! A rule at work: what it says of one of its own examples, and where in the form it speaks.

use super::Rulebook;
use super::entry::{Entry, Spoken};
use super::example::Example;
use super::rule::Rule;
use super::say::fill;
use crate::check::Checker;
use crate::finding::Finding;
use crate::order::field::{Field, FieldPath};

impl Rule {
    /// The field of the form it is about: where its first example breaks it, else the first it looks at.
    pub fn field(&self) -> Option<Field> {
        let found = self.fails.iter().find_map(|example| example.finds).map(FieldPath::field);
        found.or_else(|| self.with.fields.first().copied())
    }
}

impl Rulebook {
    /// What a rule finds in the first of its examples that still breaks it. Under a layer that answers otherwise
    /// than the rule's own layer did, none may.
    pub fn shown(&self, rule: &Entry<Rule>) -> Option<Finding> {
        rule.value.fails.iter().find_map(|example| self.found(&rule.value.code, example))
    }

    fn found(&self, code: &str, example: &Example) -> Option<Finding> {
        let findings = Checker::new(self, example.at).check(&example.order().ok()?);
        let hit = |finding: &Finding| {
            finding.rule == code && example.finds.is_none_or(|path| path == finding.field)
        };
        findings.into_iter().find(hit)
    }
}

impl Spoken {
    /// With an ellipsis for each `{name}` of a fact.
    #[must_use]
    pub fn with_gaps(&self) -> Self {
        let gaps = |sentence: &str| fill(sentence, |_| "…".to_owned());
        Self { zh: gaps(&self.zh), en: gaps(&self.en) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::{EXAMPLES_DAY, Language};

    #[test]
    fn a_rule_is_shown_by_a_true_sentence() {
        let rulebook = Rulebook::built_in();
        let rule = rulebook.at(EXAMPLES_DAY).rule("person-under-age").unwrap();
        let finding = rulebook.shown(rule).unwrap();
        let told = rulebook.told(&rule.value, &finding, Language::English);
        assert_eq!(told.says, "The person in charge is 16, younger than 18.");
        assert_eq!(rule.value.field(), Some(Field::ServicePersonCertificateNumber));
        assert_eq!(rule.value.says.with_gaps().zh, "负责人 … 岁，不满 … 岁。");
    }

    #[test]
    fn every_rule_has_a_place_in_the_form_and_a_sentence_without_gaps() {
        let rulebook = Rulebook::built_in();
        for rule in rulebook.all_rules() {
            let code = &rule.value.code;
            assert!(rule.value.field().is_some(), "{code}");
            assert!(rulebook.shown(rule).is_some(), "{code}");
        }
    }
}
