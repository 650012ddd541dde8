//! Findings, unreadable answers, refusals and reviewers' reasons as sentences.

use std::collections::BTreeMap;

use beian_app::{FieldProblem, Refused};
use beian_domain::Invalid;
use beian_domain::finding::{Finding, Told as Kept, Wording};
use beian_domain::order::field::FieldPath;
use beian_domain::order::kind::OrderKind;
use beian_domain::tables::CertificateType;

use super::code;
use crate::i18n::{Lang, Value, Words};

/// The facts a sentence about an answer or a refusal may name. An older one may lack a fact: the sentence then has a
/// gap, but stands.
const FACTS: [&str; 11] =
    ["domain", "expected", "got", "height", "kind", "max", "min", "places", "position", "resource", "width"];

/// The reasons a reviewer can choose from, in the order of how often they are needed.
pub(crate) const REASONS: &[&str] = &[
    "differs-from-certificate",
    "picture-unclear",
    "picture-incomplete",
    "picture-wrong",
    "picture-copy",
    "certificate-expired",
    "name-not-accepted",
    "name-unrelated",
    "content-differs",
    "domain-owner",
    "domain-real-name",
    "address-incomplete",
    "phone-unreachable",
    "person-not-present",
    "authorisation-missing",
    "pre-approval-missing",
    "site-reachable",
    "other",
];

/// A finding in words. Texts may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// What the rule is called.
    pub(crate) title: String,
    /// What is the matter.
    pub(crate) what: String,
    /// Why it is so.
    pub(crate) why: String,
    /// How to put it right.
    pub(crate) remedy: String,
    /// What was found and what is expected, where the check tells it.
    pub(crate) found: Option<String>,
    /// What is expected.
    pub(crate) expected: Option<String>,
    /// Who says so, with the day for which they say it.
    pub(crate) source: String,
}

/// A finding in words: those that were kept with it. An answer that cannot be read has the words of its grammar.
pub(crate) fn finding(words: Words, finding: &Finding) -> Told {
    if finding.rule == "answer" {
        let grammar = finding.facts.get("code").map_or("answer-missing", String::as_str);
        return Told { what: invalid(words, grammar, &finding.facts), ..Told::default() };
    }
    match finding.wording.as_deref() {
        Some(wording) => told(in_language(words, wording)),
        None => Told { what: finding.rule.clone(), source: finding.source.clone(), ..Told::default() },
    }
}

fn in_language(words: Words, wording: &Wording) -> &Kept {
    match words.lang {
        Lang::Zh => &wording.zh,
        Lang::En => &wording.en,
    }
}

fn told(kept: &Kept) -> Told {
    Told {
        title: kept.title.clone(),
        what: kept.says.clone(),
        why: kept.why.clone(),
        remedy: kept.remedy.clone(),
        found: kept.found.clone(),
        expected: kept.expected.clone(),
        source: kept.source.clone(),
    }
}

/// The page of the rule that found something; none for answers that cannot be read.
pub(crate) fn rule_href(finding: &Finding) -> String {
    if finding.rule == "answer" || finding.wording.is_none() {
        return String::new();
    }
    format!("/rules/rule/{}", finding.rule)
}

/// Why an answer could not be read, and what would be right.
pub(crate) fn invalid(words: Words, code: &str, facts: &BTreeMap<String, String>) -> String {
    let key = format!("invalid-{code}");
    let key = if words.has(&key) { key } else { "invalid-other".to_owned() };
    with_facts(words, &key, facts)
}

/// Why a type refused a value, and what would be right.
pub fn refusal(words: Words, refused: &Invalid) -> String {
    let facts = refused.facts.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    invalid(words, refused.code, &facts)
}

/// A problem of a field that a use case named: by the grammar, or by a rule.
pub(crate) fn field_problem(words: Words, problem: &FieldProblem) -> String {
    if let Some(wording) = problem.wording.as_deref() {
        return in_language(words, wording).says.clone();
    }
    let said = invalid(words, &problem.code, &problem.facts);
    match FieldPath::parse(&problem.field) {
        Ok(path) if problem.code == "answer-missing" => {
            let label = super::field(words, path.field());
            words.with("invalid-answer-missing-named", &[("field", label.into())])
        }
        Ok(_) | Err(_) => said,
    }
}

/// What a rule refuses, and what to do instead.
pub(crate) fn refused(words: Words, refused: &Refused) -> (String, String) {
    let key = format!("refused-{}", refused.code);
    let key = if words.has(&key) { key } else { "refused-other".to_owned() };
    let remedy = format!("{key}-do");
    let remedy = if words.has(&remedy) { with_facts(words, &remedy, &refused.facts) } else { String::new() };
    (with_facts(words, &key, &refused.facts), remedy)
}

/// A reason a reviewer chose; one that is no longer in the list is shown as it was written down.
pub(crate) fn reason(words: Words, code: &str) -> String {
    let key = format!("reason-{code}");
    if words.has(&key) { words.t(&key) } else { code.to_owned() }
}

fn with_facts(words: Words, key: &str, facts: &BTreeMap<String, String>) -> String {
    let mut args: Vec<(&str, Value<'_>)> =
        FACTS.iter().filter(|name| !facts.contains_key(**name)).map(|name| (*name, "…".into())).collect();
    for (name, value) in facts {
        args.push((name.as_str(), fact(words, name, value)));
    }
    words.with(key, &args)
}

/// Facts are codes where the domain has codes; here they become words, by the name of the fact.
fn fact<'a>(words: Words, name: &str, value: &'a str) -> Value<'a> {
    let said = match name {
        "kind" => OrderKind::from_slug(value).map(|kind| code::order_kind(words, kind)),
        "expected" => CertificateType::from_slug(value).map(|kind| code::certificate_type(words, kind)),
        _ => None,
    };
    said.map_or_else(|| value.into(), Value::from)
}
