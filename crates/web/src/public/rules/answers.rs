//! What the provinces answer to one question: who says the same, and a short sign for each answer.

use beian_domain::region::Province;
use beian_domain::rulebook::{Answer, Parameter, Value};
use maud::{Markup, html};

use super::name;
use super::standing::Standing;
use super::telling::Telling;

/// One province's answer.
#[derive(Debug)]
pub(super) struct Told<'r> {
    pub(super) province: Province,
    pub(super) answer: Answer<'r>,
    pub(super) standing: Standing,
}

/// Those who answer the same.
#[derive(Debug)]
pub(super) struct Group<'r> {
    pub(super) value: &'r Value,
    /// The answer itself where it is short, else a letter.
    pub(super) short: String,
    /// The answer in words.
    pub(super) text: String,
    pub(super) provinces: Vec<Province>,
}

/// All answers.
#[derive(Debug)]
pub(super) struct Answers<'r> {
    pub(super) parameter: Parameter,
    pub(super) told: Vec<Told<'r>>,
    /// The commonest first.
    pub(super) groups: Vec<Group<'r>>,
}

impl<'r> Answers<'r> {
    /// Of all provinces.
    pub(super) fn of(telling: Telling<'r>, parameter: Parameter) -> Self {
        Self::among(telling, parameter, Province::ALL)
    }

    /// Of these provinces.
    pub(super) fn among(telling: Telling<'r>, parameter: Parameter, provinces: &[Province]) -> Self {
        let told = |&province: &Province| {
            let answer = telling.rules.province(province).get(parameter);
            Told { province, answer, standing: Standing::of(answer) }
        };
        let told: Vec<Told<'r>> = provinces.iter().map(told).collect();
        let groups = groups(telling, parameter, &told);
        Self { parameter, told, groups }
    }

    /// Those who answer as this one does; none if nobody knows.
    pub(super) fn group(&self, told: &Told<'_>) -> Option<&Group<'r>> {
        let value = &told.answer.entry()?.value;
        self.groups.iter().find(|group| group.value == value)
    }

    /// How many answers stand how.
    pub(super) fn count(&self) -> [(Standing, usize); 4] {
        Standing::ALL
            .map(|standing| (standing, self.told.iter().filter(|told| told.standing == standing).count()))
    }

    /// Every answer with those who give it.
    pub(super) fn list(&self, telling: Telling<'_>) -> Markup {
        let words = telling.words;
        html! {
            dl .answers {
                @for group in &self.groups {
                    div {
                        dt { (group.short) }
                        dd {
                            @if group.text != group.short { (group.text) (words.pick("", " ")) }
                            (words.with("rules-answer-count", &[("n", group.provinces.len().into())]))
                            @let names: Vec<String> = group.provinces.iter().map(|one| name(words, *one).to_owned()).collect();
                            small { (telling.list(&names)) }
                        }
                    }
                }
            }
        }
    }
}

fn groups<'r>(telling: Telling<'r>, parameter: Parameter, told: &[Told<'r>]) -> Vec<Group<'r>> {
    let mut groups: Vec<Group<'r>> = Vec::new();
    for one in told {
        let Some(entry) = one.answer.entry() else { continue };
        if let Some(group) = groups.iter_mut().find(|group| *group.value == entry.value) {
            group.provinces.push(one.province);
            continue;
        }
        let text = telling.value(&entry.value, parameter.shape());
        let provinces = vec![one.province];
        groups.push(Group { value: &entry.value, short: String::new(), text, provinces });
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.provinces.len()));
    for (place, group) in groups.iter_mut().enumerate() {
        group.short = short(telling, group.value, place);
    }
    groups
}

/// Yes, no and numbers are short enough; everything else goes by a letter.
fn short(telling: Telling<'_>, value: &Value, place: usize) -> String {
    match value {
        Value::Flag(flag) => telling.yes_or_no(*flag),
        Value::Number(number) => number.to_string(),
        Value::Text(_)
        | Value::Words(_)
        | Value::Choice(_)
        | Value::Choices(_)
        | Value::Row(..)
        | Value::Rows(..) => letter(place),
    }
}

/// A, B, … Z, A2, B2, …
fn letter(place: usize) -> String {
    let letter = u8::try_from(place % 26).map_or('?', |place| char::from(b'A' + place));
    if place < 26 { letter.to_string() } else { format!("{letter}{}", place / 26 + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Words};
    use beian_domain::rulebook::Rulebook;

    #[test]
    fn every_province_stands_in_one_group_or_is_unknown() {
        let rules = Rulebook::built_in().at("2026-11-23".parse().unwrap());
        let telling = Telling { words: Words::new(Lang::En), rules };
        for &parameter in Parameter::ALL.iter().filter(|parameter| parameter.of_provinces()) {
            let answers = Answers::of(telling, parameter);
            let grouped: usize = answers.groups.iter().map(|group| group.provinces.len()).sum();
            let unknown = answers.told.iter().filter(|told| answers.group(told).is_none()).count();
            assert_eq!(grouped + unknown, Province::ALL.len(), "{}", parameter.key());
            let shorts: std::collections::BTreeSet<&str> =
                answers.groups.iter().map(|group| group.short.as_str()).collect();
            assert_eq!(shorts.len(), answers.groups.len(), "{}", parameter.key());
        }
    }

    #[test]
    fn letters_do_not_run_out() {
        assert_eq!([letter(0), letter(25), letter(26)], ["A", "Z", "A2"]);
    }
}
