//! What has happened: who, what, when, with which opinion. A table that becomes cards on a phone.

use maud::{Markup, html};

use super::badge::{Meaning, mark};
use crate::i18n::Words;

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When, in words.
    pub at: String,
    /// Who.
    pub who: String,
    /// What they did.
    pub what: String,
    /// What it meant.
    pub meaning: Option<Meaning>,
    /// What they said; may be empty.
    pub opinion: String,
}

/// The history, newest first.
pub fn timeline(words: Words, entries: &[Entry]) -> Markup {
    let [at, who, what, opinion] = ["ui-at", "ui-who", "ui-what", "ui-opinion"].map(|key| words.t(key));
    html! {
        table .cards-on-phone.timeline {
            thead { tr { th scope="col" { (at) } th scope="col" { (who) } th scope="col" { (what) } th scope="col" { (opinion) } } }
            tbody {
                @for entry in entries {
                    tr {
                        td .num data-label=(at) { (entry.at) }
                        td data-label=(who) { (entry.who) }
                        td data-label=(what) {
                            @match entry.meaning { Some(meaning) => (mark(meaning, &entry.what)), None => (entry.what) }
                        }
                        td .none[entry.opinion.is_empty()] data-label=(opinion) { @if entry.opinion.is_empty() { "—" } @else { (entry.opinion) } }
                    }
                }
            }
        }
    }
}
