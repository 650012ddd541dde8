//! Buttons and links that look like them. Their words are verbs.

use maud::{Markup, Render, html};

use super::form::csrf;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The one thing to do on this page.
    #[default]
    Main,
    /// Something else that can be done.
    Quiet,
    /// As light as a link.
    Plain,
    /// Cannot be undone.
    Grave,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Main => "btn",
            Self::Quiet => "btn quiet",
            Self::Plain => "btn plain",
            Self::Grave => "btn grave",
        }
    }
}

/// A button that submits the form it stands in.
#[derive(Clone, Debug, Default)]
pub struct Button {
    label: String,
    look: Look,
    small: bool,
    choice: Option<(String, String)>,
    key: Option<String>,
    needs_ticks: Option<bool>,
    disabled: bool,
    confirm: Option<String>,
    to: Option<String>,
}

impl Button {
    /// The main button of a form.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }

    /// Stands out more or less.
    #[must_use]
    pub const fn look(mut self, look: Look) -> Self {
        self.look = look;
        self
    }

    /// For rows of a table.
    #[must_use]
    pub const fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Sends `name=value` with the form, for forms with several buttons.
    #[must_use]
    pub fn sends(mut self, name: &str, value: &str) -> Self {
        self.choice = Some((name.to_owned(), value.to_owned()));
        self
    }

    /// Sends the form to another address than its own, for forms with several ends.
    #[must_use]
    pub fn to(mut self, action: impl Into<String>) -> Self {
        self.to = Some(action.into());
        self
    }

    /// Can be pressed with this key on the staff desk; the key is shown on the button.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.key = Some(key.to_uppercase());
        self
    }

    /// With script: usable only while some review fields are ticked (`true`) or none is (`false`).
    #[must_use]
    pub const fn when_ticked(mut self, some: bool) -> Self {
        self.needs_ticks = Some(some);
        self
    }

    /// Cannot be pressed now; say beside it why.
    #[must_use]
    pub const fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// With script: asks this question first. The server must not rely on it.
    #[must_use]
    pub fn confirm(mut self, question: impl Into<String>) -> Self {
        self.confirm = Some(question.into());
        self
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        let (name, value) = self.choice.as_ref().map(|(name, value)| (name, value)).unzip();
        let needs = self.needs_ticks.map(|some| if some { "some" } else { "none" });
        html! {
            button type="submit" class={ (self.look.class()) @if self.small { " small" } }
                name=[name] value=[value] formaction=[&self.to] disabled[self.disabled] data-confirm=[&self.confirm]
                data-key=[&self.key] data-when-ticked=[needs] aria-keyshortcuts=[&self.key] {
                span { (self.label) }
                @if let Some(key) = &self.key { kbd aria-hidden="true" { (key) } }
            }
        }
    }
}

/// A link that looks like a button: it goes somewhere and changes nothing.
pub fn link_button(look: Look, href: &str, label: &str) -> Markup {
    html! { a class=(look.class()) href=(href) { (label) } }
}

/// A link that a key of the staff desk follows, for example to the next order.
pub fn key_link(href: &str, label: &str, key: &str) -> Markup {
    html! { a .key-link href=(href) data-key=(key) aria-keyshortcuts=(key) { kbd aria-hidden="true" { (key) } " " (label) } }
}

/// A whole form with one button, for acts that need no answers.
pub fn post_button(action: &str, token: &str, button: &Button) -> Markup {
    html! { form .inline method="post" action=(action) { (csrf(token)) (button) } }
}
