//! What was read from an App's file, as parts of a page.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use beian_inspect::facts::Icon;
use beian_inspect::finding::Severity;
use beian_inspect::{Facts, Refusal};
use maud::{Markup, html};

use super::{FileWords, Line, Remark, SignerWords, word_refusal};
use crate::i18n::Words;
use crate::ui::{self, Accent, Meaning};

/// Values longer than this take lines of their own.
const LONG: usize = 80;

/// Everything read from one file: first what the form asks for. The findings stand at `anchor`.
pub(crate) fn result(words: Words, facts: &Facts, read: &FileWords, compared: bool, anchor: &str) -> Markup {
    let icon = facts.app.as_ref().and_then(|app| app.icon.as_ref());
    html! {
        (first(words, &read.remarks, anchor))
        (ui::card(Accent::Action, &read.asked.title, &html! {
            (values(words, &read.asked.lines))
            small { (read.why) }
        }))
        (remarks(words, &read.remarks, compared, anchor))
        (ui::card(Accent::None, &read.about.title, &html! {
            @if let Some(icon) = icon { (picture(words, &read.title, icon)) }
            (values(words, &read.about.lines))
        }))
        div .card {
            @if !read.spellings.lines.is_empty() {
                (ui::fold(&read.spellings.title, &html! {
                    p { (words.t("inspect-spellings-lead")) }
                    (values(words, &read.spellings.lines))
                }))
            }
            @if !read.signers.is_empty() {
                (ui::fold(&words.t("inspect-signers-title"), &html! {
                    @for one in &read.signers { (signer(words, one)) }
                }))
            }
            @if !read.permissions.1.is_empty() {
                (ui::fold(&read.permissions.0, &html! {
                    ul .names { @for name in &read.permissions.1 { li { code { (name) } } } }
                }))
            }
        }
    }
}

/// Why a file was not read.
pub(crate) fn refused(words: Words, refusal: &Refusal) -> Markup {
    finding(words, &word_refusal(words, refusal))
}

/// Whoever copies at once should not copy what is wrong.
fn first(words: Words, remarks: &[Remark], anchor: &str) -> Markup {
    let count = remarks.iter().filter(|remark| remark.severity == Severity::Block).count();
    if count == 0 {
        return html! {};
    }
    let text = words.with("inspect-findings-first", &[("n", count.into())]);
    let go = (words.t("inspect-findings-go"), format!("#{anchor}"));
    ui::notice(&ui::Notice { go: Some(go), ..ui::Notice::act(text) })
}

fn remarks(words: Words, remarks: &[Remark], compared: bool, anchor: &str) -> Markup {
    let (notes, grave): (Vec<&Remark>, Vec<&Remark>) =
        remarks.iter().partition(|remark| remark.severity == Severity::Info);
    let good = if compared { "inspect-findings-none-compared" } else { "inspect-findings-none" };
    html! {
        section .remarks id=(anchor) {
            h2 { (words.t("inspect-findings-title")) }
            @if grave.is_empty() { p { (ui::mark(Meaning::Done, &words.t(good))) } }
            @for remark in grave { (finding(words, remark)) }
            @if !notes.is_empty() {
                ul .notes { @for note in notes { li { b { (note.what) } " " (note.why) " " (note.remedy) } } }
            }
        }
    }
}

fn finding(words: Words, remark: &Remark) -> Markup {
    let severity = match remark.severity {
        Severity::Block => ui::Severity::Block,
        Severity::Warn | Severity::Info => ui::Severity::Warn,
    };
    html! {
        (ui::Finding {
            words,
            severity,
            title: remark.what.clone(),
            answer: String::new(),
            what: String::new(),
            why: remark.why.clone(),
            remedy: remark.remedy.clone(),
            source: ui::FindingSource::default(),
            go: (String::new(), String::new()),
            sample: None,
            answered: false,
        })
    }
}

/// Values with their names, each to be copied where that is what they are for.
fn values(words: Words, lines: &[Line]) -> Markup {
    let long = |line: &Line| line.value.len() > LONG;
    html! {
        dl .values {
            @for line in lines {
                div {
                    dt { (line.label) }
                    dd {
                        @if line.copied {
                            code .value.long[long(line)] { (line.value) }
                            (ui::copy_button(words, &line.value))
                        } @else { (line.value) }
                    }
                }
            }
        }
    }
}

/// The icon, to be looked at and to be saved.
fn picture(words: Words, title: &str, icon: &Icon) -> Markup {
    let data = format!("data:{};base64,{}", icon.media_type, STANDARD.encode(&icon.picture));
    let name = if icon.media_type == "image/png" { "icon.png" } else { "icon.jpg" };
    let size = u64::try_from(icon.picture.len()).unwrap_or(u64::MAX);
    let args =
        [("width", icon.size.0.into()), ("height", icon.size.1.into()), ("size", words.size(size).into())];
    html! {
        div .app-icon {
            img src=(data) alt=(title) width="72" height="72";
            div {
                b { (words.t("inspect-app-icon")) }
                br;
                small { (words.with("inspect-app-icon-about", &args)) }
                br;
                a href=(data) download=(name) { (words.t("inspect-app-icon-save")) }
            }
        }
    }
}

fn signer(words: Words, signer: &SignerWords) -> Markup {
    html! {
        h3 {
            (signer.title)
            @if signer.counts { " " (ui::mark(Meaning::Done, &words.t("inspect-signer-counts"))) }
        }
        @for certificate in &signer.certificates {
            h4 { (certificate.title) }
            (values(words, &certificate.lines))
        }
    }
}
