//! Check your answers: what was said, each with its way back.

use maud::{Markup, html};

use super::badge::{Meaning, mark};
use crate::i18n::Words;

/// One answer.
#[derive(Clone, Debug)]
pub struct SummaryRow {
    /// The question's label.
    pub label: String,
    /// The answer as people read it.
    pub value: Markup,
    /// Where it can be changed; empty where it cannot.
    pub change: String,
    /// What the check says about it.
    pub remark: Option<(Meaning, String)>,
}

impl SummaryRow {
    /// An answer in plain words.
    pub fn new(label: impl Into<String>, value: &str, change: impl Into<String>) -> Self {
        Self { label: label.into(), value: html! { (value) }, change: change.into(), remark: None }
    }

    /// What the check says about it.
    #[must_use]
    pub fn remark(mut self, meaning: Meaning, text: impl Into<String>) -> Self {
        self.remark = Some((meaning, text.into()));
        self
    }
}

/// One section of answers.
pub fn summary(words: Words, title: &str, rows: &[SummaryRow]) -> Markup {
    html! {
        section .summary {
            @if !title.is_empty() { h2 { (title) } }
            dl {
                @for row in rows {
                    div {
                        dt { (row.label) }
                        dd {
                            @if row.value.0.is_empty() { span .unanswered { (words.t("ui-unanswered")) } } @else { (row.value) }
                            @if let Some((meaning, text)) = &row.remark { (mark(*meaning, text)) }
                        }
                        dd .change {
                            @if !row.change.is_empty() {
                                a href=(row.change) { (words.t("ui-change")) span .vh { " " (row.label) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
