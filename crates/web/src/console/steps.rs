//! The fields of the form's steps: how they are shown, how they are read.

pub(super) mod access;
pub(super) mod basics;
mod person;
mod service;
mod subject;

use beian_app::orders::OrderView;
use beian_domain::order::answers::Answers;
use beian_domain::order::field::{Field as Name, FieldPath, Step};
use beian_domain::region::{Province, RegionCode};
use beian_domain::tables::SubjectNature;
use maud::Markup;

use crate::csrf::Pairs;
use crate::i18n::Words;
use crate::live::by_rules::Asked;
use crate::say;
use crate::ui::{Choice, Field, FormErrors};

/// What a step is shown with.
pub(super) struct Sheet<'a> {
    pub(super) words: Words,
    pub(super) errors: &'a FormErrors,
    pub(super) answers: &'a Answers,
    pub(super) view: &'a OrderView,
}

/// The fields of a step; the evidence has a page of its own.
pub(super) fn fields(step: Step, sheet: &Sheet<'_>) -> Markup {
    match step {
        Step::Basics => basics::of_order(sheet),
        Step::Subject => subject::fields(sheet),
        Step::Service => service::fields(sheet),
        Step::Access => access::fields(sheet),
        Step::Evidence => Markup::default(),
    }
}

/// Puts what was sent into the answers of a step.
pub(super) fn read(step: Step, pairs: &Pairs, answers: &mut Answers) {
    match step {
        Step::Basics => basics::read(pairs, answers),
        Step::Subject => subject::read(pairs, answers),
        Step::Service => service::read(pairs, answers),
        Step::Access => access::read(pairs, answers),
        Step::Evidence => {}
    }
}

/// The name of a control: the field's path with hyphens.
fn control(name: Name) -> String {
    say::control(FieldPath::of(name))
}

/// The check of a text by the rules for who files it where.
fn by_rules(answers: &Answers, name: Name) -> String {
    let subject = &answers.subject;
    let province = RegionCode::parse(&subject.province).ok().and_then(Province::from_region);
    Asked::kind(name, subject.nature == SubjectNature::Individual.slug(), province)
}

/// A question with everything that is said about it, and what was answered.
fn question(words: Words, errors: &FormErrors, answers: &Answers, name: Name) -> Field {
    let mut field = Field::new(words, control(name), say::field(words, name))
        .value(answers.text(FieldPath::of(name)))
        .among(errors);
    if let Some(hint) = say::field_hint(words, name) {
        field = field.hint(hint);
    }
    match say::field_example(words, name) {
        Some(example) => field.example(example),
        None => field,
    }
}

/// The members of a list as choices.
fn choices<T: Copy>(
    all: impl IntoIterator<Item = T>,
    slug: impl Fn(T) -> &'static str,
    label: impl Fn(T) -> String,
) -> Vec<Choice> {
    all.into_iter().map(|member| Choice::new(slug(member), label(member))).collect()
}

/// The provinces by their region codes.
fn provinces(words: Words) -> Vec<Choice> {
    let all = beian_domain::region::Province::ALL.iter();
    all.map(|province| Choice::new(province.code().to_string(), say::province(words, *province))).collect()
}

/// The last day of a certificate: a date, or the tick for the long term, which wins.
fn read_expiry(pairs: &Pairs, name: Name) -> String {
    let name = control(name);
    if pairs.one(&format!("{name}_long_term")) == "yes" { "long-term".to_owned() } else { pairs.one(&name) }
}

/// The question for the last day of a certificate.
fn expiry(words: Words, errors: &FormErrors, answers: &Answers, name: Name) -> Markup {
    let typed = answers.text(FieldPath::of(name));
    let long_term = typed == "long-term";
    let day = if long_term { String::new() } else { typed };
    question(words, errors, answers, name).value(day).date_or_long_term(None, long_term)
}
