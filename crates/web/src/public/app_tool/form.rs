//! The form of `/tools/app`, and what becomes of what is handed in.

use beian_inspect::Expected;
use beian_inspect::finding::ExpectedPlatform;
use maud::{Markup, html};

use super::HREF;
use crate::csrf::Pairs;
use crate::i18n::Words;
use crate::ui::{self, Accent, Button, Field, Form, FormErrors, Input, Upload};

/// What the form is shown with.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    pub(super) typed: &'a Typed,
    pub(super) errors: FormErrors,
    /// The file before was a keystore that did not open.
    pub(super) locked: bool,
}

impl<'a> Shown<'a> {
    pub(super) const fn of(typed: &'a Typed) -> Self {
        Self { typed, errors: FormErrors::new(), locked: false }
    }
}

/// What was typed to be compared; shown again, since people try another file.
#[derive(Debug, Default)]
pub(super) struct Typed {
    name: String,
    package_name: String,
    fingerprint: String,
    public_key: String,
}

impl Typed {
    pub(super) fn of(fields: &Pairs) -> Self {
        Self {
            name: fields.one("name"),
            package_name: fields.one("package-name"),
            fingerprint: fields.one("fingerprint"),
            public_key: fields.one("public-key"),
        }
    }

    /// Whether there is anything to compare with.
    pub(super) fn is_anything(&self) -> bool {
        [&self.name, &self.package_name, &self.fingerprint, &self.public_key]
            .iter()
            .any(|text| !text.is_empty())
    }

    pub(super) fn expected(&self) -> Expected {
        let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let platform = ExpectedPlatform {
            platform: None,
            package_name: given(&self.package_name),
            public_key: given(&self.public_key),
            certificate_fingerprint: given(&self.fingerprint),
        };
        Expected { name: given(&self.name), platforms: vec![platform] }
    }
}

/// The password of a keystore as it was typed: spaces at its ends are part of it.
pub(super) fn password(fields: &Pairs) -> Option<String> {
    let typed = fields.0.iter().find(|(name, text)| name == "password" && !text.is_empty());
    typed.map(|(_, text)| text.clone())
}

/// The form; what is asked for beside the file is folded away until it is needed.
pub(super) fn form(words: Words, csrf: &str, most: u64, shown: &Shown<'_>) -> Markup {
    let Shown { typed, errors, locked } = shown;
    let password = Field::new(words, "password", words.t("public-app-password"))
        .hint(words.t("public-app-password-hint"))
        .autocomplete("off");
    let body = html! {
        (Upload::new(words, "file", &words.t("public-app-file"), most).accept("")
            .hint(words.t("public-app-file-hint")).among(errors))
        (folded(&words.t("public-app-keystore"), *locked, &password.text(Input::Password)))
        (folded(&words.t("public-app-compare"), typed.is_anything(), &compared(words, typed)))
        (Button::new(words.t("public-app-do")))
    };
    Form::post(HREF, csrf).with_files().holds(&body)
}

fn folded(title: &str, open: bool, body: &Markup) -> Markup {
    html! { details .fold open[open] { summary { (title) } div { (body) } } }
}

fn compared(words: Words, typed: &Typed) -> Markup {
    let field = |name: &str, key: &str| Field::new(words, name, words.t(key));
    html! {
        p { (words.t("public-app-compare-lead")) }
        (field("name", "public-app-name").value(&typed.name).text(Input::Text))
        (field("package-name", "public-app-package").value(&typed.package_name).text(Input::Text))
        (field("fingerprint", "public-app-fingerprint").hint(words.t("public-app-fingerprint-hint"))
            .value(&typed.fingerprint).text(Input::Text))
        (field("public-key", "public-app-key").hint(words.t("public-app-key-hint"))
            .value(&typed.public_key).textarea(3))
    }
}

/// What becomes of the file, in plain words.
pub(super) fn promises(words: Words) -> Markup {
    let keys = ["public-app-promise-kept", "public-app-promise-seen", "public-app-promise-key"];
    ui::card(
        Accent::None,
        &words.t("public-app-promise"),
        &html! { ul { @for key in keys { li { (words.t(key)) } } } },
    )
}
