//! A part of a page that asks for itself again while it is looked at.

use maud::{Markup, html};

/// With script, replaces its inside every `seconds` with what `url` answers while the page is visible.
/// The answer is a fragment; 204 when nothing changed; with the header `x-refresh: done` when nothing
/// will change any more.
pub fn refresh(url: &str, seconds: u16, body: &Markup) -> Markup {
    html! { div data-refresh-url=(url) data-refresh-seconds=(seconds) aria-live="polite" { (body) } }
}
