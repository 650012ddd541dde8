//! Personal data under a mask, with an act to lift it that is written down.

use maud::{Markup, html};

use super::form::csrf;
use super::icon::{Icon, icon};
use crate::i18n::Words;

/// A masked value; not inside a `p`, for it may hold a form. `unmask` is where the request to see it goes; empty when this viewer may not.
pub fn masked(words: Words, value: &str, unmask: &str, token: &str) -> Markup {
    html! {
        span .masked {
            span .num { (value) }
            @if !unmask.is_empty() {
                form .inline method="post" action=(unmask) {
                    (csrf(token))
                    button .btn.plain.small type="submit" title=(words.t("ui-unmask-note")) {
                        (icon(Icon::Locked)) span { (words.t("ui-unmask")) }
                    }
                }
            }
        }
    }
}
