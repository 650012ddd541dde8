//! Questions answered by choosing: radio cards and checkboxes.

use maud::{Markup, html};

use super::field::Field;

/// One answer to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// What it means, in a line.
    pub hint: Option<String>,
}

impl Choice {
    /// An answer that explains itself.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None }
    }

    /// A line about what it means.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl Field {
    /// One of a few, as cards side by side.
    pub fn radio_cards(&self, choices: &[Choice]) -> Markup {
        self.group(&html! {
            div .cards {
                @for (index, choice) in choices.iter().enumerate() {
                    (self.option("radio", index, choice, choice.value == self.value, "choice card-choice"))
                }
            }
        })
    }

    /// One of a few, one below the other.
    pub fn radios(&self, choices: &[Choice]) -> Markup {
        self.group(&html! {
            @for (index, choice) in choices.iter().enumerate() {
                (self.option("radio", index, choice, choice.value == self.value, "choice"))
            }
        })
    }

    /// Any of several; `chosen` holds the values ticked before.
    pub fn checkboxes(&self, choices: &[Choice], chosen: &[String]) -> Markup {
        self.group(&html! {
            @for (index, choice) in choices.iter().enumerate() {
                (self.option("checkbox", index, choice, chosen.contains(&choice.value), "choice"))
            }
        })
    }

    /// A single promise or switch; sends `yes`.
    pub fn tick(&self, sentence: &str) -> Markup {
        let choice = Choice::new("yes", sentence);
        self.group(&self.option("checkbox", 0, &choice, self.value == "yes", "choice"))
    }

    /// The first option carries the field's id, so that the error summary leads to it.
    fn option(&self, kind: &str, index: usize, choice: &Choice, on: bool, class: &str) -> Markup {
        let id = if index == 0 { self.id() } else { format!("{}-{index}", self.id()) };
        let hint = choice.hint.as_ref().map(|_| format!("{id}-note"));
        html! {
            label class=(class) for=(id) {
                input type=(kind) id=(id) name=(self.name) value=(choice.value) checked[on] aria-describedby=[&hint];
                span {
                    b { (choice.label) }
                    @if let Some(text) = &choice.hint { small id=[&hint] { (text) } }
                }
            }
        }
    }
}
