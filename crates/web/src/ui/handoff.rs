//! From the computer to the phone: a QR code, the link behind it, and what the phone has done.

use maud::{Markup, PreEscaped, Render, html};
use qrcode::{Color, EcLevel, QrCode};

use super::badge::{Meaning, badge};
use super::copy::copy_button;
use super::refresh::refresh;
use crate::i18n::Words;

/// How far the phone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandoffState {
    /// Nobody has opened the link.
    Unopened,
    /// Opened on a phone.
    Opened,
    /// The phone is done.
    Finished,
    /// The link is too old; a new one can be made.
    Expired,
}

/// An invitation to continue on a phone, without signing in there.
#[derive(Clone, Debug)]
pub struct Handoff {
    /// The reader's language.
    pub words: Words,
    /// The link: short, so that the code stays coarse.
    pub url: String,
    /// What the phone is for, for example 拍摄负责人证件.
    pub task: String,
    /// Until when the link works, in words.
    pub until: String,
    /// How far the phone is.
    pub state: HandoffState,
    /// Where this part is asked for again, with script; it must answer with this part alone.
    pub refresh_url: String,
}

impl Render for Handoff {
    fn render(&self) -> Markup {
        let words = self.words;
        let (meaning, state) = match self.state {
            HandoffState::Unopened => (Meaning::Do, "ui-handoff-unopened"),
            HandoffState::Opened => (Meaning::Wait, "ui-handoff-opened"),
            HandoffState::Finished => (Meaning::Done, "ui-handoff-finished"),
            HandoffState::Expired => (Meaning::No, "ui-handoff-expired"),
        };
        let open = matches!(self.state, HandoffState::Unopened | HandoffState::Opened);
        let body = html! {
            div .handoff {
                @if open { div .qr { (qr(&self.url, &words.with("ui-handoff-qr", &[("task", self.task.as_str().into())]))) } }
                div {
                    h3 { (self.task) }
                    p { (badge(meaning, &words.t(state))) }
                    @if open {
                        ol {
                            li { (words.t("ui-handoff-scan")) }
                            li { (words.t("ui-handoff-stay")) }
                        }
                        p .send { (words.t("ui-handoff-send")) " " code { (self.url) } " " (copy_button(words, &self.url)) }
                        small { (words.with("ui-handoff-until", &[("until", self.until.as_str().into())])) }
                    }
                }
            }
        };
        if open { refresh(&self.refresh_url, 4, &body) } else { body }
    }
}

/// A QR code as a drawing; a text too long for one becomes nothing, so keep the link beside it.
pub fn qr(text: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else { return html! {} };
    let width = code.width();
    let mut path = String::new();
    for (index, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (index % width + 4, index / width + 4);
            path = path + "M" + &x.to_string() + " " + &y.to_string() + "h1v1h-1z";
        }
    }
    let side = width + 8;
    html! {
        svg .qr-code viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(label) shape-rendering="crispEdges" {
            rect .light width=(side) height=(side) {}
            (PreEscaped(format!("<path d=\"{path}\"/>")))
        }
    }
}
