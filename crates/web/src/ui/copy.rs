//! Copying a number: a button with script, plain selectable text without.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use crate::i18n::Words;

/// A button that copies `text`. It is hidden without script.
pub fn copy_button(words: Words, text: &str) -> Markup {
    html! {
        button .btn.plain.small.with-script type="button" data-copy=(text) {
            (icon(Icon::Copy)) span { (words.t("ui-copy")) }
        }
    }
}

/// A number people pass on, whole and selectable with one click, with its copy button.
pub fn copy_text(words: Words, text: &str) -> Markup {
    html! { span .copy-text { code { (text) } (copy_button(words, text)) } }
}
