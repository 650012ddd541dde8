//! What the list of rules is narrowed to: a province, units or individuals, a kind of service, a weight.

use std::collections::BTreeSet;

use beian_domain::check;
use beian_domain::filing_number::ServiceKind;
use beian_domain::finding::Severity;
use beian_domain::region::Province;
use beian_domain::rulebook::{Choice as _, Entry, Filer, Rule};
use maud::{Markup, html};
use serde::Deserialize;

use super::applies::service;
use super::day::Day;
use super::name;
use super::telling::Telling;
use super::testimony::weight_word;
use crate::ui::{self, Choice, Field, FormErrors};

/// The address of the list.
pub(super) const LIST: &str = "/rules/list";

/// What was asked for, as it stands in the address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    province: String,
    of: String,
    service: String,
    weight: String,
    pub(super) at: Option<String>,
}

/// What was asked for, as far as it is something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Narrow {
    province: Option<Province>,
    of: Option<Filer>,
    service: Option<ServiceKind>,
    weight: Option<Severity>,
}

impl Narrow {
    /// Reads what was asked for; what is none of the choices is told among the errors.
    pub(super) fn read(telling: Telling<'_>, typed: &Typed, errors: &mut FormErrors) -> Self {
        let mut wrong = |name: &str, typed: &str, found: bool| {
            if !typed.is_empty() && !found {
                errors.push(name, telling.words.t("rules-list-wrong"));
            }
        };
        let read = Self {
            province: Province::from_slug(&typed.province),
            of: Filer::from_slug(&typed.of),
            service: ServiceKind::from_slug(&typed.service),
            weight: Severity::from_slug(&typed.weight),
        };
        wrong("province", &typed.province, read.province.is_some());
        wrong("of", &typed.of, read.of.is_some());
        wrong("service", &typed.service, read.service.is_some());
        wrong("weight", &typed.weight, read.weight.is_some());
        read
    }

    /// What a breach of the rule weighs among those asked for; nothing if the rule is none of theirs.
    pub(super) fn weights(self, telling: Telling<'_>, rule: &Entry<Rule>) -> BTreeSet<Severity> {
        let kinds = &rule.value.applies.services;
        let other_service = self.service.is_some_and(|kind| !kinds.is_empty() && !kinds.contains(&kind));
        if other_service {
            return BTreeSet::new();
        }
        let provinces: Vec<Province> =
            self.province.map_or_else(|| Province::ALL.to_vec(), |province| vec![province]);
        let filers = [false, true];
        let filers = filers.into_iter().filter(|individual| self.of.is_none_or(|of| of.means(*individual)));
        let weights: BTreeSet<Severity> = filers
            .flat_map(|individual| provinces.iter().map(move |province| (individual, *province)))
            .filter_map(|(individual, province)| {
                check::weight(telling.rules, rule, individual, Some(province))
            })
            .collect();
        if self.weight.is_none_or(|weight| weights.contains(&weight)) { weights } else { BTreeSet::new() }
    }
}

/// The form.
pub(super) fn form(telling: Telling<'_>, typed: &Typed, day: &Day, errors: &FormErrors) -> Markup {
    let words = telling.words;
    let select = |name: &str, value: &str, choices: Vec<Choice>| {
        let all = Choice::new("", words.t("rules-list-all"));
        let label = words.t(&format!("rules-list-{name}"));
        let choices: Vec<Choice> = std::iter::once(all).chain(choices).collect();
        Field::new(words, name, label).value(value).among(errors).select(&choices)
    };
    let provinces = Province::ALL.iter().map(|one| Choice::new(one.slug(), name(words, *one))).collect();
    let filers = [Filer::Unit, Filer::Individual];
    let filers = filers.iter().map(|one| Choice::new(one.slug(), telling.filer(*one))).collect();
    let services = ServiceKind::ALL.iter().map(|one| Choice::new(one.slug(), service(words, *one))).collect();
    let weights = [Severity::Block, Severity::Warn, Severity::Info];
    let weights = weights.iter().map(|one| Choice::new(one.slug(), weight_word(words, *one))).collect();
    let fields = html! {
        (select("province", &typed.province, provinces))
        (select("of", &typed.of, filers))
        (select("service", &typed.service, services))
        (select("weight", &typed.weight, weights))
        (Field::new(words, "at", words.t("rules-day")).value(&day.typed).among(errors).date(None, None))
    };
    let asked = [&typed.province, &typed.of, &typed.service, &typed.weight, &day.typed];
    ui::filter(words, LIST, &fields, if asked.iter().all(|one| one.is_empty()) { "" } else { LIST })
}
