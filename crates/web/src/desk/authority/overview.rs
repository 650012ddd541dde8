//! The overview: every kind with how much of it waits.

use beian_app::supervision::MatterCount;
use beian_domain::supervision::MatterKind;
use maud::{Markup, html};

use super::{list_href, never_waits};
use crate::i18n::Words;
use crate::say;
use crate::session::StaffMember;
use crate::ui::{Column, Heading, Meaning, Page, Pages, Row, Table, badge};

pub(super) fn page(staff: &StaffMember, counts: &[MatterCount]) -> Markup {
    let words = staff.words;
    let open: u64 = counts.iter().map(|count| count.open).sum();
    let lead = if open == 0 {
        words.t("supervision-lead-none")
    } else {
        words.with("supervision-lead", &[("n", open.into())])
    };
    let (duties, registers): (Vec<MatterKind>, Vec<MatterKind>) =
        MatterKind::ALL.iter().partition(|kind| !never_waits(**kind));
    let body = html! {
        (Heading::new(words.t("supervision-title")).term(words.pick("", "管局下发")).lead(lead))
        (work(words, &duties, counts))
        h2 { (words.t("supervision-registers")) }
        p .aside { (words.t("supervision-registers-text")) }
        (kept(words, &registers, counts))
    };
    Page::new(&staff.frame, words.t("supervision-title")).show(&body)
}

/// What needs a look.
fn work(words: Words, kinds: &[MatterKind], counts: &[MatterCount]) -> Markup {
    let rows = kinds.iter().map(|kind| {
        let (all, open) = of(*kind, counts);
        Row::new([
            html! { a href=(list_href(*kind)) { (say::matter_kind(words, *kind)) } },
            html! { span .aside { (say::matter_about(words, *kind)) } },
            html! { @if open > 0 { (badge(Meaning::Do, &open.to_string())) } @else { "0" } },
            html! { (all) },
        ])
    });
    let table = Table {
        words,
        caption: words.t("supervision-duties"),
        columns: vec![
            Column::text(words.t("supervision-column-kind")),
            Column::text(words.t("supervision-column-about")),
            Column::numbers(words.t("supervision-column-open")),
            Column::numbers(words.t("supervision-column-all")),
        ],
        rows: rows.collect(),
        pages: Pages::default(),
    };
    html! { (table) }
}

/// What is only kept to compare with.
fn kept(words: Words, kinds: &[MatterKind], counts: &[MatterCount]) -> Markup {
    let rows = kinds.iter().map(|kind| {
        Row::new([
            html! { a href=(list_href(*kind)) { (say::matter_kind(words, *kind)) } },
            html! { span .aside { (say::matter_about(words, *kind)) } },
            html! { (of(*kind, counts).0) },
        ])
    });
    let table = Table {
        words,
        caption: words.t("supervision-registers"),
        columns: vec![
            Column::text(words.t("supervision-column-kind")),
            Column::text(words.t("supervision-column-about")),
            Column::numbers(words.t("supervision-column-all")),
        ],
        rows: rows.collect(),
        pages: Pages::default(),
    };
    html! { (table) }
}

/// How many there are, and how many wait.
fn of(kind: MatterKind, counts: &[MatterCount]) -> (u64, u64) {
    counts.iter().find(|count| count.kind == kind).map_or((0, 0), |count| (count.all, count.open))
}
