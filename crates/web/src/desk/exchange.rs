//! `/desk/exchange` (数据交换): per authority account its numbers, files and code tables.

use axum::extract::{Query, State};
use beian_app::exchange::books::{self, AccountBooks, TheirLast};
use beian_app::{Cursor, FetchedFile, Page as Rows, SentFile, UploadState};
use beian_domain::id::OrderId;
use maud::{Markup, html};
use serde::Deserialize;

use super::page::href;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::StaffMember;
use crate::state::Web;
use crate::ui::{
    Accent, Column, Heading, Look, Meaning, Page, Pages, Row, SummaryRow, Tab, Table, badge, card, empty,
    link_button, mark, summary, tabs,
};

/// Files shown at once.
const FILES: u32 = 20;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    /// An authority account; empty for the first.
    account: String,
    /// `yes` to ask the authority for its counter.
    ask: String,
    /// Where the page of sent files before ended.
    sent: String,
    /// Where the page of fetched files before ended.
    fetched: String,
}

pub(super) async fn show(
    State(web): State<Web>,
    staff: StaffMember,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Problem> {
    let accounts = books::accounts(web.app(), staff.actor)?;
    let wanted_account = Some(&wanted.account).filter(|name| !name.is_empty());
    let Some(account) = wanted_account.or_else(|| accounts.first()) else {
        return Ok(page(&staff, &accounts, None));
    };
    let rows = |cursor: &str| Rows { after: Cursor::parse(cursor), limit: FILES };
    let (sent, fetched) = (rows(&wanted.sent), rows(&wanted.fetched));
    let ask = wanted.ask == "yes";
    let found = books::books(web.app(), staff.actor, account, sent, fetched, ask).await?;
    Ok(page(&staff, &accounts, Some((&wanted, &found))))
}

fn page(staff: &StaffMember, accounts: &[String], found: Option<(&Wanted, &AccountBooks)>) -> Markup {
    let words = staff.words;
    let current = found.map(|(_, books)| books.name.as_str());
    let links: Vec<Tab> = accounts
        .iter()
        .map(|name| Tab {
            label: name.clone(),
            href: href("/desk/exchange", &[("account", name)]),
            count: None,
            current: current == Some(name.as_str()),
        })
        .collect();
    let body = html! {
        (Heading::new(words.t("exchange-title")).term(words.pick("", "数据交换")).lead(words.t("exchange-lead")))
        @if links.len() > 1 { (tabs(&words.t("exchange-accounts"), &links)) }
        @match found {
            Some((wanted, books)) => (account(words, wanted, books)),
            None => (empty(&words.t("exchange-none-title"), &words.t("exchange-none-text"), &html! {})),
        }
    };
    Page::new(&staff.frame, words.t("exchange-title")).show(&body)
}

fn account(words: Words, wanted: &Wanted, books: &AccountBooks) -> Markup {
    html! {
        (summary(words, &books.name, &standing(words, books)))
        @if let Some(open) = &books.open {
            (card(Accent::Meaning(Meaning::Do), &words.t("exchange-open"), &html! {
                p { (words.with("exchange-open-text", &[("sequence", open.sequence.to_string().into()), ("at", words.moment(open.at).into())])) }
                @if let Some(order) = open.carrier { p { a href={ "/desk/orders/" (order) } { (order) } } }
            }))
        }
        h2 { (words.t("exchange-sent")) }
        (sent(words, wanted, books))
        h2 { (words.t("exchange-fetched")) }
        (fetched(words, wanted, books))
        h2 { (words.t("exchange-tables")) }
        (tables(words, books))
    }
}

fn standing(words: Words, books: &AccountBooks) -> Vec<SummaryRow> {
    let provinces: Vec<&str> =
        books.provinces.iter().map(|province| say::province(words, *province)).collect();
    let ask = href("/desk/exchange", &[("account", &books.name), ("ask", "yes")]);
    let theirs = match &books.their_last {
        TheirLast::NotAsked => link_button(Look::Quiet, &ask, &words.t("exchange-ask")),
        TheirLast::Silent => html! {
            (mark(Meaning::No, &words.t("exchange-silent"))) " " a href=(ask) { (words.t("exchange-ask-again")) }
        },
        TheirLast::Number(number) if *number == books.our_last => {
            html! { span .num { (number) } " " (mark(Meaning::Done, &words.t("exchange-level"))) }
        }
        TheirLast::Number(number) => {
            html! { span .num { (number) } " " (mark(Meaning::Do, &words.t("exchange-not-level"))) }
        }
    };
    let row = |key: &str, value: Markup| SummaryRow {
        label: words.t(key),
        value,
        change: String::new(),
        remark: None,
    };
    vec![
        row("exchange-unit", html! { span .num { (books.unit) } }),
        row("exchange-provinces", html! { (provinces.join(words.pick("、", ", "))) }),
        row("exchange-our-last", html! { span .num { (books.our_last) } }),
        row("exchange-their-last", theirs),
    ]
}

fn sent(words: Words, wanted: &Wanted, books: &AccountBooks) -> Markup {
    if books.sent.rows.is_empty() {
        return html! { p .aside { (words.t("exchange-sent-none")) } };
    }
    let next = books.sent.next.as_ref().map(|next| {
        let next = next.to_string();
        href("/desk/exchange", &[("account", &books.name), ("sent", &next), ("fetched", &wanted.fetched)])
    });
    let table = Table {
        words,
        caption: words.t("exchange-sent"),
        columns: vec![
            Column::numbers(words.t("exchange-column-number")),
            Column::text(words.t("exchange-column-state")),
            Column::numbers(words.t("exchange-column-code")),
            Column::numbers(words.t("exchange-column-size")),
            Column::numbers(words.t("exchange-column-at")),
            Column::numbers(words.t("exchange-column-settled")),
            Column::text(words.t("exchange-column-order")),
        ],
        rows: books.sent.rows.iter().map(|file| sent_row(words, file)).collect(),
        pages: Pages { before: String::new(), after: next.unwrap_or_default() },
    };
    html! { (table) }
}

fn sent_row(words: Words, file: &SentFile) -> Row {
    let (meaning, key) = match file.state {
        UploadState::Prepared => (Meaning::Wait, "exchange-state-prepared"),
        UploadState::Accepted => (Meaning::Done, "exchange-state-accepted"),
        UploadState::Faulty => (Meaning::No, "exchange-state-faulty"),
    };
    Row::new([
        html! { (file.sequence) },
        badge(meaning, &words.t(key)),
        html! { @if let Some(code) = file.code { (code) } @else { "—" } },
        size(words, file.size),
        html! { (words.short_moment(file.at)) },
        html! { @if let Some(at) = file.settled_at { (words.short_moment(at)) } @else { "—" } },
        members(words, &file.orders),
    ])
    .marked(file.state == UploadState::Faulty)
}

/// The first few orders of a file, and how many more there are.
fn members(words: Words, orders: &[OrderId]) -> Markup {
    const FIRST: usize = 3;
    html! {
        @if orders.is_empty() { "—" }
        div {
            @for order in orders.iter().take(FIRST) { div { a .num href={ "/desk/orders/" (order) } { (order) } } }
            @if orders.len() > FIRST {
                div .aside { (words.with("exchange-more-orders", &[("n", (orders.len() - FIRST).into())])) }
            }
        }
    }
}

fn fetched(words: Words, wanted: &Wanted, books: &AccountBooks) -> Markup {
    if books.fetched.rows.is_empty() {
        return html! { p .aside { (words.t("exchange-fetched-none")) } };
    }
    let next = books.fetched.next.as_ref().map(|next| {
        let next = next.to_string();
        href("/desk/exchange", &[("account", &books.name), ("sent", &wanted.sent), ("fetched", &next)])
    });
    let table = Table {
        words,
        caption: words.t("exchange-fetched"),
        columns: vec![
            Column::text(words.t("exchange-column-file")),
            Column::text(words.t("exchange-column-state")),
            Column::numbers(words.t("exchange-column-matters")),
            Column::numbers(words.t("exchange-column-size")),
            Column::numbers(words.t("exchange-column-fetched-at")),
            Column::numbers(words.t("exchange-column-acknowledged")),
        ],
        rows: books.fetched.rows.iter().map(|file| fetched_row(words, file)).collect(),
        pages: Pages { before: String::new(), after: next.unwrap_or_default() },
    };
    html! { (table) }
}

fn fetched_row(words: Words, file: &FetchedFile) -> Row {
    let state = if file.applied_at.is_some() {
        badge(Meaning::Done, &words.t("exchange-state-applied"))
    } else {
        badge(Meaning::Do, &words.t("exchange-state-aside"))
    };
    Row::new([
        html! { code .trace { (file.file_name) } },
        state,
        html! { (file.matters) },
        size(words, file.size),
        html! { (words.short_moment(file.at)) },
        html! { @if let Some(at) = file.acknowledged_at { (words.short_moment(at)) } @else { "—" } },
    ])
    .marked(file.applied_at.is_none())
}

/// The size of a file; one whose bytes were kept long enough has none.
fn size(words: Words, bytes: u64) -> Markup {
    html! { @if bytes == 0 { span .aside { (words.t("exchange-swept")) } } @else { (words.size(bytes)) } }
}

fn tables(words: Words, books: &AccountBooks) -> Markup {
    if books.tables.is_empty() {
        return html! { p .aside { (words.t("exchange-tables-none")) } };
    }
    let table = Table {
        words,
        caption: words.t("exchange-tables"),
        columns: vec![
            Column::text(words.t("exchange-column-table")),
            Column::numbers(words.t("exchange-column-rows")),
            Column::numbers(words.t("exchange-column-fetched-at")),
            Column::text(words.t("exchange-column-file")),
        ],
        rows: books
            .tables
            .iter()
            .map(|table| {
                Row::new([
                    html! { (words.pick(&table.zh, &table.en)) },
                    html! { (table.rows) },
                    html! { (words.short_moment(table.at)) },
                    html! { code .trace { (table.file_name) } },
                ])
            })
            .collect(),
        pages: Pages::default(),
    };
    html! { (table) }
}
