//! A report on several files as one page that needs nothing beside itself.

use beian_inspect::{Facts, Finding, Refusal};
use maud::{Markup, html};

use super::{refused, result, word};
use crate::assets;
use crate::i18n::Words;
use crate::ui::standalone;

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
    let content = html! {
        h1 { (title) }
        @for (index, file) in files.iter().enumerate() {
            (one(words, file, compared, &format!("findings-{index}")))
        }
    };
    standalone(words, &title, &content, Some(assets::COPYING))
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
