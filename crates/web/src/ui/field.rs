//! One question of a form: label, hint, example, error and the control to answer with.

use maud::{Markup, Render, html};

use super::choice::Choice;
use super::errors::FormErrors;
use super::icon::{Icon, icon};
use crate::i18n::Words;

/// The `id` of a field's control, for links that lead to it (`#f-site-name`).
pub fn field_id(name: &str) -> String {
    format!("f-{name}")
}

/// What is typed, so that phones show the right keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Words.
    Text,
    /// Digits only: codes, postcodes.
    Digits,
    /// A telephone number.
    Phone,
    /// A mail address.
    Mail,
    /// A web address or a domain name.
    Web,
    /// A new password or the present one.
    Password,
}

impl Input {
    const fn attributes(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Text => ("text", None),
            Self::Digits => ("text", Some("numeric")),
            Self::Phone => ("tel", Some("tel")),
            Self::Mail => ("email", Some("email")),
            Self::Web => ("text", Some("url")),
            Self::Password => ("password", None),
        }
    }
}

/// How wide a control is: its width hints at the length of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// A year, a code of six digits.
    Short,
    /// A telephone number, a date.
    Middle,
    /// Names, addresses.
    #[default]
    Whole,
}

/// A question under construction; `text`, `select`, … finish it.
#[derive(Clone, Debug)]
pub struct Field {
    pub(super) words: Words,
    pub(super) name: String,
    pub(super) label: String,
    pub(super) value: String,
    pub(super) error: Option<String>,
    hint: Option<Markup>,
    example: Option<String>,
    optional: bool,
    pub(super) check: Option<String>,
    pub(super) groups: Option<String>,
    autocomplete: Option<&'static str>,
    span: Span,
}

