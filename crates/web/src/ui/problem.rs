//! How things end badly, as pages: what happened, and what to do.

use axum::http::StatusCode;
use maud::{Markup, html};

use super::frame::{Frame, Page, Width};
use super::heading::Heading;

/// An ending other than the wished one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Something in the request could not be read, and there is no form to show again.
    Invalid {
        /// What, in words.
        what: String,
    },
    /// Understood, but a rule says no.
    Refused {
        /// Which rule, in words.
        what: String,
        /// What to do.
        remedy: String,
    },
    /// Known to the viewer, but not theirs to do.
    Forbidden {
        /// Who can.
        who_can: String,
    },
    /// Absent, or not the viewer's to know about.
    Missing,
    /// Somebody else moved it first.
    Stale {
        /// What changed, in words.
        what: String,
        /// Where it is now.
        href: String,
    },
    /// Too many requests, or shutting down.
    Busy {
        /// When to come back.
        seconds: u32,
    },
    /// We are broken.
    Fault {
        /// What to tell us.
        reference: String,
    },
}

impl Problem {
    /// The status of the answer.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Invalid { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Refused { .. } | Self::Stale { .. } => StatusCode::CONFLICT,
            Self::Forbidden { .. } => StatusCode::FORBIDDEN,
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Busy { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Fault { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    const fn name(&self) -> &'static str {
        match self {
            Self::Invalid { .. } => "invalid",
            Self::Refused { .. } => "refused",
            Self::Forbidden { .. } => "forbidden",
            Self::Missing => "missing",
            Self::Stale { .. } => "stale",
            Self::Busy { .. } => "busy",
            Self::Fault { .. } => "fault",
        }
    }

    /// The whole page.
    pub fn page(&self, frame: &Frame) -> Markup {
        let title = frame.words.t(&format!("ui-problem-{}", self.name()));
        Page::new(frame, title).width(Width::Reading).show(&self.message(frame))
    }

    /// What stands on the page.
    pub fn message(&self, frame: &Frame) -> Markup {
        let words = frame.words;
        let title = words.t(&format!("ui-problem-{}", self.name()));
        let said = |key: &str, name: &str, value: &str| words.with(key, &[(name, value.into())]);
        html! {
            div .problem {
                (Heading::new(title))
                @match self {
                    Self::Invalid { what } => p { (what) },
                    Self::Refused { what, remedy } => { p { (what) } p { (said("ui-problem-remedy", "remedy", remedy)) } },
                    Self::Forbidden { who_can } => p { (said("ui-problem-who-can", "who", who_can)) },
                    Self::Missing => p { (words.t("ui-problem-missing-text")) },
                    Self::Stale { what, href } => {
                        p { (what) }
                        p { a .btn href=(href) { (words.t("ui-problem-see-now")) } }
                    },
                    Self::Busy { seconds } => p { (words.with("ui-problem-busy-text", &[("n", (*seconds).into())])) },
                    Self::Fault { reference } => {
                        p { (words.t("ui-problem-fault-text")) }
                        p { (words.t("ui-problem-reference")) " " (super::copy_text(words, reference)) }
                    },
                }
                p .ways {
                    a href="/" { (words.t("ui-problem-home")) }
                    @if let Some(hotline) = &frame.footer.hotline { " · " (said("ui-hotline", "number", hotline)) }
                }
            }
        }
    }
}
