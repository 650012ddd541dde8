//! The four meanings a state can have for its reader, and reminders, as a sign, a colour and a word.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// What a state means for the person who looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Somebody else is at work; nothing to do.
    Wait,
    /// The reader must act.
    Do,
    /// Finished, good.
    Done,
    /// Refused, or wrong.
    No,
    /// A reminder beside the four: right perhaps, but worth a second look.
    Note,
}

impl Meaning {
    /// The CSS class that carries the colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Wait => "is-wait",
            Self::Do => "is-do",
            Self::Done => "is-done",
            Self::No => "is-no",
            Self::Note => "is-note",
        }
    }

    /// The sign that goes with the colour.
    pub const fn icon(self) -> Icon {
        match self {
            Self::Wait => Icon::Wait,
            Self::Do => Icon::Do,
            Self::Done => Icon::Done,
            Self::No => Icon::No,
            Self::Note => Icon::Note,
        }
    }
}

/// A state as people know it (状态), for example 待短信核验.
pub fn badge(meaning: Meaning, label: &str) -> Markup {
    html! { span class={ "badge " (meaning.class()) } { (icon(meaning.icon())) span { (label) } } }
}

/// A sign and a short remark in the colour of its meaning, without the ground of a badge.
pub fn mark(meaning: Meaning, remark: &str) -> Markup {
    html! { span class={ "mark " (meaning.class()) } { (icon(meaning.icon())) span { (remark) } } }
}