impl Field {
    /// A question that must be answered.
    pub fn new(words: Words, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            words,
            name: name.into(),
            label: label.into(),
            value: String::new(),
            error: None,
            hint: None,
            example: None,
            optional: false,
            check: None,
            groups: None,
            autocomplete: None,
            span: Span::default(),
        }
    }

    /// What was answered before.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// What to answer and where to find it.
    #[must_use]
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = Some(hint.render());
        self
    }

    /// A good answer, in grey.
    #[must_use]
    pub fn example(mut self, example: impl Into<String>) -> Self {
        self.example = Some(example.into());
        self
    }

    /// Takes this field's error out of the form's.
    #[must_use]
    pub fn among(mut self, errors: &FormErrors) -> Self {
        self.error = errors.of(&self.name).map(ToOwned::to_owned);
        self
    }

    /// May be left empty; said after the label.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// With script: `/check/{kind}?value=` says what it thinks when the field is left.
    #[must_use]
    pub fn check(mut self, kind: impl Into<String>) -> Self {
        self.check = Some(kind.into());
        self
    }

    /// With script: the answer is read back in groups of these lengths, for example `3 4 4`.
    #[must_use]
    pub fn groups(mut self, lengths: impl Into<String>) -> Self {
        self.groups = Some(lengths.into());
        self
    }

    /// What the browser may fill in (an `autocomplete` token).
    #[must_use]
    pub const fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    /// How wide the control is.
    #[must_use]
    pub const fn span(mut self, span: Span) -> Self {
        self.span = span;
        self
    }

    /// One line to type.
    pub fn text(&self, input: Input) -> Markup {
        let (kind, mode) = input.attributes();
        let code = matches!(input, Input::Digits | Input::Phone) || self.groups.is_some();
        let spell = (!matches!(input, Input::Text) || code).then_some("false");
        self.around(&html! {
            input .control.code[code] .(self.width()) type=(kind) inputmode=[mode] id=(self.id()) name=(self.name)
                value=(self.value) autocomplete=(self.autocomplete.unwrap_or("off")) spellcheck=[spell]
                aria-describedby=[self.described()] aria-invalid=[self.invalid()]
                data-check=[self.check.as_ref().map(|kind| format!("/check/{kind}"))] data-groups=[&self.groups];
            @if self.check.is_some() || self.groups.is_some() { output .reading for=(self.id()) hidden {} }
        })
    }

    /// Several lines to type.
    pub fn textarea(&self, rows: u8) -> Markup {
        self.around(&html! {
            textarea .control id=(self.id()) name=(self.name) rows=(rows)
                aria-describedby=[self.described()] aria-invalid=[self.invalid()] { (self.value) }
        })
    }

    /// One of a longer list.
    pub fn select(&self, choices: &[Choice]) -> Markup {
        self.around(&html! {
            select .control .(self.width()) id=(self.id()) name=(self.name)
                aria-describedby=[self.described()] aria-invalid=[self.invalid()] {
                option value="" { (self.words.t("ui-choose")) }
                @for choice in choices { (self.offered(choice)) }
            }
        })
    }

    /// One of a long list in groups, each below its name.
    pub fn select_grouped(&self, groups: &[(String, Vec<Choice>)]) -> Markup {
        self.around(&html! {
            select .control .(self.width()) id=(self.id()) name=(self.name)
                aria-describedby=[self.described()] aria-invalid=[self.invalid()] {
                option value="" { (self.words.t("ui-choose")) }
                @for (name, choices) in groups {
                    optgroup label=(name) { @for choice in choices { (self.offered(choice)) } }
                }
            }
        })
    }

    fn offered(&self, choice: &Choice) -> Markup {
        html! { option value=(choice.value) selected[choice.value == self.value] { (choice.label) } }
    }

    /// A file without preview or samples; see [`super::Upload`] for evidence.
    pub fn file(&self, accept: &str) -> Markup {
        self.around(&html! {
            input .control.file type="file" id=(self.id()) name=(self.name) accept=(accept)
                aria-describedby=[self.described()] aria-invalid=[self.invalid()];
        })
    }

    pub(super) fn id(&self) -> String {
        field_id(&self.name)
    }

    pub(super) const fn width(&self) -> &'static str {
        match self.span {
            Span::Short => "short",
            Span::Middle => "middle",
            Span::Whole => "whole",
        }
    }

    /// The ids of hint, example and error, as far as there are any.
    pub(super) fn described(&self) -> Option<String> {
        let id = self.id();
        let said = [
            (self.hint.is_some(), "hint"),
            (self.example.is_some(), "example"),
            (self.error.is_some(), "error"),
        ];
        let ids: Vec<String> =
            said.iter().filter(|(is, _)| *is).map(|(_, what)| format!("{id}-{what}")).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    /// The label and everything said before the control.
    pub(super) fn said(&self) -> Markup {
        let id = self.id();
        html! {
            @if let Some(hint) = &self.hint { div .hint id={ (id) "-hint" } { (hint) } }
            @if let Some(example) = &self.example {
                p .example id={ (id) "-example" } { (self.words.with("ui-example", &[("text", example.as_str().into())])) }
            }
            @if let Some(error) = &self.error {
                p .error id={ (id) "-error" } { (icon(Icon::No)) span { (error) } }
            }
        }
    }

    pub(super) fn label_text(&self) -> Markup {
        html! { (self.label) @if self.optional { " " span .optional { (self.words.t("ui-optional")) } } }
    }

    /// A single control below its label.
    pub(super) fn around(&self, control: &Markup) -> Markup {
        html! {
            div .field.wrong[self.error.is_some()] {
                label for=(self.id()) { (self.label_text()) }
                (self.said())
                (control)
            }
        }
    }

    /// Several controls below a legend.
    pub(super) fn group(&self, controls: &Markup) -> Markup {
        html! {
            fieldset .field.wrong[self.error.is_some()] aria-describedby=[self.described()] {
                legend { (self.label_text()) }
                (self.said())
                (controls)
            }
        }
    }
}
