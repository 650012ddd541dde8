//! The evidence of an order (材料) as a reviewer looks at it: large, to be turned and enlarged.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use crate::i18n::Words;

/// How a piece of evidence can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceKind {
    /// A picture, shown here.
    Picture,
    /// A document, opened beside.
    Document,
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceItem {
    /// What it is, for example 营业执照.
    pub label: String,
    /// Where its bytes are.
    pub href: String,
    /// How it can be shown.
    pub kind: EvidenceKind,
    /// Who handed it in and when, what was read from it; may be empty.
    pub note: String,
}

/// Pieces one below the other; with script as tabs, with turning and zoom.
pub fn evidence(words: Words, items: &[EvidenceItem]) -> Markup {
    html! {
        section .evidence aria-label=(words.t("ui-evidence")) data-evidence {
            nav .evidence-tabs {
                @for (index, item) in items.iter().enumerate() {
                    a href={ "#evidence-" (index + 1) } data-evidence-tab { (item.label) }
                }
            }
            div .evidence-stage {
                @for (index, item) in items.iter().enumerate() {
                    figure id={ "evidence-" (index + 1) } data-evidence-item {
                        @match item.kind {
                            EvidenceKind::Picture => img src=(item.href) alt=(item.label) loading="lazy" draggable="false";,
                            EvidenceKind::Document => a .btn.quiet href=(item.href) target="_blank" rel="noopener" {
                                (icon(Icon::Paper)) span { (words.t("ui-evidence-open")) }
                            },
                        }
                        figcaption { (item.label) @if !item.note.is_empty() { " · " (item.note) } }
                    }
                }
            }
            div .evidence-tools.with-script {
                (tool(words, "smaller", Icon::Smaller, "ui-evidence-smaller", "-"))
                (tool(words, "larger", Icon::Larger, "ui-evidence-larger", "+"))
                (tool(words, "turn", Icon::Turn, "ui-evidence-turn", "t"))
                (tool(words, "next", Icon::Next, "ui-evidence-next", "e"))
            }
        }
    }
}

fn tool(words: Words, act: &str, sign: Icon, key: &str, press: &str) -> Markup {
    let label = words.t(key);
    html! {
        button type="button" data-evidence-act=(act) data-key=(press.to_uppercase()) title={ (label) " (" (press.to_uppercase()) ")" } aria-label=(label) {
            (icon(sign))
        }
    }
}
