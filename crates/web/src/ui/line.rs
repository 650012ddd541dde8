//! The line with stops: where an order is, who is acting, until when.

use maud::{Markup, html};

use super::badge::Meaning;
use super::icon::icon;
use crate::i18n::Words;

/// How a stop lies to now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopState {
    /// Passed.
    Past,
    /// Here, and what that means for the reader.
    Now(Meaning),
    /// Still to come.
    Future,
}

/// One stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its name.
    pub label: String,
    /// How it lies to now.
    pub state: StopState,
    /// Who acts there; empty where it is plain.
    pub who: String,
    /// When it was passed, how long it will take, until when it must be done; may be empty.
    pub note: String,
}

impl Stop {
    /// A stop with everything said.
    pub fn new(
        label: impl Into<String>,
        state: StopState,
        who: impl Into<String>,
        note: impl Into<String>,
    ) -> Self {
        Self { label: label.into(), state, who: who.into(), note: note.into() }
    }
}

/// The whole line; a list for screen readers, standing on phones.
pub fn line(words: Words, stops: &[Stop]) -> Markup {
    html! {
        ol .line aria-label=(words.t("ui-line")) {
            @for stop in stops {
                li class=(class(stop.state)) aria-current=[matches!(stop.state, StopState::Now(_)).then_some("step")] {
                    span .dot { @match stop.state {
                        StopState::Past => (icon(Meaning::Done.icon())),
                        StopState::Now(meaning) => (icon(meaning.icon())),
                        StopState::Future => {},
                    } }
                    b { (stop.label) span .vh { " " (words.t(said(stop.state))) } }
                    @if !stop.who.is_empty() { small { (stop.who) } }
                    @if !stop.note.is_empty() { small .note { (stop.note) } }
                }
            }
        }
    }
}

const fn said(state: StopState) -> &'static str {
    match state {
        StopState::Past => "ui-stop-past",
        StopState::Now(_) => "ui-stop-now",
        StopState::Future => "ui-stop-future",
    }
}

fn class(state: StopState) -> String {
    match state {
        StopState::Past => "past".to_owned(),
        StopState::Now(meaning) => format!("now {}", meaning.class()),
        StopState::Future => "future".to_owned(),
    }
}
