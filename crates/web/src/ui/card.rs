//! Cards: sheets that hold one matter; the one with the coloured edge says what to do now.

use maud::{Markup, html};

use super::badge::Meaning;
use super::icon::icon;

/// Whether a card stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accent {
    /// It does not.
    None,
    /// A coloured edge in this meaning.
    Meaning(Meaning),
    /// A coloured edge in the colour of actions.
    Action,
}

impl Accent {
    const fn class(self) -> &'static str {
        match self {
            Self::None => "card",
            Self::Meaning(Meaning::Wait) => "card edge is-wait",
            Self::Meaning(Meaning::Do) => "card edge is-do",
            Self::Meaning(Meaning::Done) => "card edge is-done",
            Self::Meaning(Meaning::No) => "card edge is-no",
            Self::Meaning(Meaning::Note) => "card edge is-note",
            Self::Action => "card edge",
        }
    }
}

/// A sheet with a title; an empty title is not shown.
pub fn card(accent: Accent, title: &str, body: &Markup) -> Markup {
    html! { section class=(accent.class()) { @if !title.is_empty() { h2 { (title) } } (body) } }
}

/// More for those who want it, folded.
pub fn fold(title: &str, body: &Markup) -> Markup {
    html! { details .fold { summary { (title) } div { (body) } } }
}

/// One of the things to do next, with its deadline.
#[derive(Clone, Debug)]
pub struct NextThing {
    /// What to do.
    pub title: String,
    /// Until when, in words; may be empty.
    pub until: String,
    /// Done, to be done, or waiting.
    pub meaning: Meaning,
    /// How, and with which buttons.
    pub body: Markup,
}

/// A card for one of several things to do.
pub fn next_thing(thing: &NextThing) -> Markup {
    html! {
        section class={ "card edge " (thing.meaning.class()) } {
            header .next-thing {
                h3 { (icon(thing.meaning.icon())) span { (thing.title) } }
                @if !thing.until.is_empty() { small { (thing.until) } }
            }
            (thing.body)
        }
    }
}
