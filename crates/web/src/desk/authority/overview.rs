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
        (table(words, &words.t("supervision-duties"), &duties, counts))
        h2 { (words.t("supervision-registers")) }
        p .aside { (words.t("supervision-registers-text")) }
        (table(words, &words.t("supervision-registers"), &registers, counts))
    };
    Page::new(&staff.frame, words.t("supervision-title")).show(&body)
}

fn table(words: Words, caption: &str, kinds: &[MatterKind], counts: &[MatterCount]) -> Markup {
    let table = Table {
        words,
        caption: caption.to_owned(),
        columns: vec![
            Column::text(words.t("supervision-column-kind")),
            Column::text(words.t("supervision-column-about")),
            Column::numbers(words.t("supervision-column-open")),
            Column::numbers(words.t("supervision-column-all")),
        ],
        rows: kinds.iter().map(|kind| row(words, *kind, counts)).collect(),
        pages: Pages::default(),
    };
    html! { (table) }
}

fn row(words: Words, kind: MatterKind, counts: &[MatterCount]) -> Row {
    let count = counts.iter().find(|count| count.kind == kind);
    let (all, open) = count.map_or((0, 0), |count| (count.all, count.open));
    Row::new([
        html! { a href=(list_href(kind)) { (say::matter_kind(words, kind)) } },
        html! { span .aside { (say::matter_about(words, kind)) } },
        html! { @if open > 0 { (badge(Meaning::Do, &open.to_string())) } @else { "0" } },
        html! { (all) },
    ])
}
