//! A returned order: what is to be changed, each one click from its field, and the way to submit again.

use beian_app::orders::{HistoryLine, OrderView};
use beian_domain::evidence::EvidenceKind;
use beian_domain::finding::{FieldOpinion, Finding, Severity};
use beian_domain::order::event::Event;
use beian_domain::order::field::{FieldPath, Step};
use beian_domain::order::stage::Reason;
use maud::{Markup, html};

use super::super::answers::label;
use super::super::field_href;
use super::{Sheet, steps};
use crate::i18n::Words;
use crate::say;
use crate::ui::{self, Accent, Drawing, FindingSource, Flaw, Look, Meaning, link_button};

pub(super) fn card(sheet: &Sheet<'_>, reason: &Reason) -> Markup {
    match reason {
        Reason::Precheck { findings, .. } => precheck(sheet, findings),
        Reason::Provider { opinions, comment } => provider(sheet, opinions, comment),
        Reason::Authority { codes, opinion } => authority(sheet, codes, opinion),
    }
}

fn precheck(sheet: &Sheet<'_>, findings: &[Finding]) -> Markup {
    let words = sheet.words;
    let cards = |severity: Severity| -> Vec<ui::Finding> {
        let of = findings.iter().filter(|finding| finding.severity == severity);
        of.map(|finding| finding_card(words, sheet.view, finding)).collect()
    };
    let (blocks, warns) = (cards(Severity::Block), cards(Severity::Warn));
    html! {
        (head(sheet, "order-returned-precheck", &blocks))
        @for card in &blocks { (card) }
        @if !warns.is_empty() {
            (ui::fold(&words.with("order-reminders", &[("n", warns.len().into())]), &html! { @for card in &warns { (card) } }))
        }
        (again(sheet, &blocks))
    }
}

fn provider(sheet: &Sheet<'_>, opinions: &[FieldOpinion], comment: &str) -> Markup {
    let words = sheet.words;
    let cards: Vec<ui::Finding> = opinions.iter().map(|opinion| said(sheet, opinion)).collect();
    html! {
        (head(sheet, "order-returned-provider", &cards))
        @if !comment.trim().is_empty() {
            (ui::card(Accent::None, &words.t("order-returned-opinion"), &html! { p { (comment) } p { small { (returned_by(sheet)) } } }))
        }
        @for card in &cards { (card) }
        @if cards.is_empty() { (steps::card(sheet)) } @else { (again(sheet, &cards)) }
    }
}

/// The authority names no fields: its words, and every step to choose from.
fn authority(sheet: &Sheet<'_>, codes: &[u32], opinion: &str) -> Markup {
    let words = sheet.words;
    let numbers = codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(words.pick("、", ", "));
    let body = html! {
        @if !opinion.trim().is_empty() { p { b { (words.t("order-returned-opinion")) } (words.pick("：", ": ")) (opinion) } }
        p { small {
            (returned_by(sheet))
            @if !codes.is_empty() { " · " (words.with("order-returned-codes", &[("codes", numbers.into())])) }
        } }
        p { (words.t("order-returned-authority-text")) }
    };
    html! {
        (ui::card(Accent::Meaning(Meaning::No), &words.t("order-returned-authority"), &body))
        (steps::card(sheet))
    }
}

/// How much there is to do, and that the rest is kept.
fn head(sheet: &Sheet<'_>, key: &str, cards: &[ui::Finding]) -> Markup {
    let words = sheet.words;
    let left = cards.iter().filter(|card| !card.answered).count();
    let title = match left {
        0 if cards.is_empty() => words.t("order-returned-comment"),
        0 => words.t("order-returned-answered"),
        left => words.with(key, &[("n", left.into())]),
    };
    html! { h2 { (title) } @if !cards.is_empty() { p { (words.t("order-returned-rest")) } } }
}

/// The way to submit again.
fn again(sheet: &Sheet<'_>, cards: &[ui::Finding]) -> Markup {
    let words = sheet.words;
    if !sheet.view.can.edit {
        return html! { p { small { (words.t("order-viewer")) } } };
    }
    let left = cards.iter().filter(|card| !card.answered).count();
    let look = if left == 0 { Look::Main } else { Look::Quiet };
    html! {
        div .actions {
            (link_button(look, &sheet.href("answers"), &words.t("order-go-resubmit")))
            @if left > 0 { small { (words.t("order-returned-then")) } }
        }
    }
}

/// What the automatic check found.
pub(in crate::console) fn finding_card(words: Words, view: &OrderView, finding: &Finding) -> ui::Finding {
    let told = say::finding(words, finding);
    let now = &view.step(finding.field.field().step()).problems;
    let still = now.iter().any(|now| now.rule == finding.rule && now.field == finding.field);
    let mut card = bare(words, view, finding.field);
    card.severity = if finding.blocks() { ui::Severity::Block } else { ui::Severity::Warn };
    card.what = told.what;
    card.why = told.why;
    card.remedy = told.remedy;
    card.source =
        FindingSource { code: finding.rule.clone(), text: told.source, href: say::rule_href(finding) };
    card.answered = !still && view.changed.contains(&finding.field);
    card
}

/// What the reviewer said about a field.
fn said(sheet: &Sheet<'_>, opinion: &FieldOpinion) -> ui::Finding {
    let words = sheet.words;
    let mut card = bare(words, sheet.view, opinion.field);
    let reason = if opinion.reason.is_empty() { String::new() } else { say::reason(words, &opinion.reason) };
    (card.what, card.remedy) = if reason.is_empty() {
        (opinion.words.clone(), String::new())
    } else {
        (reason, opinion.words.clone())
    };
    card.source = FindingSource { text: returned_by(sheet), ..FindingSource::default() };
    card.answered = sheet.view.changed.contains(&opinion.field);
    card
}

/// A card about a field, with the way there and, for a picture, how a good one looks.
fn bare(words: Words, view: &OrderView, path: FieldPath) -> ui::Finding {
    let picture = path.field().step() == Step::Evidence;
    let kind = EvidenceKind::ALL.iter().find(|kind| kind.field() == path.field());
    let go = if picture { words.t("order-go-upload") } else { words.t("order-go-field") };
    ui::Finding {
        words,
        severity: ui::Severity::Block,
        title: label(words, path),
        answer: String::new(),
        what: String::new(),
        why: String::new(),
        remedy: String::new(),
        source: FindingSource::default(),
        go: if view.can.edit { (go, field_href(view.id, path)) } else { (String::new(), String::new()) },
        sample: kind.map(|kind| html! { (Drawing::new(words, say::document(*kind), Flaw::None)) }),
        answered: false,
    }
}

/// Who returned the order, and when.
fn returned_by(sheet: &Sheet<'_>) -> String {
    let words = sheet.words;
    let is_return = |line: &&HistoryLine| {
        matches!(line.event, Event::ReturnedByReviewer { .. } | Event::RefusedByAuthority { .. })
    };
    let last = sheet.view.history.iter().rev().find(is_return);
    last.map(|line| format!("{} · {}", say::who(words, &line.by), words.short_moment(line.at)))
        .unwrap_or_default()
}
