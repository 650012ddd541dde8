//! The right side of the review page: every field in the order of the form, with what is known about it.

use beian_app::desk::ReviewField;
use beian_domain::evidence::EvidenceKind;
use beian_domain::finding::Severity;
use beian_domain::order::field::{Field, Step};
use beian_domain::order::stage::Stage;
use maud::{Markup, html};

use super::Review;
use crate::desk::text;
use crate::i18n::Words;
use crate::say::{self, REASONS};
use crate::ui::{self, Choice, Icon, Meaning, SummaryRow, icon, review_field, summary};

/// Reasons that only make sense for pictures.
const PICTURE_REASONS: [&str; 4] = ["picture-unclear", "picture-incomplete", "picture-wrong", "picture-copy"];

/// Fields under one heading: a step, or the person in charge within it.
struct Part<'a> {
    title: String,
    step: Step,
    fields: Vec<&'a ReviewField>,
}

/// The fields in the order of the form, the persons in charge apart.
fn parts(words: Words, review: &Review) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for step in &review.view.steps {
        for field in &step.fields {
            let title = words.t(heading(step.step, field.path.field()));
            match parts.last_mut().filter(|part| part.title == title) {
                Some(part) => part.fields.push(field),
                None => parts.push(Part { title, step: step.step, fields: vec![field] }),
            }
        }
    }
    parts
}

fn heading(step: Step, field: Field) -> &'static str {
    let person = field.pattern().contains(".person.");
    match step {
        Step::Basics => "desk-part-basics",
        Step::Subject if person => "desk-part-subject-person",
        Step::Subject => "desk-part-subject",
        Step::Service if person => "desk-part-service-person",
        Step::Service => "desk-part-service",
        Step::Access => "desk-part-access",
        Step::Evidence => "desk-part-evidence",
    }
}

/// The fields with boxes to tick, numbered for the keyboard.
pub(super) fn tickable(words: Words, review: &Review) -> Markup {
    let mut number = 0;
    html! {
        @for part in parts(words, review) {
            h2 { (part.title) }
            @for field in part.fields {
                @let field = { number += 1; tick(words, review, part.step, field, number) };
                (review_field(words, &field))
            }
        }
    }
}

/// The same to read only.
pub(super) fn readable(words: Words, review: &Review) -> Markup {
    html! {
        @for part in parts(words, review) {
            @let rows = part.fields.iter().map(|field| row(words, review, field)).collect::<Vec<_>>();
            (summary(words, &part.title, &rows))
        }
    }
}

fn tick(words: Words, review: &Review, step: Step, field: &ReviewField, number: usize) -> ui::ReviewField {
    let said = review.draft.of(field.path);
    ui::ReviewField {
        name: field.path.to_string(),
        label: say::field(words, field.path.field()),
        value: shown(words, review, field),
        number,
        remarks: remarks(words, review, field),
        reasons: reasons(words, step),
        ticked: said.ticked,
        reason: said.reason,
        opinion: said.words,
        was: before(words, review, field),
    }
}

fn row(words: Words, review: &Review, field: &ReviewField) -> SummaryRow {
    let remarks = remarks(words, review, field);
    let was = before(words, review, field);
    SummaryRow {
        label: say::field(words, field.path.field()),
        value: html! {
            (shown(words, review, field))
            @if let Some(was) = was { div .was { (words.t("ui-review-was")) " " del { (was) } } }
            @for (meaning, text) in &remarks { div { (ui::mark(*meaning, text)) } }
        },
        change: String::new(),
        remark: None,
    }
}

fn shown(words: Words, review: &Review, field: &ReviewField) -> Markup {
    let name = field.path.field();
    html! {
        @if name.step() == Step::Evidence { (pieces(words, review, name)) }
        @else { (text::value(words, name, &field.value, &review.resources)) }
        @if field.masked { " " span .locked title=(words.t("desk-masked-note")) { (icon(Icon::Locked)) span .vh { (words.t("desk-masked")) } } }
    }
}

/// Links to the pieces on the left.
fn pieces(words: Words, review: &Review, field: Field) -> Markup {
    let evidence = review.view.evidence.iter().zip(1..);
    html! {
        @for (piece, number) in evidence.filter(|(piece, _)| piece.kind.field() == field) {
            a href={ "#evidence-" (number) } data-evidence-tab-for=(number) { (words.with("desk-piece", &[("n", number.into())])) }
            " " span .aside.num { (piece.width) "×" (piece.height) " · " (words.size(piece.bytes)) }
        }
    }
}

fn remarks(words: Words, review: &Review, field: &ReviewField) -> Vec<(Meaning, String)> {
    let mut remarks: Vec<(Meaning, String)> = field
        .findings
        .iter()
        .map(|finding| {
            let meaning = match finding.severity {
                Severity::Block => Meaning::No,
                Severity::Warn => Meaning::Do,
                Severity::Info => Meaning::Note,
            };
            (meaning, say::finding(words, finding).what)
        })
        .collect();
    if let Some(opinion) = &field.opinion {
        let reason =
            if opinion.reason.is_empty() { String::new() } else { say::reason(words, &opinion.reason) };
        let said = [reason, opinion.words.clone()].into_iter().filter(|part| !part.is_empty());
        let said = said.collect::<Vec<_>>().join(words.pick("：", ": "));
        let submitted_since = !matches!(review.view.stage, Stage::Returned { .. });
        let (meaning, key) = match (submitted_since, field.before.is_some()) {
            (false, _) => (Meaning::No, "desk-returned-for"),
            (true, true) => (Meaning::Note, "desk-returned-for-changed"),
            (true, false) => (Meaning::Do, "desk-returned-for-unchanged"),
        };
        remarks.push((meaning, words.with(key, &[("said", said.into())])));
    }
    remarks
}

/// What the submission before said; a new picture is only said to be new.
fn before(words: Words, review: &Review, field: &ReviewField) -> Option<String> {
    let before = field.before.as_deref()?;
    let name = field.path.field();
    Some(if name.step() == Step::Evidence {
        words.t("desk-other-picture")
    } else if before.is_empty() {
        words.t("desk-was-empty")
    } else {
        text::plain(words, name, before, &review.resources)
    })
}

/// Pictures are returned for other reasons than words: theirs come first.
fn reasons(words: Words, step: Step) -> Vec<Choice> {
    let pictures = step == Step::Evidence;
    let (first, rest): (Vec<&str>, Vec<&str>) =
        REASONS.iter().copied().partition(|reason| PICTURE_REASONS.contains(reason));
    let list = if pictures { [first, rest].concat() } else { rest };
    list.into_iter().map(|reason| Choice::new(reason, say::reason(words, reason))).collect()
}

/// The pieces on the left.
pub(super) fn evidence(words: Words, review: &Review) -> Vec<ui::EvidenceItem> {
    let item = |(piece, number): (&beian_domain::evidence::Evidence, usize)| ui::EvidenceItem {
        label: format!("{number} {}", label(words, piece.kind)),
        href: format!("/desk/evidence/{}", piece.id),
        kind: ui::EvidenceKind::Picture,
        note: format!("{}×{} · {}", piece.width, piece.height, words.size(piece.bytes)),
    };
    review.view.evidence.iter().zip(1..).map(item).collect()
}

fn label(words: Words, kind: EvidenceKind) -> String {
    say::evidence_kind(words, kind)
}
