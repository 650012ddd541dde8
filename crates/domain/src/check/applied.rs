//! A rule as it applies to a filer of a province on a day: with the answer of the province it asks for.

use super::concerns::Concerns;
use super::sight::{Offer, Sight};
use crate::finding::{Finding, Severity};
use crate::order::field::{Field, FieldPath};
use crate::region::Province;
use crate::rulebook::{Clause, Entry, InForce, Parameter, Rule, TableKind, Testimony, Value, With};

/// A rule in force, and what the province answers to it.
#[derive(Debug, Clone)]
pub struct Applied<'r> {
    /// The rule.
    pub rule: &'r Entry<Rule>,
    /// The answer it asks for.
    pub asked: Option<Asked<'r>>,
    /// The rule's words: its own, then those of its lists.
    pub words: Vec<&'r str>,
    /// Which orders it is about.
    pub(super) concerns: Concerns,
}

/// What a province, or the nation, answers to a parameter.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'r> {
    /// The parameter.
    pub parameter: Parameter,
    /// The answer, with who says it.
    pub entry: &'r Entry<Value>,
    /// The province, if it says it itself; none where it holds nationally.
    pub province: Option<Province>,
}

impl<'r> Applied<'r> {
    /// What the check is told.
    pub fn with(&self) -> &'r With {
        &self.rule.value.with
    }

    /// The answer of the province as a number; none where the rule asks for nothing.
    pub fn number(&self) -> Option<u32> {
        self.asked.and_then(|asked| asked.entry.value.number())
    }

    /// Whether the province answers yes.
    pub fn yes(&self) -> bool {
        self.asked.and_then(|asked| asked.entry.value.flag()) == Some(true)
    }

    /// The answer of the province.
    pub fn value(&self) -> Option<&'r Value> {
        self.asked.map(|asked| &asked.entry.value)
    }

    /// A rule with what it needs of the rules of the day.
    pub(super) fn new(rule: &'r Entry<Rule>, asked: Option<Asked<'r>>, rules: InForce<'r>) -> Self {
        let with = &rule.value.with;
        let rows = with.lists.iter().filter_map(|code| {
            rules.row(TableKind::NameWords, code).or_else(|| rules.row(TableKind::Keywords, code))
        });
        let listed = rows.flat_map(|row| row.value.words("words").iter());
        let words = with.words.iter().chain(listed).map(String::as_str).collect();
        Self { rule, asked, words, concerns: Concerns::of(&rule.value.applies) }
    }

    /// The first of the rule's words that stands in a text.
    pub fn word_in(&self, text: &str) -> Option<&'r str> {
        self.words.iter().copied().find(|word| text.contains(word))
    }

    /// The services of the order that the rule is about.
    pub fn offers<'a>(&'a self, sight: &'a Sight<'_>) -> impl Iterator<Item = &'a Offer<'a>> {
        let kinds = &self.rule.value.applies.services;
        sight.offers.iter().filter(move |offer| {
            kinds.is_empty() || offer.service.kind.is_some_and(|kind| kinds.contains(&kind))
        })
    }

    /// A finding in a field of the subject.
    pub fn at(&self, field: Field) -> Finding {
        self.finding(FieldPath::of(field))
    }

    /// A finding in a field of a service.
    pub fn in_service(&self, field: Field, service: u8) -> Finding {
        self.finding(FieldPath::in_service(field, service))
    }

    /// A finding by this rule: its weight is at most that of the answer, and who answers is who says it.
    pub fn finding(&self, field: FieldPath) -> Finding {
        let own = &self.rule.testimony;
        match self.asked {
            None => self.said_by(field, own, own.severity, &self.rule.place.layer),
            Some(asked) => self.answered(field, asked),
        }
    }

    /// A finding in a field of the subject that another answer says than the one the rule asks for.
    pub fn by_answer(&self, field: Field, asked: Asked<'_>) -> Finding {
        self.answered(FieldPath::of(field), asked)
    }

    fn answered(&self, field: FieldPath, asked: Asked<'_>) -> Finding {
        let testimony = &asked.entry.testimony;
        let severity = self.rule.testimony.severity.min(testimony.severity);
        let mut finding = self.said_by(field, testimony, severity, &asked.entry.place.layer);
        finding.parameter = Some(asked.parameter.key().to_owned());
        finding.province = asked.province;
        finding
    }

    /// A finding that a clause says: it names the sources and the weight, up to the rule's own.
    pub fn by_clause(&self, field: FieldPath, place: Option<Province>, clause: &Entry<Clause>) -> Finding {
        let testimony = &clause.testimony;
        let severity = self.rule.testimony.severity.min(testimony.severity);
        let mut finding = self.said_by(field, testimony, severity, &clause.place.layer);
        finding.province = place;
        let place = place.map_or("national", Province::slug);
        finding.with("clause", format!("@clauses/{place}/{}", clause.value.code))
    }

    fn said_by(&self, field: FieldPath, testimony: &Testimony, severity: Severity, layer: &str) -> Finding {
        let mut finding = Finding::new(&self.rule.value.code, severity, field, &testimony.sources.join(" "));
        finding.as_of = testimony.as_of;
        layer.clone_into(&mut finding.layer);
        finding
    }
}
