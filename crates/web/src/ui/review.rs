//! The review desk (初审台): each field with its findings, to be ticked and given a reason.

use maud::{Markup, html};

use super::badge::{Meaning, mark};
use super::choice::Choice;
use crate::i18n::Words;

/// One field under review.
#[derive(Clone, Debug)]
pub struct ReviewField {
    /// The field's path, sent as `tick` when it is to be returned.
    pub name: String,
    /// Its label.
    pub label: String,
    /// The answer.
    pub value: Markup,
    /// The key that ticks it: a number as shown on the desk.
    pub number: usize,
    /// What the automatic checks say.
    pub remarks: Vec<(Meaning, String)>,
    /// Reasons to choose from: the code is sent, the label becomes the first words of the opinion.
    pub reasons: Vec<Choice>,
    /// Ticked already: by a check, or before an error.
    pub ticked: bool,
    /// The reason chosen already.
    pub reason: String,
    /// The opinion typed already.
    pub opinion: String,
    /// It differs from what was submitted before: what was there.
    pub was: Option<String>,
}

/// A field; its reasons open when it is ticked. Sends `tick={name}`, `reason.{name}`, `opinion.{name}`.
pub fn review_field(words: Words, field: &ReviewField) -> Markup {
    let id = format!("tick-{}", field.name);
    html! {
        div .review-field data-review {
            input type="checkbox" id=(id) name="tick" value=(field.name) checked[field.ticked]
                data-key=(field.number) data-tick aria-keyshortcuts=(field.number);
            label for=(id) { kbd aria-hidden="true" { (field.number) } span { (field.label) } }
            div .answer {
                (field.value)
                @if let Some(was) = &field.was { div .was { (words.t("ui-review-was")) " " del { (was) } } }
                @for (meaning, text) in &field.remarks { div { (mark(*meaning, text)) } }
            }
            div .why {
                @if !field.reasons.is_empty() {
                    select .control name={ "reason." (field.name) } aria-label=(words.t("ui-review-reason")) {
                        option value="" { (words.t("ui-review-reason")) }
                        @for reason in &field.reasons {
                            option value=(reason.value) selected[reason.value == field.reason] { (reason.label) }
                        }
                    }
                }
                textarea .control name={ "opinion." (field.name) } rows="2" aria-label=(words.t("ui-review-opinion"))
                    placeholder=(words.t("ui-review-opinion")) { (field.opinion) }
            }
        }
    }
}

/// The bar below the fields: its buttons (see [`super::Button::when_ticked`]) and a line about them.
/// An element with `data-tick-count` inside shows how many fields are ticked.
pub fn review_bar(buttons: &Markup, line: &str) -> Markup {
    html! { div .review-bar { (buttons) small { (line) } } }
}
