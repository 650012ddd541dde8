//! Nothing here yet: why, and what would fill it.

use maud::{Markup, html};

/// An empty list. `action` is a button or nothing.
pub fn empty(title: &str, text: &str, action: &Markup) -> Markup {
    html! {
        div .empty {
            svg viewBox="0 0 96 64" aria-hidden="true" {
                rect x="20" y="8" width="40" height="50" rx="3" {}
                rect .front x="34" y="14" width="40" height="46" rx="3" {}
                path d="M42 26h24M42 34h24M42 42h14" {}
            }
            h2 { (title) }
            p { (text) }
            (action)
        }
    }
}
