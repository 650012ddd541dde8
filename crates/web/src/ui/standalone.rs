//! A page that needs nothing beside itself: a report that is saved and passed on.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::assets;
use crate::i18n::Words;

/// The page as a text. A script is given the words that scripts show.
pub(crate) fn standalone(words: Words, title: &str, content: &Markup, script: Option<&str>) -> String {
    let script_words = script.map(|_| super::script_words(words));
    let document = html! {
        (DOCTYPE)
        html lang=(words.lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(assets::CSS)) }
            }
            body data-words=[script_words] {
                main .page.reading { (content) }
                @if let Some(script) = script { script { (PreEscaped(script)) } }
            }
        }
    };
    document.into_string()
}
