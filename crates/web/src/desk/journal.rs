//! `/desk/journal`: who did what and when, and the proof that nothing was taken out or changed.

use axum::extract::{Query, State};
use beian_app::journal::{self, BreakKind, JournalFilter, JournalLine, JournalReport};
use beian_app::{Cursor, Page as Rows, Paged};
use beian_domain::id::{AccountId, OrderId};
use maud::{Markup, html};
use serde::Deserialize;

use super::page::{ROWS, href};
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::StaffMember;
use crate::state::Web;
use crate::ui::{
    Accent, Column, Field, Heading, Input, Look, Meaning, Page, Pages, Row, Table, card, empty, filter,
    link_button, mark,
};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    /// An account's id.
    account: String,
    /// An order's id.
    order: String,
    /// `yes` to prove the account's chain.
    verify: String,
    after: String,
}

impl Wanted {
    fn account(&self) -> Option<AccountId> {
        AccountId::parse(self.account.trim()).ok()
    }

    fn filter(&self) -> JournalFilter {
        let order = OrderId::parse(self.order.trim()).ok();
        JournalFilter { account: self.account(), order, ..JournalFilter::default() }
    }

    fn here(&self, extra: &[(&str, &str)]) -> String {
        let mut answers = vec![("account", self.account.trim()), ("order", self.order.trim())];
        answers.extend_from_slice(extra);
        href("/desk/journal", &answers)
    }
}

pub(super) async fn list(
    State(web): State<Web>,
    staff: StaffMember,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Problem> {
    let page = Rows { after: Cursor::parse(&wanted.after), limit: ROWS };
    let lines = journal::list(web.app(), staff.actor, wanted.filter(), page).await?;
    let report = match wanted.account() {
        Some(account) if wanted.verify == "yes" => {
            Some(journal::verify(web.app(), staff.actor, Some(account)).await?)
        }
        Some(_) | None => None,
    };
    Ok(page_of(&staff, &wanted, &lines, report.as_ref()))
}

fn page_of(
    staff: &StaffMember,
    wanted: &Wanted,
    lines: &Paged<JournalLine>,
    report: Option<&JournalReport>,
) -> Markup {
    let words = staff.words;
    let fields = html! {
        (Field::new(words, "account", words.t("journal-filter-account")).value(&wanted.account).text(Input::Text))
        (Field::new(words, "order", words.t("journal-filter-order")).value(&wanted.order).text(Input::Text))
    };
    let clear = if wanted.account.is_empty() && wanted.order.is_empty() { "" } else { "/desk/journal" };
    let next = lines.next.as_ref().map(|next| wanted.here(&[("after", &next.to_string())]));
    let table = Table {
        words,
        caption: words.t("journal-title"),
        columns: vec![
            Column::numbers(words.t("journal-column-at")),
            Column::text(words.t("journal-column-who")),
            Column::text(words.t("journal-column-what")),
            Column::numbers(words.t("journal-column-order")),
            Column::numbers(words.t("journal-column-account")),
            Column::numbers(words.t("journal-column-number")),
        ],
        rows: lines.rows.iter().map(|line| row(words, line)).collect(),
        pages: Pages { before: String::new(), after: next.unwrap_or_default() },
    };
    let body = html! {
        (Heading::new(words.t("journal-title")).term(words.pick("", "操作日志")).lead(words.t("journal-lead")))
        (filter(words, "/desk/journal", &fields, clear))
        (proof(words, wanted, report))
        @if lines.rows.is_empty() {
            (empty(&words.t("journal-none-title"), &words.t("journal-none-text"), &html! {}))
        } @else { (table) }
    };
    Page::new(&staff.frame, words.t("journal-title")).show(&body)
}

/// Whether the chain holds; the proof is only made when asked for, since it reads every entry.
fn proof(words: Words, wanted: &Wanted, report: Option<&JournalReport>) -> Markup {
    let Some(report) = report else {
        return html! {
            @if wanted.account().is_some() {
                p { (link_button(Look::Quiet, &wanted.here(&[("verify", "yes")]), &words.t("journal-verify"))) }
            } @else { p .aside { (words.t("journal-verify-choose")) } }
        };
    };
    let holds = words.with("journal-holds", &[("n", report.entries.into())]);
    match report.broken_at {
        None => card(Accent::Meaning(Meaning::Done), "", &html! { p { (mark(Meaning::Done, &holds)) } }),
        Some(broken) => {
            let key = match broken.kind {
                BreakKind::Edited => "journal-break-edited",
                BreakKind::Removed => "journal-break-removed",
                BreakKind::Cut => "journal-break-cut",
                BreakKind::Head => "journal-break-head",
            };
            let what = words.with(key, &[("number", broken.number.to_string().into())]);
            let title = words.t("journal-broken");
            card(
                Accent::Meaning(Meaning::No),
                &title,
                &html! { p { (mark(Meaning::No, &what)) } p { (holds) } p { (words.t("journal-broken-do")) } },
            )
        }
    }
}

fn row(words: Words, line: &JournalLine) -> Row {
    let entry = &line.row.entry;
    Row::new([
        html! { (words.moment(entry.at)) },
        html! { (say::who(words, &line.by)) },
        html! { (named(words, &entry.name)) },
        html! { @if let Some(order) = entry.order { a href={ "/desk/orders/" (order) } { (order) } } @else { "—" } },
        html! {
            @if let Some(account) = entry.account {
                a href=(href("/desk/journal", &[("account", &account.to_string())])) { (account) }
            } @else { (words.t("journal-provider")) }
        },
        html! { (line.row.number) },
    ])
}

/// What happened, in words; an entry of a kind that is no longer written is shown by its name.
fn named(words: Words, name: &str) -> String {
    let key = match name.strip_prefix("order.") {
        Some(event) => format!("order-event-{event}"),
        None => format!("journal-name-{}", name.replace('.', "-")),
    };
    if words.has(&key) { words.t(&key) } else { name.to_owned() }
}
