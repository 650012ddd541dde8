//! The red seal that appears only when something is filed (已备案), and the number beside it.

use maud::{Markup, html};

use super::copy::copy_button;
use crate::i18n::Words;

/// The seal.
pub fn stamp(words: Words) -> Markup {
    html! {
        svg .stamp viewBox="0 0 100 100" role="img" aria-label=(words.t("ui-filed")) {
            g transform="rotate(-8 50 50)" {
                rect .edge x="7" y="7" width="86" height="86" rx="9" {}
                rect .inner x="13" y="13" width="74" height="74" rx="5" {}
                text x="50" y="46" text-anchor="middle" { "已" }
                text x="50" y="79" text-anchor="middle" { "备案" }
            }
        }
    }
}

/// A filing number (备案号), large, whole and copyable.
pub fn big_number(words: Words, label: &str, number: &str) -> Markup {
    html! {
        div .big-number {
            small { (label) }
            div { strong .num.whole { (number) } " " (copy_button(words, number)) }
        }
    }
}
