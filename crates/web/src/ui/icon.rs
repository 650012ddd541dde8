//! The few signs that go with words, drawn in the colour of the text.

use maud::{Markup, PreEscaped, html};

/// A sign. It never stands alone: a word says the same beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Somebody else is at work.
    Wait,
    /// You must act.
    Do,
    /// Good, finished.
    Done,
    /// Refused, wrong.
    No,
    /// A reminder: look again.
    Note,
    /// Worth knowing.
    Info,
    /// Copy to the clipboard.
    Copy,
    /// Send a file.
    Upload,
    /// Continue on a phone.
    Phone,
    /// Search.
    Search,
    /// Backwards.
    Back,
    /// Forwards.
    Next,
    /// Turn a picture.
    Turn,
    /// Larger.
    Larger,
    /// Smaller.
    Smaller,
    /// Leads to another site.
    Outside,
    /// Personal data under a mask.
    Locked,
    /// A document.
    Paper,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Wait => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 4.6V8l2.3 1.6",
            Self::Do => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M5 8h5.6M8.4 5.6 10.8 8l-2.4 2.4",
            Self::Done => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M5.2 8.2l2 2 3.7-4.2",
            Self::No => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
            Self::Note => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 4.8v3.8M8 11v.1",
            Self::Info => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 7.4v3.6M8 5v.1",
            Self::Copy => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
            Self::Upload => "M8 10.5v-8M4.8 5.5 8 2.3l3.2 3.2M2.5 10.5v3h11v-3",
            Self::Phone => "M4.5 1.5h7v13h-7zM7.2 12.3h1.6",
            Self::Search => "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3l3.4 3.4",
            Self::Back => "M10 3 5 8l5 5",
            Self::Next => "M6 3l5 5-5 5",
            Self::Turn => "M13 8a5 5 0 1 1-1.6-3.7M13.2 1.8v3h-3",
            Self::Larger => "M8 3v10M3 8h10",
            Self::Smaller => "M3 8h10",
            Self::Outside => "M9.5 2.5h4v4M13.2 2.8 7.5 8.5M11.5 9.5v4h-9v-9h4",
            Self::Locked => "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
            Self::Paper => "M3.5 1.8h6l3 3v9.4h-9zM9.3 2v3h3M5.8 8.2h4.4M5.8 10.8h4.4",
        }
    }
}

/// Draws a sign; readers of a screen reader hear only the word beside it.
pub fn icon(icon: Icon) -> Markup {
    html! {
        svg .icon viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false" {
            (PreEscaped(format_args!("<path d=\"{}\"/>", icon.path()).to_string()))
        }
    }
}
