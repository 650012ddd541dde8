//! Narrowing a list: tabs with counts, and a small form whose answers live in the address.

use maud::{Markup, html};

use crate::i18n::Words;

/// One view of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// What it shows.
    pub label: String,
    /// Its address.
    pub href: String,
    /// How many are in it; unknown is not shown.
    pub count: Option<u64>,
    /// This is the one shown.
    pub current: bool,
}

/// Views side by side.
pub fn tabs(label: &str, tabs: &[Tab]) -> Markup {
    html! {
        nav .tabs aria-label=(label) {
            @for tab in tabs {
                a href=(tab.href) aria-current=[tab.current.then_some("page")] {
                    (tab.label)
                    @if let Some(count) = tab.count { " " span .count { (count) } }
                }
            }
        }
    }
}

/// A search line: `fields` beside each other, a button, and the way back to everything when something
/// is being filtered (`clear` not empty).
pub fn filter(words: Words, action: &str, fields: &Markup, clear: &str) -> Markup {
    html! {
        form .filter method="get" action=(action) role="search" {
            (fields)
            div .go {
                button .btn.quiet type="submit" { (words.t("ui-filter")) }
                @if !clear.is_empty() { a href=(clear) { (words.t("ui-filter-clear")) } }
            }
        }
    }
}
