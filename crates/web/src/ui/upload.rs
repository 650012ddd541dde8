//! Handing in a picture or document: what is usually wrong, good and bad samples, preview, progress.

use maud::{Markup, Render, html};

use super::drawing::{Document, Drawing, Flaw};
use super::errors::FormErrors;
use super::field::field_id;
use super::icon::{Icon, icon};
use crate::i18n::Words;

/// A file that is already with us.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// Its name as handed in.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Where it can be looked at.
    pub href: String,
    /// A picture, so that it can be shown small.
    pub picture: bool,
}

/// One piece of evidence (材料) to hand in.
#[derive(Clone, Debug)]
pub struct Upload {
    words: Words,
    name: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    accept: String,
    max_bytes: u64,
    camera: Option<&'static str>,
    samples: Vec<Drawing>,
    faults: Vec<String>,
    stored: Option<Stored>,
    template: Option<(String, String)>,
}

impl Upload {
    /// A picture (JPEG or PNG) of at most `max_bytes`.
    pub fn new(words: Words, name: &str, label: &str, max_bytes: u64) -> Self {
        Self {
            words,
            name: name.to_owned(),
            label: label.to_owned(),
            hint: None,
            error: None,
            accept: "image/jpeg,image/png".to_owned(),
            max_bytes,
            camera: None,
            samples: Vec::new(),
            faults: Vec::new(),
            stored: None,
            template: None,
        }
    }

    /// What must be on it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Takes this field's error out of the form's.
    #[must_use]
    pub fn among(mut self, errors: &FormErrors) -> Self {
        self.error = errors.of(&self.name).map(ToOwned::to_owned);
        self
    }

    /// Other kinds of file (an `accept` list).
    #[must_use]
    pub fn accept(mut self, accept: &str) -> Self {
        accept.clone_into(&mut self.accept);
        self
    }

    /// Phones open the camera at once: the one at the back, or at the front for a face.
    #[must_use]
    pub const fn camera(mut self, front: bool) -> Self {
        self.camera = Some(if front { "user" } else { "environment" });
        self
    }

    /// Shows how it should look and the commonest ways it does not.
    #[must_use]
    pub fn samples(mut self, document: Document) -> Self {
        let flaws = match document {
            Document::Portrait => [Flaw::None, Flaw::Dark, Flaw::Cropped],
            Document::Licence | Document::CardFace | Document::CardEmblem | Document::Letter => {
                [Flaw::None, Flaw::Glare, Flaw::Cropped]
            }
        };
        self.samples = flaws.into_iter().map(|flaw| Drawing::new(self.words, document, flaw)).collect();
        self
    }

    /// The commonest reasons why it is returned, most common first.
    #[must_use]
    pub fn faults(mut self, faults: impl IntoIterator<Item = String>) -> Self {
        self.faults = faults.into_iter().collect();
        self
    }

    /// What was handed in before.
    #[must_use]
    pub fn stored(mut self, stored: Option<Stored>) -> Self {
        self.stored = stored;
        self
    }

    /// A form to print, sign and photograph: label and address.
    #[must_use]
    pub fn template(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.template = Some((label.into(), href.into()));
        self
    }

    fn guidance(&self) -> Markup {
        html! {
            @if !self.faults.is_empty() || !self.samples.is_empty() {
                div .guidance {
                    @if !self.samples.is_empty() { div .drawings { @for sample in &self.samples { (sample) } } }
                    @if !self.faults.is_empty() {
                        div {
                            p { b { (self.words.t("ui-often-returned")) } }
                            ul { @for fault in &self.faults { li { (fault) } } }
                        }
                    }
                }
            }
        }
    }

    fn shown(&self) -> Markup {
        html! {
            @if let Some(stored) = &self.stored {
                div .stored {
                    @if stored.picture { a href=(stored.href) { img src=(stored.href) alt=(stored.name) loading="lazy"; } }
                    @else { (icon(Icon::Paper)) }
                    div {
                        a href=(stored.href) { (stored.name) }
                        br;
                        small .num { (self.words.size(stored.bytes)) }
                    }
                }
            }
        }
    }
}

impl Render for Upload {
    fn render(&self) -> Markup {
        let words = self.words;
        let id = field_id(&self.name);
        let error = self.error.as_ref().map(|_| format!("{id}-error"));
        let choose = if self.stored.is_some() { "ui-file-replace" } else { "ui-file-choose" };
        html! {
            div .field.upload.wrong[self.error.is_some()] {
                label for=(id) { (self.label) }
                @if let Some(hint) = &self.hint { div .hint { (hint) } }
                @if let Some((label, href)) = &self.template { p { a href=(href) download { (icon(Icon::Paper)) " " (label) } } }
                @if let Some(message) = &self.error {
                    p .error id=[&error] { (icon(Icon::No)) span { (message) } }
                }
                (self.guidance())
                (self.shown())
                div .drop {
                    (icon(Icon::Upload))
                    span { (words.t(choose)) }
                    small { (words.with("ui-file-limit", &[("size", words.size(self.max_bytes).into())])) }
                    input type="file" id=(id) name=(self.name) accept=(self.accept) capture=[self.camera]
                        data-upload data-max=(self.max_bytes) aria-describedby=[&error]
                        aria-invalid=[self.error.as_ref().map(|_| "true")];
                    output .preview hidden {}
                }
            }
        }
    }
}
