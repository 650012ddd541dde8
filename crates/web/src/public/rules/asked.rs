//! What the provinces answer to the questions a rule asks, each with who says it.

use beian_domain::region::Province;
use beian_domain::rulebook::{Entry, Parameter, Rule};
use maud::{Markup, html};

use super::answers::Answers;
use super::day::Day;
use super::side_by_side;
use super::standing;
use super::telling::Telling;
use super::testimony::who_says;
use crate::ui::fold;

/// A part per question; nothing for a rule that asks none.
pub(super) fn section(telling: Telling<'_>, day: &Day, rule: &Entry<Rule>) -> Markup {
    let words = telling.words;
    let (asks, applies) = (&rule.value.asks, &rule.value.applies);
    let meant = |province: &Province| applies.provinces.is_empty() || applies.provinces.contains(province);
    let provinces: Vec<Province> = Province::ALL.iter().copied().filter(meant).collect();
    html! {
        @if !asks.is_empty() {
            section {
                h2 { (words.t("rules-one-answers")) }
                @for parameter in asks {
                    h3 { (telling.parameter(*parameter)) }
                    @if parameter.of_provinces() { (answers(telling, day, *parameter, &provinces)) }
                    @else { (national(telling, *parameter)) }
                }
            }
        }
    }
}

fn answers(telling: Telling<'_>, day: &Day, parameter: Parameter, provinces: &[Province]) -> Markup {
    let answers = Answers::among(telling, parameter, provinces);
    html! {
        (standing::legend(telling.words, &answers.count()))
        (answers.list(telling))
        (fold(&telling.words.t("rules-side-by-side"), &side_by_side::of_answers(telling, day, &answers)))
    }
}

fn national(telling: Telling<'_>, parameter: Parameter) -> Markup {
    let words = telling.words;
    html! {
        @match telling.rules.national(parameter) {
            Some(entry) => div {
                b { (telling.value(&entry.value, parameter.shape())) } " "
                (who_says(telling, entry))
            },
            None => p { (words.t("rules-standing-unknown")) },
        }
    }
}
