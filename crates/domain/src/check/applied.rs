//! A rule as it applies to a filer of a province on a day: with the answer of the province it asks for.

use super::sight::{Offer, Sight};
use crate::finding::{Finding, Severity};
use crate::order::field::{Field, FieldPath};
use crate::region::Province;
use crate::rulebook::{Clause, Entry, Parameter, Rule, TableKind, Testimony, Value, With};

/// A rule in force, and what the province answers to it.
#[derive(Debug, Clone, Copy)]
pub struct Applied<'r> {
    /// The rule.
    pub rule: &'r Entry<Rule>,
    /// The answer it asks for.
    pub asked: Option<Asked<'r>>,
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

    /// The rule's words: its own, then those of its lists.
    pub fn words<'a>(&'a self, sight: &'a Sight<'_>) -> impl Iterator<Item = &'a str> {
        let with = self.with();
        let rows = with.lists.iter().filter_map(|code| {
            let row = sight.rules.row(TableKind::NameWords, code);
            row.or_else(|| sight.rules.row(TableKind::Keywords, code))
        });
        let listed = rows.flat_map(|row| row.value.words("words").iter());
        with.words.iter().chain(listed).map(String::as_str)
    }

    /// The first of the rule's words that stands in a text.
    pub fn words_in<'a>(&'a self, sight: &'a Sight<'_>, text: &str) -> Option<&'a str> {
        self.words(sight).find(|word| text.contains(word))
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
