//! The codes of problems with what they mean; `type` of a problem leads here.

use beian_app::Refused;
use beian_domain::order::lifecycle::WhyNot;
use maud::{Markup, html};

use crate::i18n::Words;
use crate::say;

/// The endings every operation can come to.
const ENDINGS: [&str; 11] = [
    "unreadable",
    "not-signed-in",
    "forbidden",
    "form-token",
    "missing",
    "stale",
    "invalid",
    "version-needed",
    "too-many-requests",
    "fault",
    "busy",
];

/// The refusals the API can meet, beside the lifecycle's.
const REFUSALS: [&str; 12] = [
    "already-filed-here",
    "already-running",
    "filed-under-other-subject",
    "no-place-left",
    "not-offered",
    "picture-format",
    "picture-not-a-picture",
    "picture-too-large",
    "picture-too-small",
    "too-many-orders",
    "too-many-pictures",
    "too-much-text",
];

/// Every code, as a table.
pub(super) fn table(words: Words) -> Markup {
    let lifecycle =
        [WhyNot::NotNow, WhyNot::Ended, WhyNot::WithAuthority, WhyNot::AlreadyLeft, WhyNot::CancellingOrder];
    let refusals = REFUSALS.into_iter().chain(lifecycle.into_iter().map(WhyNot::slug));
    html! {
        table {
            thead { tr { th scope="col" { code { "code" } } th scope="col" { (words.t("api-columns-about")) } } }
            tbody {
                @for code in ENDINGS { (row(code, &words.t(&format!("api-problem-{code}")))) }
                @for code in refusals {
                    @let (what, remedy) = say::refused(words, &Refused::new(code));
                    (row(code, &format!("{what} {remedy}")))
                }
            }
        }
    }
}

fn row(code: &str, about: &str) -> Markup {
    html! { tr id={ "problem-" (code) } { th scope="row" { code { (code) } } td { (about) } } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn every_code_is_explained_in_both_languages() {
        for lang in Lang::ALL {
            let shown = table(Words::new(lang)).into_string();
            assert_eq!(shown.matches("id=\"problem-").count(), 28);
        }
    }
}
