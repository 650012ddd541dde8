//! A report on several files as one page that needs nothing beside itself.

use beian_inspect::{Facts, Finding, Refusal};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{refused, result, word};
use crate::assets;
use crate::i18n::Words;

/// One file of a report: its name, and what was read and found in it or why it was not read.
#[derive(Clone, Copy, Debug)]
pub struct Reported<'a> {
    /// The file's name.
    pub name: &'a str,
    /// Facts and findings, or the refusal.
    pub outcome: Result<(&'a Facts, &'a [Finding]), &'a Refusal>,
}

/// The report; `compared` when the files were held against an order.
pub fn report(words: Words, files: &[Reported<'_>], compared: bool) -> String {
    let title = words.t("inspect-report-title");
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
            body data-words=(crate::ui::script_words(words)) {
                main .page.reading {
                    h1 { (title) }
                    @for (index, file) in files.iter().enumerate() {
                        (one(words, file, compared, &format!("findings-{index}")))
                    }
                }
                script { (PreEscaped(assets::COPYING)) }
            }
        }
    };
    document.into_string()
}

fn one(words: Words, file: &Reported<'_>, compared: bool, anchor: &str) -> Markup {
    html! {
        section {
            @match file.outcome {
                Ok((facts, findings)) => {
                    @let read = word(words, facts, findings);
                    h2 { (read.title) " " small { (file.name) } }
                    (result(words, facts, &read, compared, anchor))
                }
                Err(refusal) => {
                    h2 { (file.name) }
                    (refused(words, refusal))
                }
            }
        }
    }
}
