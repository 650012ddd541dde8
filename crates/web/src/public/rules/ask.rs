//! The question put to all provinces: a form with every parameter by chapter, and a day.

use beian_domain::rulebook::Parameter;
use maud::{Markup, html};

use super::HREF;
use super::chapter;
use super::day::Day;
use super::telling::Telling;
use crate::ui::{Choice, Field, FormErrors};

/// Reads the key of a question; what is none is told among the errors.
pub(super) fn read(telling: Telling<'_>, ask: &str, errors: &mut FormErrors) -> Option<Parameter> {
    let asked = Parameter::from_key(ask).filter(|parameter| parameter.of_provinces());
    if asked.is_none() && !ask.is_empty() {
        errors.push("ask", telling.words.t("rules-ask-wrong"));
    }
    asked
}

/// The form.
pub(super) fn form(telling: Telling<'_>, ask: &str, day: &Day, errors: &FormErrors) -> Markup {
    let words = telling.words;
    let groups: Vec<(String, Vec<Choice>)> = chapter::own()
        .map(|chapter| {
            let of = Parameter::ALL.iter().filter(|parameter| parameter.chapter() == chapter);
            let choice = |one: &Parameter| Choice::new(one.key(), telling.parameter(*one));
            (telling.chapter(chapter), of.map(choice).collect())
        })
        .collect();
    let question = Field::new(words, "ask", words.t("rules-ask")).value(ask).among(errors);
    let at = Field::new(words, "at", words.t("rules-day")).value(&day.typed).among(errors);
    html! {
        form .filter.ask method="get" action=(HREF) {
            (question.select_grouped(&groups))
            (at.date(None, None))
            div .go {
                button .btn type="submit" { (words.t("rules-ask-do")) }
                @if !ask.is_empty() || !day.typed.is_empty() { a href=(HREF) { (words.t("ui-filter-clear")) } }
            }
        }
    }
}
