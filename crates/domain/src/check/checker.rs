//! The checker: the rules of one day, sorted once by province and filer, held against orders.

use std::cmp::Reverse;
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::applied::{Applied, Asked};
use super::checklist::{Needed, checklist};
use super::concerns::Concerns;
use super::doubles;
use super::sight::Sight;
use crate::dossier::Dossier;
use crate::finding::{Finding, Severity};
use crate::region::Province;
use crate::rulebook::{Answer, Clause, Entry, InForce, Parameter, Rule, Rulebook};
use crate::tables::SubjectNature;

/// Holds orders against the rules of one day. Making one is cheap; the rules of a province are sorted when its
/// first order comes.
#[derive(Debug)]
pub struct Checker<'r> {
    rules: InForce<'r>,
    sheets: Vec<OnceLock<Sheet<'r>>>,
}

/// What applies to the filers of one kind in one province.
#[derive(Debug)]
struct Sheet<'r> {
    rules: Vec<Applied<'r>>,
    clauses: Vec<(Option<Province>, &'r Entry<Clause>)>,
}

impl<'r> Checker<'r> {
    /// A checker by the rules of a day.
    pub fn new(rulebook: &'r Rulebook, day: NaiveDate) -> Self {
        let sheets = (0..(Province::ALL.len() + 1) * 2).map(|_| OnceLock::new()).collect();
        Self { rules: rulebook.at(day), sheets }
    }

    /// The day.
    pub fn day(&self) -> NaiveDate {
        self.rules.day()
    }

    /// Everything the rules find in an order, by field, the most severe first.
    pub fn check(&self, dossier: &Dossier) -> Vec<Finding> {
        let individual = dossier.subject.nature == Some(SubjectNature::Individual);
        let sheet = self.sheet(individual, dossier.subject.province);
        let sight = Sight::new(dossier, self.rules, &sheet.clauses);
        let mut findings = Vec::new();
        let concerns = Concerns::in_order(dossier);
        for applied in sheet.rules.iter().filter(|applied| applied.concerns.meets(concerns)) {
            (applied.rule.value.check.run)(&sight, applied, &mut findings);
        }
        if findings.len() > 1 {
            doubles::dropped(&sight, &mut findings);
        }
        findings.sort_by(|a, b| {
            (a.field, Reverse(a.severity), &a.rule).cmp(&(b.field, Reverse(b.severity), &b.rule))
        });
        findings
    }

    /// The documents an order needs, each with who asks for it; the order may have hardly begun.
    pub fn checklist<'a>(&'a self, dossier: &'a Dossier) -> Vec<Needed<'a>> {
        let individual = dossier.subject.nature == Some(SubjectNature::Individual);
        let sheet = self.sheet(individual, dossier.subject.province);
        checklist(&Sight::new(dossier, self.rules, &sheet.clauses))
    }

    /// Hands over each rule that concerns an order, to be run by itself: for measuring.
    pub fn each_rule(&self, dossier: &Dossier, mut each: impl FnMut(&str, &dyn Fn() -> usize)) {
        let individual = dossier.subject.nature == Some(SubjectNature::Individual);
        let sheet = self.sheet(individual, dossier.subject.province);
        let sight = Sight::new(dossier, self.rules, &sheet.clauses);
        let concerns = Concerns::in_order(dossier);
        for applied in sheet.rules.iter().filter(|applied| applied.concerns.meets(concerns)) {
            each(&applied.rule.value.code, &|| {
                let mut findings = Vec::new();
                (applied.rule.value.check.run)(&sight, applied, &mut findings);
                findings.len()
            });
        }
    }

    fn sheet(&self, individual: bool, province: Option<Province>) -> &Sheet<'r> {
        let place = province.and_then(|own| Province::ALL.iter().position(|province| *province == own));
        let number = place.unwrap_or(Province::ALL.len()) * 2 + usize::from(individual);
        self.sheets[number].get_or_init(|| Sheet::new(self.rules, individual, province))
    }
}

impl<'r> Sheet<'r> {
    fn new(rules: InForce<'r>, individual: bool, province: Option<Province>) -> Self {
        let fitting = rules.rules().filter(|entry| entry.value.applies.fits(individual, province));
        let applied = fitting.filter_map(|rule| {
            if rule.value.asks.is_empty() {
                return Some(Applied::new(rule, None, rules));
            }
            let asked = asked(rules, &rule.value, individual, province)?;
            Some(Applied::new(rule, Some(asked), rules))
        });
        let national = rules.clauses().map(|clause| (None, clause));
        let own = province
            .into_iter()
            .flat_map(|own| rules.province(own).clauses().map(move |clause| (Some(own), clause)));
        Self {
            rules: applied.collect(),
            clauses: national.chain(own).filter(|(_, clause)| clause.value.of.means(individual)).collect(),
        }
    }
}

/// What the province, or the nation, answers to the first parameter of a rule that fits the filer; none where the
/// rule asks for nothing, or nobody answers.
fn asked<'r>(
    rules: InForce<'r>,
    rule: &Rule,
    individual: bool,
    province: Option<Province>,
) -> Option<Asked<'r>> {
    let mut asks = rule.asks.iter().copied().filter(|parameter| suits(*parameter, individual));
    asks.find_map(|parameter| answer(rules, province, parameter))
}

/// What a breach of a rule weighs at most for a filer of a province: none where the rule does not apply, or asks what
/// nobody answers.
pub fn weight(
    rules: InForce<'_>,
    rule: &Entry<Rule>,
    individual: bool,
    province: Option<Province>,
) -> Option<Severity> {
    let own = rule.testimony.severity;
    if !rule.value.applies.fits(individual, province) {
        return None;
    }
    if rule.value.asks.is_empty() {
        return Some(own);
    }
    asked(rules, &rule.value, individual, province).map(|asked| own.min(asked.entry.testimony.severity))
}

fn suits(parameter: Parameter, individual: bool) -> bool {
    match parameter.section() {
        "unit" => !individual,
        "individual" => individual,
        _ => true,
    }
}

pub(super) fn answer(
    rules: InForce<'_>,
    province: Option<Province>,
    parameter: Parameter,
) -> Option<Asked<'_>> {
    let answer = match province {
        Some(province) => rules.province(province).get(parameter),
        None => Answer::Default(rules.national(parameter)?),
    };
    match answer {
        Answer::Own(entry) => Some(Asked { parameter, entry, province }),
        Answer::Default(entry) => Some(Asked { parameter, entry, province: None }),
        Answer::Unknown(_) => None,
    }
}
