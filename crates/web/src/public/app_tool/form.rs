//! The form of `/tools/app`, and what becomes of what is handed in.

use beian_inspect::Expected;
use beian_inspect::finding::ExpectedPlatform;
use maud::{Markup, html};

use super::HREF;
use crate::csrf::Pairs;
use crate::i18n::Words;
use crate::ui::{self, Accent, Button, Field, Form, FormErrors, Input, Upload};

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

pub(super) fn form(words: Words, csrf: &str, most: u64, typed: &Typed, errors: &FormErrors) -> Markup {
    let compare = html! {
        p { (words.t("public-app-compare-lead")) }
        (Field::new(words, "name", words.t("public-app-name")).optional().value(&typed.name).text(Input::Text))
        (Field::new(words, "package-name", words.t("public-app-package")).optional()
            .value(&typed.package_name).text(Input::Text))
        (Field::new(words, "fingerprint", words.t("public-app-fingerprint")).optional()
            .hint(words.t("public-app-fingerprint-hint")).value(&typed.fingerprint).text(Input::Text))
        (Field::new(words, "public-key", words.t("public-app-key")).optional()
            .hint(words.t("public-app-key-hint")).value(&typed.public_key).textarea(3))
    };
    // What is typed comes before the file: it must have arrived when the file is read.
    let body = html! {
        (ui::fold(&words.t("public-app-compare"), &compare))
        (ui::fold(&words.t("public-app-keystore"), &html! {
            (Field::new(words, "password", words.t("public-app-password")).optional()
                .hint(words.t("public-app-password-hint")).autocomplete("off").text(Input::Password))
        }))
        (Upload::new(words, "file", &words.t("public-app-file"), most).accept("")
            .hint(words.t("public-app-file-hint")).among(errors))
        (Button::new(words.t("public-app-do")))
    };
    Form::post(HREF, csrf).with_files().holds(&body)
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
