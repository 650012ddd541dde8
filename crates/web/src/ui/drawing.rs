//! Drawings of what a good photograph looks like and what a bad one gets wrong.

use maud::{Markup, PreEscaped, Render, html};

use crate::i18n::Words;

/// What is photographed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// Business licence (营业执照), lying flat.
    Licence,
    /// Identity card (身份证), the side with the face.
    CardFace,
    /// Identity card, the side with the emblem.
    CardEmblem,
    /// The person, for verification (真实性核验).
    Portrait,
    /// A signed and sealed letter (承诺书, 授权书).
    Letter,
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing: this is how it should look.
    None,
    /// A reflection covers part of it.
    Glare,
    /// An edge or a corner is missing.
    Cropped,
    /// Out of focus.
    Blurred,
    /// Too dark to read.
    Dark,
}

/// One drawing with its verdict and a caption.
#[derive(Clone, Debug)]
pub struct Drawing {
    words: Words,
    document: Document,
    flaw: Flaw,
}

impl Drawing {
    /// A drawing of `document` with `flaw`.
    pub const fn new(words: Words, document: Document, flaw: Flaw) -> Self {
        Self { words, document, flaw }
    }

    fn caption(&self) -> String {
        self.words.t(match self.flaw {
            Flaw::None => "ui-photo-good",
            Flaw::Glare => "ui-photo-glare",
            Flaw::Cropped => "ui-photo-cropped",
            Flaw::Blurred => "ui-photo-blurred",
            Flaw::Dark => "ui-photo-dark",
        })
    }
}

impl Render for Drawing {
    fn render(&self) -> Markup {
        let good = self.flaw == Flaw::None;
        let class = if good { "drawing is-done" } else { "drawing is-no" };
        let move_it = match self.flaw {
            Flaw::Cropped => "translate(26 14) rotate(5 60 42)",
            Flaw::None | Flaw::Glare | Flaw::Blurred | Flaw::Dark => "translate(0 0)",
        };
        html! {
            figure class=(class) {
                svg viewBox="0 0 120 84" role="img" aria-label=(self.caption()) {
                    rect .desk-top width="120" height="84" {}
                    g transform=(move_it) {
                        @if self.flaw == Flaw::Blurred {
                            g .ghost transform="translate(-1.6 .8)" { (subject(self.document)) }
                            g .ghost transform="translate(1.6 -.8)" { (subject(self.document)) }
                        }
                        g .ghost[self.flaw == Flaw::Blurred] { (subject(self.document)) }
                    }
                    (over(self.flaw))
                }
                figcaption { (super::icon(if good { super::Icon::Done } else { super::Icon::No })) (self.caption()) }
            }
        }
    }
}

fn subject(document: Document) -> Markup {
    PreEscaped(
        match document {
            Document::Licence => LICENCE,
            Document::CardFace => CARD_FACE,
            Document::CardEmblem => CARD_EMBLEM,
            Document::Portrait => PORTRAIT,
            Document::Letter => LETTER,
        }
        .to_owned(),
    )
}

fn over(flaw: Flaw) -> Markup {
    PreEscaped(
        match flaw {
            Flaw::Glare => GLARE,
            Flaw::Dark => DARK,
            Flaw::None | Flaw::Cropped | Flaw::Blurred => "",
        }
        .to_owned(),
    )
}

const LICENCE: &str = "<rect class=paper x=14 y=10 width=92 height=64 /><rect class=gilt x=17 y=13 width=86 height=58 />\
    <path class=title d='M42 23h36'/><path class=text d='M24 33h44M24 39h52M24 45h40M24 51h48M24 57h34'/>\
    <path class=code d='M82 33h12v12H82z'/><circle class=red cx=86 cy=59 r=8 />";

const CARD_FACE: &str = "<rect class=paper x=12 y=15 width=96 height=56 rx=5 />\
    <path class=text d='M20 27h22M20 35h30M20 43h34M20 49h26'/><path class=title d='M20 61h56'/>\
    <circle class=skin cx=88 cy=34 r=8 /><path class=skin d='M75 55c0-8 6-11 13-11s13 3 13 11z'/>";

const CARD_EMBLEM: &str = "<rect class=paper x=12 y=15 width=96 height=56 rx=5 /><circle class=red cx=29 cy=33 r=8 />\
    <path class=title d='M46 29h50M46 38h40'/><path class=text d='M30 55h20M56 55h34M30 63h20M56 63h26'/>";

const PORTRAIT: &str = "<rect class=paper x=30 y=6 width=60 height=72 /><circle class=skin cx=60 cy=33 r=14 />\
    <path class=skin d='M34 78c0-18 11-26 26-26s26 8 26 26z'/>";

const LETTER: &str = "<rect class=paper x=34 y=6 width=52 height=72 /><path class=title d='M46 16h28'/>\
    <path class=text d='M41 26h38M41 32h38M41 38h34M41 44h38M41 50h24'/><circle class=red cx=71 cy=63 r=8 />\
    <path class=ink d='M42 66c5-7 8 3 11-3s4 2 7-1'/>";

const GLARE: &str =
    "<ellipse class=glare cx=82 cy=52 rx=34 ry=20 /><ellipse class=glare cx=84 cy=52 rx=22 ry=12 />";

const DARK: &str = "<rect class=dark width=120 height=84 />";
