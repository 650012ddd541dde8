//! A finding (检查结果): what, why, how to put it right, by which rule, and the way to the field.

use maud::{Markup, Render, html};

use super::badge::Meaning;
use super::icon::icon;
use crate::i18n::Words;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Must be put right before submission.
    Block,
    /// May be right; look again.
    Warn,
    /// Found to be right.
    Pass,
}

impl Severity {
    /// What it means for the reader.
    pub const fn meaning(self) -> Meaning {
        match self {
            Self::Block => Meaning::No,
            Self::Warn => Meaning::Note,
            Self::Pass => Meaning::Done,
        }
    }
}

/// Who says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingSource {
    /// The rule's code, or empty when a person said it.
    pub code: String,
    /// The source in words: a law, a notice, a reviewer and a time.
    pub text: String,
    /// Where the rule can be read; may be empty.
    pub href: String,
}

/// One finding as a card. Empty texts are not shown.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The reader's language.
    pub words: Words,
    /// How grave.
    pub severity: Severity,
    /// The field or thing it is about.
    pub title: String,
    /// What was answered.
    pub answer: String,
    /// What is the matter.
    pub what: String,
    /// Why it is so.
    pub why: String,
    /// How to put it right.
    pub remedy: String,
    /// Who says so.
    pub source: FindingSource,
    /// Label and address of the way to the field; empty once there is nothing to do.
    pub go: (String, String),
    /// How it should look.
    pub sample: Option<Markup>,
    /// It was answered since: shown quietly.
    pub answered: bool,
}

impl Finding {
    fn facts(&self) -> Markup {
        let words = self.words;
        let rows = [
            ("ui-finding-answer", &self.answer),
            ("ui-finding-what", &self.what),
            ("ui-finding-why", &self.why),
            ("ui-finding-remedy", &self.remedy),
        ];
        html! {
            dl {
                @for (key, text) in rows {
                    @if !text.is_empty() { div { dt { (words.t(key)) } dd { (text) } } }
                }
            }
        }
    }
}

impl Render for Finding {
    fn render(&self) -> Markup {
        let words = self.words;
        let meaning = if self.answered { Meaning::Done } else { self.severity.meaning() };
        let (label, href) = &self.go;
        html! {
            article class={ "finding " (meaning.class()) @if self.answered { " answered" } } {
                header {
                    h3 { (icon(meaning.icon())) span { (self.title) } }
                    @if self.answered { span .mark.is-done { (words.t("ui-finding-answered")) } }
                    @if !href.is_empty() { a .btn.quiet.small href=(href) { (label) span .vh { " " (self.title) } } }
                }
                div .body { (self.facts()) @if let Some(sample) = &self.sample { (sample) } }
                @if !self.source.text.is_empty() {
                    footer {
                        @if !self.source.code.is_empty() { code { (self.source.code) } " · " }
                        (self.source.text)
                        @if !self.source.href.is_empty() { " · " a href=(self.source.href) { (words.t("ui-finding-rule")) } }
                    }
                }
            }
        }
    }
}
