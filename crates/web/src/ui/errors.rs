//! What is wrong with a form's answers: listed at its top with links, repeated at each field.

use maud::{Markup, html};

use super::field::field_id;
use super::icon::{Icon, icon};
use crate::i18n::Words;

/// Errors by field, in the order of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormErrors {
    list: Vec<(String, String)>,
}

impl FormErrors {
    /// A form without errors.
    pub const fn new() -> Self {
        Self { list: Vec::new() }
    }

    /// Adds what is wrong with `field` and how to put it right. An empty name means the whole form.
    pub fn push(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.list.push((field.into(), message.into()));
    }

    /// Nothing is wrong.
    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many things are wrong.
    pub const fn len(&self) -> usize {
        self.list.len()
    }

    /// What is wrong with one field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.list.iter().find(|(name, _)| name == field).map(|(_, message)| message.as_str())
    }

    /// The list at the top of the page; empty when nothing is wrong. It takes the focus.
    pub fn summary(&self, words: Words) -> Markup {
        html! {
            @if !self.list.is_empty() {
                div .error-summary role="alert" tabindex="-1" data-focus aria-labelledby="error-summary-title" {
                    h2 #error-summary-title {
                        (icon(Icon::No)) " " (words.with("ui-errors-title", &[("n", self.list.len().into())]))
                    }
                    ul {
                        @for (field, message) in &self.list {
                            li {
                                @if field.is_empty() { (message) }
                                @else { a href={ "#" (field_id(field)) } { (message) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl<F: Into<String>, M: Into<String>> FromIterator<(F, M)> for FormErrors {
    fn from_iter<I: IntoIterator<Item = (F, M)>>(pairs: I) -> Self {
        Self { list: pairs.into_iter().map(|(field, message)| (field.into(), message.into())).collect() }
    }
}
