//! The list of one kind.

use beian_app::Paged;
use beian_app::supervision::{MatterCount, MatterLine, MatterState};
use beian_domain::supervision::MatterKind;
use maud::{Markup, html};

use super::{Wanted, never_waits};
use crate::desk::page::href;
use crate::i18n::Words;
use crate::say;
use crate::session::StaffMember;
use crate::ui::{
    Choice, Column, Crumb, Field, Heading, Input, Meaning, Page, Pages, Row, Tab, Table, badge, empty,
    filter, mark, tabs,
};

/// What the page shows.
pub(super) struct Shown {
    pub(super) wanted: Wanted,
    pub(super) kind: MatterKind,
    pub(super) count: Option<MatterCount>,
    pub(super) found: Paged<MatterLine>,
    pub(super) accounts: Vec<String>,
}

pub(super) fn page(staff: &StaffMember, shown: &Shown) -> Markup {
    let words = staff.words;
    let title = say::matter_kind(words, shown.kind);
    let body = html! {
        (Heading::new(&title).lead(say::matter_about(words, shown.kind)))
        (states(words, shown))
        (narrow(words, shown))
        @if shown.found.rows.is_empty() {
            (empty(&words.t("supervision-none-title"), &words.t("supervision-none-text"), &html! {}))
        } @else { (table(words, &title, shown)) }
    };
    let crumbs = [Crumb::new("/desk/authority", words.t("supervision-title")), Crumb::here(&title)];
    Page::new(&staff.frame, &title).crumbs(crumbs).show(&body)
}

fn states(words: Words, shown: &Shown) -> Markup {
    if never_waits(shown.kind) {
        return html! {};
    }
    let all = shown.count.map(|count| count.all);
    let open = shown.count.map(|count| count.open);
    let tab = |key: &str, state: &str, stands: MatterState, count: Option<u64>| Tab {
        label: words.t(key),
        href: shown.wanted.here(state, ""),
        count,
        current: shown.wanted.state() == stands,
    };
    let mut all_tabs = vec![
        tab("supervision-state-open", "", MatterState::Open, Some(open.unwrap_or_default())),
        tab("supervision-state-handled", "handled", MatterState::Handled, None),
        tab("supervision-state-all", "all", MatterState::All, Some(all.unwrap_or_default())),
    ];
    if matches!(shown.kind, MatterKind::BlacklistedSubject | MatterKind::BlacklistedService) {
        all_tabs.insert(2, tab("supervision-state-ended", "ended", MatterState::Ended, None));
    }
    tabs(&words.t("supervision-column-state"), &all_tabs)
}

fn narrow(words: Words, shown: &Shown) -> Markup {
    let wanted = &shown.wanted;
    let accounts: Vec<Choice> = shown.accounts.iter().map(|name| Choice::new(name, name)).collect();
    let fields = html! {
        input type="hidden" name="kind" value=(wanted.kind);
        @if !wanted.state.is_empty() { input type="hidden" name="state" value=(wanted.state); }
        (Field::new(words, "text", words.t("supervision-filter-text")).value(&wanted.text).text(Input::Text))
        @if accounts.len() > 1 || !wanted.authority.is_empty() {
            (Field::new(words, "authority", words.t("supervision-column-authority")).value(&wanted.authority).select(&accounts))
        }
    };
    let narrowed = [&wanted.text, &wanted.authority].iter().any(|answer| !answer.trim().is_empty());
    let clear = if narrowed {
        href("/desk/authority", &[("kind", &wanted.kind), ("state", &wanted.state)])
    } else {
        String::new()
    };
    filter(words, "/desk/authority", &fields, &clear)
}

fn table(words: Words, caption: &str, shown: &Shown) -> Markup {
    let next =
        shown.found.next.as_ref().map(|next| shown.wanted.here(&shown.wanted.state, &next.to_string()));
    let table = Table {
        words,
        caption: caption.to_owned(),
        columns: vec![
            Column::text(words.t("supervision-column-what")),
            Column::text(words.t("supervision-column-gist")),
            Column::text(words.t("supervision-column-authority")),
            Column::numbers(words.t("supervision-column-at")),
            Column::text(words.t("supervision-column-state")),
        ],
        rows: shown.found.rows.iter().map(|line| row(words, line)).collect(),
        pages: Pages { before: String::new(), after: next.unwrap_or_default() },
    };
    html! { (table) }
}

fn row(words: Words, line: &MatterLine) -> Row {
    Row::new([
        html! {
            a href={ "/desk/authority/" (line.id) } { (say::fact_text(words, &line.title)) }
            @if line.ours { " " (mark(Meaning::Note, &words.t("supervision-ours"))) }
        },
        gist(words, line),
        html! { (line.authority) },
        html! { (words.short_moment(line.at)) },
        standing(words, line.open, line.handled_at.is_some(), line.ended_at.is_some()),
    ])
}

/// One element, for the cell becomes a line of two parts on a phone.
fn gist(words: Words, line: &MatterLine) -> Markup {
    html! {
        div {
            @if let Some(sort) = line.sort { div { (say::fact_group(words, sort, None)) } }
            @for fact in &line.gist {
                div { span .aside { (say::fact_short(words, fact.name)) } " " (say::fact_text(words, &fact.value)) }
            }
            @if line.sort.is_none() && line.gist.is_empty() { "—" }
        }
    }
}

/// How a matter stands, as a badge.
pub(super) fn standing(words: Words, open: bool, handled: bool, ended: bool) -> Markup {
    if ended {
        badge(Meaning::Wait, &words.t("supervision-state-ended"))
    } else if handled {
        badge(Meaning::Done, &words.t("supervision-state-handled"))
    } else if open {
        badge(Meaning::Do, &words.t("supervision-state-open"))
    } else {
        badge(Meaning::Wait, &words.t("supervision-state-kept"))
    }
}
