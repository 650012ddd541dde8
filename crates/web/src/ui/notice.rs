//! The notice bar: one sentence about what has just happened or is going on.

use maud::{Markup, html};

use super::badge::Meaning;
use super::icon::icon;

/// One sentence above the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it means for the reader.
    pub meaning: Meaning,
    /// The sentence.
    pub text: String,
    /// Where to go from here: label and address.
    pub go: Option<(String, String)>,
}

impl Notice {
    /// Something was done as asked.
    pub fn done(text: impl Into<String>) -> Self {
        Self { meaning: Meaning::Done, text: text.into(), go: None }
    }

    /// Something needs the reader.
    pub fn act(text: impl Into<String>) -> Self {
        Self { meaning: Meaning::Do, text: text.into(), go: None }
    }

    /// Something could not be done.
    pub fn no(text: impl Into<String>) -> Self {
        Self { meaning: Meaning::No, text: text.into(), go: None }
    }

    /// Something is going on elsewhere.
    pub fn wait(text: impl Into<String>) -> Self {
        Self { meaning: Meaning::Wait, text: text.into(), go: None }
    }
}

/// The bar. Screen readers are told at once.
pub fn notice(notice: &Notice) -> Markup {
    let urgent = matches!(notice.meaning, Meaning::No);
    html! {
        div class={ "notice " (notice.meaning.class()) } role=(if urgent { "alert" } else { "status" }) {
            (icon(notice.meaning.icon()))
            p {
                (notice.text)
                @if let Some((label, href)) = &notice.go { " " a href=(href) { (label) } }
            }
        }
    }
}
